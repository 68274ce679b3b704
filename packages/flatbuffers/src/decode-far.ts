// What generated decoders need for fields behind 64-bit offsets: strings, and vectors with counts of 32 or 64 bits.
import { decodeUtf8 } from '@fb/bytes';
import type { At, Decoder } from './decoder.js';
import { FlatBufferError } from './flatbuffer-error.js';
import { copyScalarBytes, type ScalarArray, type ScalarArrayClass } from './scalar-array.js';

/** A vector with a 64-bit count (attribute `vector64`), as what a position leads to. @public */
export interface WideVector<T> {
  readonly element: T;
}

/** The number of elements of a vector with a 64-bit count. @public */
export function wideVectorLength(decoder: Decoder, vector: At<WideVector<unknown>>): number {
  return wideNumber(decoder, vector);
}

/** The position that the 64-bit offset at `at` leads to. For generated code. @public */
export function followFar(decoder: Decoder, at: number): number {
  return at + wideNumber(decoder, at);
}

/**
 * The number of elements, of `size` bytes each, of the vector with a 64-bit count at `at`: all of them are there. For
 * generated code. @public
 */
export function wideCount(decoder: Decoder, at: number, size: number): number {
  const count = wideNumber(decoder, at);
  const bytes = count * size;
  if (at + 8 + bytes > decoder.bytes.length) {
    throw new FlatBufferError('bounds', at, '', 'a vector reaches beyond the bytes');
  }
  decoder.take(at, bytes + 8);
  return count;
}

/** The string that the 64-bit offset at `at` leads to. For generated code. @public */
export function decodeFarString(decoder: Decoder, at: number): string {
  const start = followFar(decoder, at);
  const end = start + 4 + decoder.count(start, 1);
  return decodeUtf8(decoder.bytes, start + 4, end);
}

/** The booleans that the 64-bit offset at `at` leads to, with a count of `countSize` bytes. For generated code. @public */
export function decodeFarBools(decoder: Decoder, at: number, countSize: 4 | 8): boolean[] {
  return Array.from(decodeFarVector(decoder, at, countSize, Uint8Array), (value) => value !== 0);
}

/**
 * The scalars that the 64-bit offset at `at` leads to, with a count of `countSize` bytes, in memory of their own. For
 * generated code. @public
 */
export function decodeFarVector<T extends ScalarArray>(
  decoder: Decoder,
  at: number,
  countSize: 4 | 8,
  type: ScalarArrayClass<T>,
): T {
  const start = followFar(decoder, at);
  const size = type.BYTES_PER_ELEMENT;
  const count = countSize === 8 ? wideCount(decoder, start, size) : decoder.count(start, size);
  const values = new type(new ArrayBuffer(count * size), 0, count);
  copyScalarBytes(decoder.bytes, start + countSize, values);
  return values;
}

/** Numbers are exact up to 2^53, far beyond what memory holds: larger ones lead outside of the bytes. */
function wideNumber({ view }: Decoder, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}
