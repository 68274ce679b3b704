// Decimals of up to 30 digits to the nearest double, without the engine: with twice a double's precision, and a check that
// what is lost even so cannot matter.
import { DOT } from '../text/characters.js';
import { EXACT_POWERS } from './float-text.js';

/** The most digits that {@link roundDecimal} takes. */
export const MANY_DIGITS = 30;

const HALF = 15;
const QUARTER = 8;

/**
 * The double nearest to the digits in `bytes[start..end)`, which may have a dot among them, times ten to the power of
 * `exponent`, where the dot counts in that already. NaN if it is too close to the middle of two doubles to tell, or the exponent
 * is large.
 */
export function roundDecimal(bytes: Uint8Array, start: number, end: number, exponent: number): number {
  if (exponent < -22 || exponent > 22) return NaN;
  let at = start;
  // Zeros in front are no digits.
  while (at < end && (bytes[at] === 48 || bytes[at] === DOT)) at++;
  // The first digits in two parts that fit 32 bits, where arithmetic takes half as long.
  let first = 0;
  let second = 0;
  let count = 0;
  for (; count < QUARTER && at < end; at++) {
    const c = bytes[at];
    if (c === DOT) continue;
    first = (Math.imul(first, 10) + c - 48) | 0;
    count++;
  }
  for (; count < HALF && at < end; at++) {
    const c = bytes[at];
    if (c === DOT) continue;
    second = (Math.imul(second, 10) + c - 48) | 0;
    count++;
  }
  const upper = count > QUARTER ? first * EXACT_POWERS[count - QUARTER] + second : first;
  let lower = 0;
  for (; at < end; at++) {
    const c = bytes[at];
    if (c === DOT) continue;
    lower = lower * 10 + (c - 48);
    count++;
  }
  // The digits are sum + rest, almost exactly: errors are below 2^-104 of them.
  let sum = upper;
  let rest = lower;
  if (count > HALF) {
    const power = EXACT_POWERS[count - HALF];
    const product = upper * power;
    const error = productError(upper, power, product);
    sum = product + lower;
    rest = lower - (sum - product) + error;
  }
  const scale = EXACT_POWERS[exponent < 0 ? -exponent : exponent];
  let value: number;
  let tail: number;
  if (exponent < 0) {
    value = sum / scale;
    const product = value * scale;
    tail = (sum - product - productError(value, scale, product) + rest) / scale;
  } else {
    value = sum * scale;
    tail = productError(sum, scale, value) + rest * scale;
  }
  const doubt = value * 2 ** -96;
  const nearest = value + (tail + doubt);
  return nearest === value + (tail - doubt) ? nearest : NaN;
}

/** `a * b - product` for the rounded product (T. J. Dekker, 1971). */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upperHalf(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}
