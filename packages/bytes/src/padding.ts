// Alignment arithmetic.

/** Bytes to add to `size` to make it a multiple of `align`, a power of two up to 2^30; exact up to 2^53. @public */
export function paddingTo(size: number, align: number): number {
  // `|0` and `-` work modulo 2^32, of which `align` is a divisor.
  return -size & (align - 1);
}
