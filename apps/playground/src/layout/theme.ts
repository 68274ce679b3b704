// Light or dark: what the system says, unless a person chose. The choice is kept where the browser lets us.
import { signal, type Signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

export const theme: Signal<Theme> = signal(stored());

/** Shows a theme and remembers it. */
export function chooseTheme(choice: Theme): void {
  theme.value = choice;
  document.documentElement.dataset['theme'] = choice;
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function stored(): Theme {
  let choice: string | null = null;
  try {
    choice = localStorage.getItem(KEY);
  } catch {
    // No storage: the system's theme.
  }
  const known: Theme = choice === 'light' || choice === 'dark' ? choice : 'system';
  document.documentElement.dataset['theme'] = known;
  return known;
}
