// Hexadecimal floats of schemas and of JSON.

/** Hexadecimal digits that hold more bits than a double: of those that follow it only matters whether any is not 0. */
const KEPT_DIGITS = 17;

/** Larger exponents give infinity or zero however many digits there are. */
const MAX_EXPONENT = 1e15;

const HEX_FLOAT = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?p([+-]?\d+)$/i;

/**
 * The value of a hexadecimal float such as `-0x1.8p3`, `null` if the text is none: the exponent must be there. Rounded once, half
 * to even, to a `float` if `single`, else to a `double`; out of range gives an infinity or a zero.
 * @public
 */
export function parseHexFloat(text: string, single: boolean): number | null {
  const match = HEX_FLOAT.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', power = ''] = match;
  if (whole === '' && fraction === '') return null;
  const exponent = Math.max(-MAX_EXPONENT, Math.min(Number(power), MAX_EXPONENT));
  const size = nearest(whole + fraction, exponent - 4 * fraction.length, single);
  return sign === '-' ? -size : size;
}

/** The float nearest to `all`, in base 16, times 2^exponent. */
function nearest(all: string, exponent: number, single: boolean): number {
  const digits = all.slice(leadingZeros(all));
  if (digits === '') return 0;
  const kept = digits.slice(0, KEPT_DIGITS);
  // One more bit stands for all that was left out: enough to tell a half from more than that.
  const sticky = /[^0]/.test(digits.slice(KEPT_DIGITS)) ? 1n : 0n;
  const mantissa = (BigInt(`0x${kept}`) << 1n) | sticky;
  const power = exponent + 4 * (digits.length - kept.length) - 1;
  const top = mantissa.toString(2).length - 1 + power;
  const smallest = single ? -149 : -1074;
  if (top > 1024) return Infinity;
  if (top < smallest - 1) return 0;
  const unit = Math.max(top - (single ? 23 : 52), smallest);
  const scale = Math.max(unit, power);
  const rounded = unit > power ? shiftedDown(mantissa, BigInt(unit - power)) : mantissa;
  // Two factors, as the power alone may be out of range.
  const value = Number(rounded) * 2 ** Math.max(scale, -1074) * 2 ** Math.min(0, scale + 1074);
  return single ? Math.fround(value) : value;
}

/** `mantissa / 2^drop` to the nearest integer, ties to even. */
function shiftedDown(mantissa: bigint, drop: bigint): bigint {
  const odd = (mantissa >> drop) & 1n;
  return (mantissa + (1n << (drop - 1n)) - 1n + odd) >> drop;
}

function leadingZeros(digits: string): number {
  let count = 0;
  while (digits[count] === '0') count++;
  return count;
}
