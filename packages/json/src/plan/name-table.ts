// Names by their bytes: which field has this key, which value this name. Plain data: one text of all names, where each
// begins, and a hash table of their numbers. The first of several equal names counts.
import { encodeUtf8 } from '@fb/bytes';

/** Names to their numbers. */
export interface NameTable {
  readonly text: Uint8Array;
  /** Where each name begins in {@link NameTable.text}, and where the last ends. */
  readonly starts: Int32Array;
  /** A hash table of the numbers plus one; its size is a power of two. */
  readonly slots: Int32Array;
}

/** The table of `names`, numbered from 0. */
export function nameTable(names: readonly string[]): NameTable {
  const encoded = names.map((name) => encodeUtf8(name));
  const starts = new Int32Array(names.length + 1);
  for (const [i, { length }] of encoded.entries()) starts[i + 1] = starts[i] + length;
  const text = new Uint8Array(starts[names.length]);
  for (const [i, bytes] of encoded.entries()) text.set(bytes, starts[i]);
  let size = 4;
  while (size < names.length * 2) size *= 2;
  const slots = new Int32Array(size);
  const table = { text, starts, slots };
  for (let i = 0; i < names.length; i++) {
    if (findName(table, text, starts[i], starts[i + 1]) >= 0) continue;
    let slot = hashOf(text, starts[i], starts[i + 1]) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = i + 1;
  }
  return table;
}

/** The number of the name `bytes[start..end)`; -1 if there is none. */
export function findName(table: NameTable, bytes: Uint8Array, start: number, end: number): number {
  const { text, starts, slots } = table;
  const mask = slots.length - 1;
  const length = end - start;
  for (let slot = hashOf(bytes, start, end) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const found = slots[slot] - 1;
    const from = starts[found];
    if (starts[found + 1] - from !== length) continue;
    let i = 0;
    while (i < length && text[from + i] === bytes[start + i]) i++;
    if (i === length) return found;
  }
  return -1;
}

/** Where the name number `expected` ends if it is at `bytes[at..]`; -1 if it is not. */
export function matchName(table: NameTable, expected: number, bytes: Uint8Array, at: number): number {
  const { text, starts } = table;
  if (expected >= starts.length - 1) return -1;
  const stop = starts[expected + 1];
  let to = at;
  for (let from = starts[expected]; from < stop; from++, to++) if (text[from] !== bytes[to]) return -1;
  return to;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) ^ bytes[at];
  return hash ^ (hash >>> 15);
}
