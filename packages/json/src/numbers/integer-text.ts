// Text to integers of up to 64 bits, exact and without a bigint: the result is two 32-bit words, or one number.
import { hexDigit, isDigit } from '../text/characters.js';

/** What {@link IntegerText.parse} found. */
export type IntegerOutcome = 'integer' | 'too large' | 'malformed';

/** Reads integers; holds the last one. */
export class IntegerText {
  negative = false;
  /** The magnitude's words, unsigned. */
  low = 0;
  high = 0;

  /**
   * Reads `bytes[start..end)`, all of which must belong to the number: blanks, a sign, then decimal digits, or `0x` and
   * hexadecimal ones. A magnitude of 2^64 or more is too large.
   */
  parse(bytes: Uint8Array, start: number, end: number): IntegerOutcome {
    let at = start;
    while (at < end && bytes[at] === 32) at++;
    this.negative = bytes[at] === 45;
    if (this.negative || bytes[at] === 43) at++;
    const hex = end - at > 2 && bytes[at] === 48 && (bytes[at + 1] | 32) === 120;
    if (hex) at += 2;
    if (at >= end) return 'malformed';
    const base = hex ? 16 : 10;
    let low = 0;
    let high = 0;
    let large = false;
    for (; at < end; at++) {
      const c = bytes[at];
      const digit = hex ? hexDigit(c) : isDigit(c) ? c - 48 : -1;
      if (digit < 0) return 'malformed';
      low = low * base + digit;
      const carry = Math.floor(low / 0x100000000);
      low -= carry * 0x100000000;
      high = high * base + carry;
      if (high > 0xffffffff) {
        large = true;
        high = 0;
      }
    }
    this.low = low;
    this.high = high;
    return large ? 'too large' : 'integer';
  }
}
