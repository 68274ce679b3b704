import { encodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntegerText } from '../../src/numbers/integer-text.js';

function parse(text: string): bigint | string {
  const bytes = encodeUtf8(text);
  const integer = new IntegerText();
  const outcome = integer.parse(bytes, 0, bytes.length);
  if (outcome !== 'integer') return outcome;
  const magnitude = (BigInt(integer.high) << 32n) | BigInt(integer.low);
  return integer.negative ? -magnitude : magnitude;
}

describe('IntegerText', () => {
  it('reads decimal and hexadecimal integers of 64 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n - 1n), max: 2n ** 64n - 1n }), (value) => {
        expect(parse(String(value))).toBe(value);
        const hex = `${value < 0n ? '-' : ''}0x${(value < 0n ? -value : value).toString(16)}`;
        expect(parse(hex)).toBe(value);
      }),
    );
  });

  it.each([
    ['007', 7n],
    ['  +5', 5n],
    ['-0', 0n],
    ['18446744073709551616', 'too large'],
    ['99999999999999999999999999', 'too large'],
    ['', 'malformed'],
    ['-', 'malformed'],
    ['0x', 'malformed'],
    ['12x', 'malformed'],
    ['1 ', 'malformed'],
    ['- 5', 'malformed'],
  ])('%j is %s', (text, result) => {
    expect(parse(text)).toBe(result);
  });
});
