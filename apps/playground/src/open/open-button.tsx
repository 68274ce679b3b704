// The way in for bytes: choose a file, or paste text. Dropping a file anywhere on the page does the same.
import type { ComponentChildren } from 'preact';
import { signal } from '@preact/signals';

/** Whether the dialog is open. */
export const openDialogShown = signal(false);

export function OpenButton(): ComponentChildren {
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        openDialogShown.value = true;
      }}
    >
      Open bytes…
    </button>
  );
}
