// Numbers of a buffer as a typed array, without a copy where that can be.
import { isLittleEndian } from '@fb/bytes';
import { reverseElements, type NumericArray } from './numeric-array.js';
import { FLOAT_TYPE, INT_TYPE, KEY_TYPE } from './type-codes.js';

/**
 * The `length` elements of `size` bytes at `at`: a view where this machine is little-endian and they are aligned in their
 * ArrayBuffer, else a copy. `null` for elements that no typed array has.
 */
export function typedArrayAt(
  bytes: Uint8Array,
  at: number,
  length: number,
  size: number,
  elementType: number,
): NumericArray | null {
  if (elementType === KEY_TYPE || (elementType === FLOAT_TYPE && size < 4)) return null;
  let { buffer } = bytes;
  let start = bytes.byteOffset + at;
  if (size > 1 && (start % size !== 0 || !isLittleEndian)) {
    const copy = bytes.slice(at, at + length * size);
    if (!isLittleEndian) reverseElements(copy, size);
    ({ buffer } = copy);
    start = 0;
  }
  if (elementType === FLOAT_TYPE) {
    return size === 4 ? new Float32Array(buffer, start, length) : new Float64Array(buffer, start, length);
  }
  const signed = elementType === INT_TYPE;
  if (size === 1)
    return signed ? new Int8Array(buffer, start, length) : new Uint8Array(buffer, start, length);
  if (size === 2)
    return signed ? new Int16Array(buffer, start, length) : new Uint16Array(buffer, start, length);
  if (size === 4)
    return signed ? new Int32Array(buffer, start, length) : new Uint32Array(buffer, start, length);
  return signed ? new BigInt64Array(buffer, start, length) : new BigUint64Array(buffer, start, length);
}
