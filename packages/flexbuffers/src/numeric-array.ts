// Typed arrays as the elements of typed vectors.
import { isLittleEndian } from '@fb/bytes';
import { FLOAT_TYPE, INT_TYPE, UINT_TYPE } from './type-codes.js';

/** Typed arrays whose elements a typed vector can hold as they are. @public */
export type NumericArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** The type of a value that is an element of `array`. */
export function elementTypeOfArray(array: NumericArray): number {
  if (array instanceof Float32Array || array instanceof Float64Array) return FLOAT_TYPE;
  const signed =
    array instanceof Int8Array ||
    array instanceof Int16Array ||
    array instanceof Int32Array ||
    array instanceof BigInt64Array;
  return signed ? INT_TYPE : UINT_TYPE;
}

/** Writes the elements to `target` from `at` on, where there is room. */
export function copyNumbers(array: NumericArray, target: Uint8Array, at: number): void {
  const size = array.BYTES_PER_ELEMENT;
  target.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
  if (size > 1 && !isLittleEndian) reverseElements(target.subarray(at, at + array.byteLength), size);
}

/** Turns elements of `size` bytes from one byte order to the other. */
export function reverseElements(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
