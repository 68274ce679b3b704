// The document as one value and back: what a share link holds and a sample gives.
import { batch } from '@preact/signals';
import * as doc from '../document.js';
import type { DocumentState } from '../document.js';
import { fromBase64, toBase64 } from './base64.js';

/** All that a person made. */
export function currentState(): DocumentState {
  const bytes = doc.bytes.peek();
  return {
    files: doc.files.peek(),
    entry: doc.entry.peek(),
    json: doc.json.peek(),
    bytes: doc.lead.peek() === 'bytes' && bytes !== null ? toBase64(bytes) : null,
    sizePrefixed: doc.sizePrefixed.peek(),
    flex: doc.flexJson.peek(),
    base: doc.baseSchema.peek(),
  };
}

/** Replaces the document. */
export function openState(state: DocumentState): void {
  const bytes = state.bytes === null ? null : fromBase64(state.bytes);
  batch(() => {
    doc.files.value = state.files;
    doc.entry.value = state.entry;
    doc.activeFile.value = state.entry;
    doc.sizePrefixed.value = state.sizePrefixed;
    doc.flexJson.value = state.flex;
    doc.baseSchema.value = state.base;
    doc.hovered.value = null;
    doc.selected.value = null;
    doc.editJson(state.json);
    if (bytes !== null) doc.openBytes('shared.bin', bytes);
  });
}
