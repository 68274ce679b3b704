// How buffers grow: by doubling, into fresh zeroed memory, up to the largest size that a 31-bit offset reaches.

/** The largest size that {@link growForward} and {@link growBackward} make: 2^31 - 1 bytes. @public */
export const MAX_BUFFER_SIZE = 0x7fffffff;

/**
 * A larger copy of a buffer that is filled from its start: the first `used` bytes stay at the start and at least
 * `needed` zero bytes follow. Throws a RangeError beyond {@link MAX_BUFFER_SIZE}.
 * @public
 */
export function growForward(bytes: Uint8Array, used: number, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(grownSize(bytes.length, used, needed));
  grown.set(bytes.subarray(0, used));
  return grown;
}

/**
 * A larger copy of a buffer that is filled from its end: the last `used` bytes stay at the end and at least
 * `needed` zero bytes precede them. Throws a RangeError beyond {@link MAX_BUFFER_SIZE}.
 * @public
 */
export function growBackward(bytes: Uint8Array, used: number, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(grownSize(bytes.length, used, needed));
  grown.set(bytes.subarray(bytes.length - used), grown.length - used);
  return grown;
}

function grownSize(capacity: number, used: number, needed: number): number {
  const least = used + needed;
  if (!(least <= MAX_BUFFER_SIZE)) {
    throw new RangeError(
      `a buffer of ${least} bytes is larger than the ${MAX_BUFFER_SIZE} bytes an offset can reach`,
    );
  }
  let size = capacity > 0 ? capacity : 1;
  while (size < least) size *= 2;
  return size < MAX_BUFFER_SIZE ? size : MAX_BUFFER_SIZE;
}
