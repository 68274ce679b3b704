// Text to floats, rounded once, straight to the precision asked for. Going through double first would give another
// `float` for a decimal that lies next to the middle of two floats.
import { decodeUtf8 } from '@fb/bytes';
import { parseHexFloat } from '@fb/schema';
import { isDigit } from '../text/characters.js';

/** Powers of ten that a double holds exactly. */
export const EXACT_POWERS: readonly number[] = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** The double halfway between the largest float and the next one up, which rounds to infinity. */
const HALFWAY_TO_INFINITY = 2 ** 128 - 2 ** 103;

/**
 * The number written in `bytes[start..end)`, all of which must belong to it: a sign, then a decimal with an optional
 * exponent, a hexadecimal float, or `inf`, `infinity` or `nan` in any letter case. `single` rounds to a `float`.
 * Out of range gives an infinity or a zero; `null` means it is no number.
 */
export function parseFloatText(
  bytes: Uint8Array,
  start: number,
  end: number,
  single: boolean,
): number | null {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative || bytes[at] === 43) at++;
  if (at >= end) return null;
  const c = bytes[at];
  let value: number | null;
  if (c === 48 && at + 1 < end && (bytes[at + 1] | 32) === 120)
    value = parseHexFloat(decodeUtf8(bytes, at, end), single);
  else if (isDigit(c) || c === 46) value = parseDecimal(bytes, at, end, single);
  else value = parseWord(bytes, at, end);
  return negative && value !== null && value === value ? -value : value;
}

/**
 * The float nearest to the positive decimal (digits, dot, exponent) in `bytes[start..end)`, whose nearest double is
 * `double`. They differ only where the double is in the middle of two floats and the decimal is not.
 */
export function roundToSingle(double: number, bytes: Uint8Array, start: number, end: number): number {
  const single = Math.fround(double);
  const isMiddle =
    double === HALFWAY_TO_INFINITY ||
    (single !== Infinity && Math.fround(2 * double - single) === 2 * double - single);
  if (single === double || !isMiddle) return single;
  const order = compareDecimal(decodeUtf8(bytes, start, end), double);
  if (order === 0) return single;
  // Just off the middle there is no tie.
  return Math.fround(double * (1 + (order < 0 ? -1 : 1) * 2 ** -52));
}

function parseDecimal(bytes: Uint8Array, start: number, end: number, single: boolean): number | null {
  let at = start;
  while (at < end && isDigit(bytes[at])) at++;
  let digits = at - start;
  if (at < end && bytes[at] === 46) {
    const point = ++at;
    while (at < end && isDigit(bytes[at])) at++;
    digits += at - point;
  }
  if (digits === 0) return null;
  if (at < end && (bytes[at] | 32) === 101) {
    at++;
    if (bytes[at] === 45 || bytes[at] === 43) at++;
    if (at >= end) return null;
    while (at < end && isDigit(bytes[at])) at++;
  }
  if (at < end) return null;
  const double = Number(decodeUtf8(bytes, start, end));
  return single ? roundToSingle(double, bytes, start, end) : double;
}

function parseWord(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start > 8) return null;
  const word = decodeUtf8(bytes, start, end).toLowerCase();
  if (word === 'nan') return NaN;
  return word === 'inf' || word === 'infinity' ? Infinity : null;
}

/** Compares the decimal `text` (digits, dot, exponent) with a positive, finite double, exactly. */
function compareDecimal(text: string, double: number): number {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const given = significant(whole + fraction, Number(power) - fraction.length);
  const exact = exactDigits(double);
  if (given.digits === '') return -1;
  if (given.top !== exact.top) return given.top - exact.top;
  return given.digits < exact.digits ? -1 : given.digits > exact.digits ? 1 : 0;
}

/** Digits without zeros around them, and the power of ten just above the first. */
interface Significant {
  readonly digits: string;
  readonly top: number;
}

function significant(digits: string, exponent: number): Significant {
  let from = 0;
  let to = digits.length;
  while (from < to && digits[from] === '0') from++;
  while (to > from && digits[to - 1] === '0') to--;
  return { digits: digits.slice(from, to), top: from === to ? 0 : digits.length - from + exponent };
}

/** All decimal digits of a double. */
function exactDigits(double: number): Significant {
  let exponent = 0;
  let mantissa = double;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  // mantissa / 2^exponent = mantissa * 5^exponent / 10^exponent
  return significant((BigInt(mantissa) * 5n ** BigInt(exponent)).toString(), -exponent);
}
