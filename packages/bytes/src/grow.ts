// How buffers grow: by doubling, into fresh zeroed memory, up to a limit: at most what a 31-bit offset reaches.
import { CapacityError } from './capacity-error.js';
import type { OwnBytes } from './own-bytes.js';

/** The largest size that {@link growForward} and {@link growBackward} make if not told otherwise: 2^31 - 1 bytes. @public */
export const MAX_BUFFER_SIZE = 0x7fffffff;

/**
 * A larger copy of a buffer that is filled from its start: the first `used` bytes stay at the start and at least
 * `needed` zero bytes follow. Throws a {@link CapacityError} beyond `limit` bytes.
 * @public
 */
export function growForward(
  bytes: Uint8Array,
  used: number,
  needed: number,
  limit: number = MAX_BUFFER_SIZE,
): OwnBytes {
  const grown = new Uint8Array(grownSize(bytes.length, used + needed, limit));
  grown.set(bytes.subarray(0, used));
  return grown;
}

/**
 * A larger copy of a buffer that is filled from its end: the last `used` bytes stay at the end and at least
 * `needed` zero bytes precede them. Throws a {@link CapacityError} beyond `limit` bytes.
 * @public
 */
export function growBackward(
  bytes: Uint8Array,
  used: number,
  needed: number,
  limit: number = MAX_BUFFER_SIZE,
): OwnBytes {
  const grown = new Uint8Array(grownSize(bytes.length, used + needed, limit));
  grown.set(bytes.subarray(bytes.length - used), grown.length - used);
  return grown;
}

function grownSize(capacity: number, least: number, limit: number): number {
  if (!(least <= limit)) throw new CapacityError(least, limit);
  let size = capacity > 0 ? capacity : 1;
  while (size < least) size *= 2;
  return size < limit ? size : limit;
}
