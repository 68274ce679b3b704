// The order of byte strings: unsigned bytes first, then length. Both formats sort their string keys so.

/**
 * Compares `a[aStart..aEnd)` with `b[bStart..bEnd)`: negative, zero or positive as the first is less, equal or
 * greater. Bytes compare unsigned; of two ranges where one begins the other, the shorter is less.
 * Ranges must lie inside their arrays.
 * @public
 */
export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const aLength = aEnd - aStart;
  const bLength = bEnd - bStart;
  const common = aLength < bLength ? aLength : bLength;
  for (let i = 0; i < common; i++) {
    const difference = a[aStart + i] - b[bStart + i];
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}
