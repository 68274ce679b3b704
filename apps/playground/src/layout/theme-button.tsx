// Chooses between the system's theme, light and dark.
import type { ComponentChildren } from 'preact';
import { chooseTheme, theme, type Theme } from './theme.js';

const NAMES: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

export function ThemeButton(): ComponentChildren {
  return (
    <label class="select">
      <span class="unseen">Theme</span>
      <select
        value={theme.value}
        onChange={(event) => chooseTheme(event.currentTarget.value as Theme)}
        aria-label="Theme"
      >
        {Object.entries(NAMES).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
