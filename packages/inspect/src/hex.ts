// Positions and bytes as the views show them: hexadecimal digits, in lines of eight bytes.

/** Bytes of a line. */
export const BYTES_PER_LINE = 8;

/** A number with at least so many digits. */
export function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** The bytes of a line, as wide as those of a full one. */
export function hexRow(row: Uint8Array): string {
  let text = '';
  for (const byte of row) text += `${hex(byte, 2)} `;
  return text.slice(0, -1).padEnd(3 * BYTES_PER_LINE - 1);
}

/** How many digits the positions in `length` bytes are shown with, that of their end included: 2, 4, 6 and so on. */
export function positionDigits(length: number): number {
  const needed = length.toString(16).length;
  return needed + (needed % 2);
}
