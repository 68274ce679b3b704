// Numbers to decimal text, as bytes: integers of up to 64 bits without a bigint, and floats as C's printf writes `%.6f`
// and `%.12f`, rounded from the exact binary value with ties to even, trailing zeros taken off but one.
import { appendAscii, appendByte, type ForwardBuffer } from '@fb/bytes';

/** Decimals of a `float` and of a `double` in the reference compiler's texts. */
export type Decimals = 6 | 12;

const DASH = 45;
const DOT = 46;
const ZERO = 48;

/** Writes an integer from 0 to 2^53. */
export function writeUnsigned(out: ForwardBuffer, value: number): void {
  writeDigits(out, value, value < 10 ? 1 : digitCount(value));
}

function digitCount(value: number): number {
  if (value < 100000) return value < 1000 ? (value < 10 ? 1 : value < 100 ? 2 : 3) : value < 10000 ? 4 : 5;
  let size = 6;
  for (let bound = 1e6; bound <= value; bound *= 10) size++;
  return size;
}

/** Writes an integer from -2^53 to 2^53. */
export function writeSigned(out: ForwardBuffer, value: number): void {
  if (value < 0) {
    appendByte(out, DASH);
    writeUnsigned(out, -value);
  } else {
    writeUnsigned(out, value);
  }
}

/** Writes a 64-bit integer given as two 32-bit words. */
export function writeLong(out: ForwardBuffer, low: number, high: number, signed: boolean): void {
  let l = low >>> 0;
  let h = high >>> 0;
  if (signed && high >> 31 !== 0) {
    appendByte(out, DASH);
    h = (~h + (l === 0 ? 1 : 0)) >>> 0;
    l = -l >>> 0;
  }
  if (h < 0x200000) return writeUnsigned(out, h * 0x100000000 + l);
  // Long division by 10^9, 16 bits at a time, so that every step is exact in a double.
  let rest = h % 1e9;
  let quotient = Math.floor(h / 1e9);
  for (const part of [l >>> 16, l & 0xffff]) {
    const dividend = rest * 0x10000 + part;
    const step = Math.floor(dividend / 1e9);
    quotient = quotient * 0x10000 + step;
    rest = dividend - step * 1e9;
  }
  writeUnsigned(out, quotient);
  writeDigits(out, rest, 9);
}

/** Writes a number with up to `decimals` decimals; `nan`, `inf` and `-inf` as words. */
export function writeFixed(out: ForwardBuffer, value: number, decimals: Decimals): void {
  if (value !== value) return appendAscii(out, 'nan');
  let x = value;
  if (x < 0 || Object.is(x, -0)) {
    appendByte(out, DASH);
    x = -x;
  }
  if (x === Infinity) return appendAscii(out, 'inf');
  if (x >= 2 ** 53) {
    appendAscii(out, BigInt(x).toString());
    return appendAscii(out, '.0');
  }
  let whole = Math.floor(x);
  const scale = decimals === 6 ? 1e6 : 1e12;
  let fraction = x === whole ? 0 : roundedProduct(x - whole, scale);
  if (fraction === scale) {
    fraction = 0;
    whole++;
  }
  writeUnsigned(out, whole);
  appendByte(out, DOT);
  if (fraction === 0) return appendByte(out, ZERO);
  // Halves of 6 digits fit 32 bits, where division is fast.
  const upper = decimals === 6 ? 0 : Math.floor(fraction / 1e6) | 0;
  const lower = decimals === 6 ? fraction | 0 : (fraction - upper * 1e6) | 0;
  if (decimals === 6) return writeFraction(out, lower);
  if (lower === 0) return writeFraction(out, upper);
  writeDigits(out, upper, 6);
  writeFraction(out, lower);
}

/** Writes 6 decimals without the zeros at their end. */
function writeFraction(out: ForwardBuffer, fraction: number): void {
  let rest = fraction;
  let places = 6;
  if (rest % 1000 === 0) {
    rest = (rest / 1000) | 0;
    places = 3;
  }
  while (rest % 10 === 0) {
    rest = (rest / 10) | 0;
    places--;
  }
  writeDigits(out, rest, places);
}

/**
 * `a * b` to the nearest integer, ties to even, from the exact product. The product is split into what a double holds and the
 * error of that (T. J. Dekker, 1971), so no decision is taken from a rounded value.
 */
function roundedProduct(a: number, b: number): number {
  const product = a * b;
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  const error = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  const floor = Math.floor(product);
  const beyondHalf = product - floor - 0.5 + error;
  return beyondHalf > 0 || (beyondHalf === 0 && floor % 2 === 1) ? floor + 1 : floor;
}

function upperHalf(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}

/** Writes an integer below 2^53 with exactly `size` digits, zeros in front. */
function writeDigits(out: ForwardBuffer, value: number, size: number): void {
  const start = out.reserve(size);
  const { bytes } = out;
  let at = start + size;
  let rest = value;
  // Beyond 32 bits in floating point, within them in integers, which is much faster.
  while (rest > 0xffffffff) {
    const next = Math.floor(rest / 10);
    bytes[--at] = ZERO + (rest - next * 10);
    rest = next;
  }
  let small = rest >>> 0;
  // Two at a time: half as many divisions wait for one another.
  while (at - start > 1) {
    const next = (small / 100) >>> 0;
    const pair = small - next * 100;
    const tens = (pair * 205) >> 11;
    at -= 2;
    bytes[at] = ZERO + tens;
    bytes[at + 1] = ZERO + pair - tens * 10;
    small = next;
  }
  if (at > start) bytes[start] = ZERO + (small % 10);
}
