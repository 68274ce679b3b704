// Numbers in text, as the reference reads them from strings and prints them.

/** C's `strtoll`, base 10: blanks, a sign, digits and nothing else; 0 where that fails or 64 bits do not suffice. */
export function parseInt64(text: string): bigint {
  const value = parseInteger(text);
  return BigInt.asIntN(64, value) === value ? value : 0n;
}

/** C's `strtoull`, base 10: as {@link parseInt64}, but a minus sign negates modulo 2^64. */
export function parseUint64(text: string): bigint {
  const value = parseInteger(text);
  const size = value < 0n ? -value : value;
  return BigInt.asUintN(64, size) === size ? BigInt.asUintN(64, value) : 0n;
}

/** The digits of the longest 64-bit integer. */
const LONGEST_INTEGER = 20;

/** 0 where the text is none, or much too long. */
function parseInteger(text: string): bigint {
  const match = /^[ \t\n\v\f\r]*([+-]?)(\d+)$/.exec(untilNul(text));
  if (match === null) return 0n;
  const digits = match[2].replace(/^0+/, '');
  if (digits.length > LONGEST_INTEGER) return 0n;
  const size = BigInt(digits);
  return match[1] === '-' ? -size : size;
}

/** C's `strtod` in the C locale, of a whole text: decimal and hexadecimal floats, `inf`, `nan`; 0 where that fails. */
export function parseDouble(text: string): number {
  const match = /^[ \t\n\v\f\r]*([+-]?)(.*)$/s.exec(untilNul(text));
  if (match === null) return 0;
  const size = parseUnsignedDouble(match[2]);
  return match[1] === '-' ? -size : size;
}

function parseUnsignedDouble(text: string): number {
  if (/^(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^inf(inity)?$/i.test(text)) return Infinity;
  if (/^nan(\(\w*\))?$/i.test(text)) return NaN;
  const hex = /^0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i.exec(text);
  if (hex === null) return 0;
  const fraction = hex[2] ?? '';
  return hex[1] + fraction === '' ? 0 : hexDouble(hex[1], fraction, Number(hex[3] ?? 0));
}

/** `whole.fraction` in base 16, times 2^exponent, rounded once. */
function hexDouble(whole: string, fraction: string, exponent: number): number {
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return 0;
  // 17 digits have 65 to 68 bits; a digit that is not zero beyond them only has to be felt by the rounding.
  const kept = digits.slice(0, 17);
  const sticky = /[^0]/.test(digits.slice(17)) ? 1n : 0n;
  const mantissa = (BigInt(`0x${kept}`) << 1n) | sticky;
  const power = exponent - 4 * fraction.length + 4 * (digits.length - kept.length) - 1;
  return roundedScale(mantissa, power);
}

/** `mantissa * 2^power` as the nearest double, ties to even. */
function roundedScale(mantissa: bigint, power: number): number {
  const bits = mantissa.toString(2).length;
  if (bits + power > 1025) return Infinity;
  if (bits + power < -1080) return 0;
  // Down to the last bit that a double of this size has: bit 53 of a normal number, 2^-1074 of a denormal one.
  const drop = BigInt(Math.max(bits - 53, -1074 - power, 0));
  const odd = (mantissa >> drop) & 1n;
  const rounded = drop === 0n ? mantissa : (mantissa + (1n << (drop - 1n)) - 1n + odd) >> drop;
  return Number(rounded) * 2 ** (power + Number(drop));
}

/**
 * A float as the reference prints it: fixed, 12 decimals rounded half to even, zeros at the end removed but for one. The
 * engine's own digits do: they are a tenth of the code that prints fast, which pages that read a buffer should not load.
 */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size >= 1e21) return `${sign}${BigInt(size)}.0`;
  const fixed = halfToEven(size, size.toFixed(12));
  return sign + fixed.replace(/0{1,11}$/, '');
}

/** `toFixed` rounds a tie up. A tie at 12 decimals has exactly 13 binary digits behind the point. */
function halfToEven(size: number, fixed: string): string {
  const scaled = size * 8192;
  const last = Number(fixed.at(-1));
  const isTie = scaled < 2 ** 53 && scaled % 2 === 1;
  return isTie && last % 2 === 1 ? fixed.slice(0, -1) + String(last - 1) : fixed;
}

function untilNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
