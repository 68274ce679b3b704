// The document as one value and back: what a share link holds and a sample gives.
import { batch, type ReadonlySignal } from '@preact/signals';
import { generator, options } from '../code/code-state.js';
import * as doc from '../document.js';
import type { DocumentState } from '../document.js';
import { tab, TABS } from '../layout/tabs.js';
import { fromBase64, toBase64 } from './base64.js';
import type { SharedState } from './shared-state.js';

/** What {@link currentState} is made of. */
const SIGNALS: readonly ReadonlySignal<unknown>[] = [
  doc.files,
  doc.entry,
  doc.json,
  doc.lead,
  doc.bytes,
  doc.sizePrefixed,
  doc.flexJson,
  doc.baseSchema,
  tab,
  generator,
  options,
];

/** Makes the effect around it run again when the state changes, without the work of putting it together. */
export function watchState(): readonly unknown[] {
  return SIGNALS.map(({ value }) => value);
}

/** All that a person made and chose. */
export function currentState(): SharedState {
  const bytes = doc.lead.value === 'bytes' ? doc.bytes.value : null;
  return {
    files: doc.files.value,
    entry: doc.entry.value,
    json: doc.json.value,
    bytes: bytes === null ? null : toBase64(bytes),
    sizePrefixed: doc.sizePrefixed.value,
    flex: doc.flexJson.value,
    base: doc.baseSchema.value,
    tab: tab.value,
    generator: generator.value,
    options: options.value,
  };
}

/** Replaces the document. */
export function openState(state: DocumentState): void {
  const bytes = state.bytes === null ? null : fromBase64(state.bytes);
  batch(() => {
    doc.files.value = state.files.map(({ path, text }) => ({ path, text: plain(text) }));
    doc.entry.value = state.entry;
    doc.activeFile.value = state.entry;
    doc.sizePrefixed.value = state.sizePrefixed;
    doc.flexJson.value = plain(state.flex);
    doc.baseSchema.value = plain(state.base);
    doc.hovered.value = null;
    doc.selected.value = null;
    doc.bytes.value = null;
    doc.editJson(plain(state.json));
    if (bytes !== null) doc.openBytes('shared.bin', bytes);
  });
}

/** Replaces the document and what is chosen beside it. */
export function openSharedState(state: SharedState): void {
  batch(() => {
    openState(state);
    generator.value = state.generator;
    options.value = state.options;
    tab.value = TABS.find(({ id }) => id === state.tab)?.id ?? tab.value;
  });
}

/** Line breaks as editors count them. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
