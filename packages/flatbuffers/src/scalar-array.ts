// Typed arrays as the contents of vectors: the same bytes, on machines with the byte order of the format.
import { isLittleEndian } from '@fb/bytes';
import type { ByteBuffer } from './byte-buffer.js';
import { FlatBufferError } from './flatbuffer-error.js';

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

/** The class of a typed array. @public */
export interface ScalarArrayClass<T extends ScalarArray> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

/**
 * The `length` scalars from the position `start` on. Where they are aligned in memory this is a view, which shows later
 * changes of the bytes; elsewhere, and on machines with the other byte order, it is a copy. The bytes of a buffer that
 * starts at a multiple of its largest alignment are aligned. Throws a {@link FlatBufferError} if they reach beyond the
 * bytes. @public
 */
export function scalarsAt<T extends ScalarArray>(
  bb: ByteBuffer,
  type: ScalarArrayClass<T>,
  start: number,
  length: number,
): T {
  const bytes = bb.bytes();
  const size = type.BYTES_PER_ELEMENT;
  const end = start + length * size;
  if (!(start >= 0 && length >= 0 && end <= bytes.length)) {
    throw new FlatBufferError('bounds', start, '', 'a vector reaches beyond the bytes');
  }
  const at = bytes.byteOffset + start;
  if (at % size === 0 && (isLittleEndian || size === 1)) return new type(bytes.buffer, at, length);
  const copy = bytes.slice(start, end);
  const elements = new type(copy.buffer, copy.byteOffset, length);
  if (!isLittleEndian) copyScalars(elements, copy, 0);
  return elements;
}
