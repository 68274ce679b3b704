// What generated code needs for vectors that are sorted by a key, beside comparing numbers: the order of strings, and
// structs that change places. Strings are in the order of their UTF-8 bytes, as everywhere in the format.
import { compareBytes, encodeUtf8 } from '@fb/bytes';
import type { Builder } from './builder.js';
import type { ByteBuffer } from './byte-buffer.js';
import { SIZEOF_INT } from './constants.js';
import type { Offset } from './types.js';

/** The bytes of a string that is looked for, which bytes are already. @public */
export function encodeKey(key: string | Uint8Array): Uint8Array {
  return typeof key === 'string' ? encodeUtf8(key) : key;
}

/**
 * Compares the string that the offset at `position` leads to with `key`: below 0, 0 or above 0 as it comes before, is
 * equal or comes after. Nothing is decoded or copied. @public
 */
export function compareStringKey(bb: ByteBuffer, position: number, key: Uint8Array): number {
  const start = bb.__vector(position);
  return compareBytes(bb.bytes(), start, start + bb.__vector_len(position), key, 0, key.length);
}

/**
 * Sorts the elements of `size` bytes, such as structs, of the vector at `vector`, which was just ended. `compare` is
 * given the positions of two elements in `builder.bb`. Elements with equal keys keep their order. @public
 */
export function sortStructs(
  builder: Builder,
  vector: Offset,
  size: number,
  compare: (a: number, b: number) => number,
): void {
  const { bb } = builder;
  const at = builder.positionOf(vector);
  const start = at + SIZEOF_INT;
  const positions = Array.from({ length: bb.readInt32(at) }, (_, i) => start + i * size);
  positions.sort(compare);
  const sorted = new Uint8Array(positions.length * size);
  for (const [i, from] of positions.entries()) sorted.set(bb.bytes().subarray(from, from + size), i * size);
  bb.bytes().set(sorted, start);
}
