// A sentence about what just happened, shown for a while and read out.
import { signal, type Signal } from '@preact/signals';

export const announcement: Signal<string | null> = signal(null);

const SHOWN_FOR = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  announcement.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    announcement.value = null;
  }, SHOWN_FOR);
}
