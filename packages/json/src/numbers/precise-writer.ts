// Floats as the shortest decimal that reads back as the same number.
import { appendAscii, appendByte, type ForwardBuffer } from '@fb/bytes';
import { writeFixed, writeUnsigned } from './number-text.js';

/** Decimals with up to so many digits are different floats, or doubles, if they are different. */
const DIGITS_LIMIT = { single: 1e6, double: 1e15 } as const;

/** Writes a float (`single`) or double; `nan`, `inf` and `-inf` as words. */
export function writePrecise(out: ForwardBuffer, value: number, single: boolean): void {
  const x = Math.abs(value);
  if (!(x < Infinity)) return writeFixed(out, value, 6);
  // Few digits are the shortest form already. This finds those with up to three decimals.
  const thousandths = Math.round(x * 1000);
  const read = thousandths / 1000;
  if (
    thousandths < (single ? DIGITS_LIMIT.single : DIGITS_LIMIT.double) &&
    (single ? Math.fround(read) : read) === x
  ) {
    if (value < 0 || Object.is(value, -0)) appendByte(out, 45);
    const whole = Math.floor(thousandths / 1000);
    writeUnsigned(out, whole);
    const rest = thousandths - whole * 1000;
    if (rest > 0)
      appendAscii(
        out,
        String(rest + 1000)
          .replace(/^1/, '.')
          .replace(/0+$/, ''),
      );
    return;
  }
  appendAscii(out, single ? shortestSingle(value) : String(value));
}

/** The shortest decimal whose nearest float is `value`: a float never needs more than 9 digits. */
function shortestSingle(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const double = Number(value.toPrecision(digits));
    if (Math.fround(double) === value && !isBetween(double, value)) return String(double);
  }
  return String(Number(value.toPrecision(9)));
}

/** Whether a double is in the middle of two floats, one of them `single`: its decimal may be nearer to the other one. */
function isBetween(double: number, single: number): boolean {
  const other = 2 * double - single;
  return double !== single && Math.fround(other) === other;
}
