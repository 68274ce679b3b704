// What generated encoders of schemas with 64-bit offsets need: far objects, which are written before all else, and the
// fields that refer to them.
import { dataViewOf, type OwnBytes } from '@fb/bytes';
import { type Encoder, GRAIN, MAX_FAR_SIZE, MAX_NEAR_SIZE } from './encoder.js';
import { FarOffsets } from './far-offsets.js';
import { InvalidValueError } from './invalid-value-error.js';
import type { Offset } from './types.js';

/** Elements of vectors with 64-bit counts are aligned to this at least. */
const WIDE = 8;

/**
 * What `encodeX` does for schemas with 64-bit offsets: first `writeFar` writes what is behind those, wherever in the
 * value it is, then `write` the rest. For generated code. @public
 */
export function encodeFarRoot<T extends object>(
  encoder: Encoder,
  value: T,
  write: (encoder: Encoder, value: T) => Offset,
  writeFar: ((encoder: Encoder, value: T) => void) | null,
  identifier: string | null,
): OwnBytes {
  encoder.begin();
  try {
    if (writeFar !== null) {
      encoder.far ??= new FarOffsets();
      encoder.far.clear();
      encoder.limit = MAX_FAR_SIZE;
      writeFar(encoder, value);
      encoder.limit = Math.min(MAX_FAR_SIZE, roundDown(encoder.last - encoder.at) + MAX_NEAR_SIZE);
    }
    const root = write(encoder, value);
    if (!encoder.sizePrefixed) return encoder.finish(root, identifier);
    encoder.minAlign = Math.max(encoder.minAlign, WIDE);
    const bytes = encoder.finish(root, identifier, WIDE);
    // The upper half of the count: no message has 2^32 bytes.
    bytes.fill(0, 4, WIDE);
    return bytes;
  } catch (error) {
    encoder.abandon();
    if (error instanceof InvalidValueError) error.locate(value);
    throw error;
  } finally {
    encoder.limit = MAX_NEAR_SIZE;
    // Memory for much that is far may be too large for positions in other messages; the result keeps it alive.
    if (encoder.last > MAX_NEAR_SIZE) {
      encoder.bytes = new Uint8Array(GRAIN);
      encoder.view = dataViewOf(encoder.bytes);
      encoder.last = GRAIN;
    }
  }
}

/** Makes what was just written a far object. For generated code. @public */
export function addFar(encoder: Encoder): void {
  encoder.far?.add(encoder.last - encoder.at);
  encoder.end = encoder.at;
}

/**
 * Makes the vector of `count` elements, aligned to 8 bytes, that was just written a far object with a 64-bit count.
 * For generated code. @public
 */
export function addWideVector(encoder: Encoder, count: number): void {
  if (count === 0) {
    // The count alone is not where it would be before elements.
    encoder.at += 4;
    encoder.reserve(WIDE, WIDE);
  } else {
    if (encoder.at < 4) encoder.grow(4);
    encoder.at -= 4;
  }
  encoder.view.setUint32(encoder.at, count, true);
  encoder.view.setUint32(encoder.at + 4, Math.floor(count / 2 ** 32), true);
  addFar(encoder);
}

/** The offset of the next far object, in the order of the fields of the whole value. For generated code. @public */
export function takeFar(encoder: Encoder): Offset {
  return encoder.far?.take() ?? 0;
}

/** Stores, at position `at`, a field that refers to the far object at `offset`. For generated code. @public */
export function storeFarOffset(encoder: Encoder, at: number, offset: Offset): void {
  const distance = encoder.last - offset - at;
  encoder.view.setUint32(at, distance, true);
  encoder.view.setUint32(at + 4, Math.floor(distance / 2 ** 32), true);
}

/** To a multiple that the memory's size stays. */
function roundDown(size: number): number {
  return size - (size % GRAIN);
}
