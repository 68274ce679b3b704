// Numbers as JavaScript source.

/** The source of a number, of any at all. */
export function numeral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
