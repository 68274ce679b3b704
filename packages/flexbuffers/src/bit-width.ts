// Bit widths: 0, 1, 2, 3 for 8, 16, 32, 64 bits, so that `1 << width` is a size in bytes.

/** A width code: the size is `1 << width` bytes. @public */
export type BitWidth = 0 | 1 | 2 | 3;

const TWO_32 = 4294967296;

/** The least width that holds an unsigned integer. */
export function uintWidth(value: number): BitWidth {
  if (value < 0x100) return 0;
  if (value < 0x10000) return 1;
  return value < TWO_32 ? 2 : 3;
}

/** The least width that holds a signed integer. */
export function intWidth(value: number): BitWidth {
  if (value >= -0x80 && value < 0x80) return 0;
  if (value >= -0x8000 && value < 0x8000) return 1;
  return value >= -0x80000000 && value < 0x80000000 ? 2 : 3;
}

/** The least width that holds a float without loss; a NaN takes 64 bits, as the reference has it. */
export function floatWidth(value: number): 2 | 3 {
  return Math.fround(value) === value ? 2 : 3;
}

/** The width code of a size of 1, 2, 4 or 8 bytes. */
export function widthCode(size: number): BitWidth {
  return size === 1 ? 0 : size === 2 ? 1 : size === 4 ? 2 : 3;
}
