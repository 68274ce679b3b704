// Numbers of the schema language: text to values.
import { parseHexFloat } from '@fb/schema';

/** More digits than any value has that fits into 64 bits; spares big arithmetic on hostile literals. */
const MAX_DIGITS = 40;
/** What nearly all numbers are. */
const SHORT_DECIMAL = /^[0-9]{1,15}$/;
const INTEGER = /^([+-]?)(0[xX])?([0-9a-fA-F]+)$/;
const DECIMAL_FLOAT = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const WORD_FLOAT = /^([+-]?)(nan|inf|infinity)$/i;

/** The integer that a text stands for: decimal, or hexadecimal after `0x`; `null` if it is none. */
export function parseInteger(text: string): bigint | null {
  if (SHORT_DECIMAL.test(text)) return BigInt(text);
  const match = INTEGER.exec(text);
  if (match === null) return null;
  const [, sign, hex, all = ''] = match;
  if (hex === undefined && /[a-f]/i.test(all)) return null;
  const digits = all.replace(/^0+(?=.)/, '');
  // Too long to fit anywhere: any number as far out does.
  const size = digits.length > MAX_DIGITS ? 1n << 160n : BigInt((hex === undefined ? '' : '0x') + digits);
  return sign === '-' ? -size : size;
}

/** The float that a text stands for: decimal, hexadecimal with exponent, or a word; `null` if it is none. */
export function parseFloatText(text: string): number | null {
  if (DECIMAL_FLOAT.test(text)) return Number(text);
  const word = WORD_FLOAT.exec(text);
  if (word !== null) {
    if (word[2]?.toLowerCase() === 'nan') return NaN;
    return word[1] === '-' ? -Infinity : Infinity;
  }
  return parseHexFloat(text, false);
}
