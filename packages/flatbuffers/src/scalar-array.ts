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
  target.set(bytesOf(elements), at);
  if (!isLittleEndian) swap(target.subarray(at, at + elements.byteLength), elements.BYTES_PER_ELEMENT);
}

/** Fills `target` with the little-endian scalars in `bytes` from index `at` on, all of which must be there. */
export function copyScalarBytes(bytes: Uint8Array, at: number, target: ScalarArray): void {
  const own = bytesOf(target);
  own.set(bytes.subarray(at, at + own.length));
  if (!isLittleEndian) swap(own, target.BYTES_PER_ELEMENT);
}

function bytesOf(elements: ScalarArray): Uint8Array {
  return new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength);
}

/** Turns scalars of `size` bytes from the machine's byte order to little-endian, or back. */
function swap(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
