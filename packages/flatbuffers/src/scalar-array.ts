// Typed arrays as the contents of vectors: the same bytes, on machines with the byte order of the format.
import { isLittleEndian } from '@fb/bytes';

/** An array of scalars of one size: what a vector of scalars is made from. @public */
export type ScalarArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** Copies `elements` as little-endian scalars to `target` from index `at` on, which must have room. */
export function copyScalars(elements: ScalarArray, target: Uint8Array, at: number): void {
  target.set(new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength), at);
  const size = elements.BYTES_PER_ELEMENT;
  if (isLittleEndian || size === 1) return;
  for (let end = at + elements.byteLength; at < end; at += size) target.subarray(at, at + size).reverse();
}
