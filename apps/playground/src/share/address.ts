// The address of the page follows the document, so that reloading loses nothing, and opening a link opens its document.
import { effect } from '@preact/signals';
import { bytes, json } from '../document.js';
import { announce } from '../layout/announcement.js';
import { fragmentOf, stateOf } from './link.js';
import { currentState, openSharedState, watchState } from './state.js';

/** How long nobody must have typed, in milliseconds. */
const PAUSE = 700;
/** Longer ones make browsers slow: such a document is shared by its files. */
export const LONGEST_FRAGMENT = 200_000;
/** Texts and bytes that no fragment will hold are not packed while somebody types. */
const LARGEST = 2_000_000;

/** Opens the document of the address, if it has one. */
export async function openFromAddress(): Promise<boolean> {
  if (location.hash.length < 2) return false;
  const state = await stateOf(location.hash);
  if (state === null) {
    announce('This link holds no document: it may have been cut off');
    return false;
  }
  openSharedState(state);
  return true;
}

/** From now on the address follows the document, and the document an address that is pasted. */
export function followAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  effect(() => {
    watchState();
    // The document as it was opened needs no other address.
    if (first) {
      first = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (json.peek().length + (bytes.peek()?.length ?? 0) > LARGEST) return show('');
      void fragmentOf(currentState()).then((fragment) =>
        show(fragment.length > LONGEST_FRAGMENT ? '' : fragment),
      );
    }, PAUSE);
  });
  window.addEventListener('hashchange', () => void openFromAddress());
}

/** Without an entry in the history, and without telling `hashchange`. */
function show(fragment: string): void {
  history.replaceState(null, '', location.pathname + location.search + fragment);
}
