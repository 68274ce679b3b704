import { encodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFloatText } from '../../src/numbers/float-text.js';

function parse(text: string, single = false): number | null {
  const bytes = encodeUtf8(text);
  return parseFloatText(bytes, 0, bytes.length, single);
}

/** The decimal digits of a double that is a multiple of a power of two, all of them. */
function digitsOf(numerator: bigint, shift: number): string {
  const digits = (numerator * 5n ** BigInt(shift)).toString().padStart(shift + 1, '0');
  return `${digits.slice(0, digits.length - shift)}.${digits.slice(digits.length - shift)}`;
}

describe('parseFloatText', () => {
  it.each([
    ['1e3', 1000],
    ['.5', 0.5],
    ['5.', 5],
    ['-2.5E-3', -0.0025],
    ['+7', 7],
    ['0x1.8p1', 3],
    ['-0x.8p-2', -0.125],
    ['0X1P-1074', 5e-324],
    ['0x1.fffffffffffff8p1023', Infinity],
    ['0x0p99999999999999999999', 0],
    ['0x1p-99999999999999999999', 0],
    ['INF', Infinity],
    ['-infinity', -Infinity],
    ['nan', NaN],
    ['-NaN', NaN],
    ['1e999999999999', Infinity],
    ['1e-999999999999', 0],
    ['007.5', 7.5],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each([
    '',
    '-',
    '.',
    '-.',
    '1e',
    '1e+',
    '1.2.3',
    '0x',
    '0x1',
    '0x.p1',
    '0x1p',
    '1 ',
    'infi',
    'nan(1)',
    '0b1',
    '1_0',
    '١',
  ])('refuses %j', (text) => {
    expect(parse(text)).toBeNull();
  });

  it('reads every double that it is given in full', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(parse(Object.is(value, -0) ? '-0' : String(value))).toBe(value);
      }),
    );
  });

  it('rounds to a float once: the middle of two floats goes to the even one, anything beside it to the nearer', () => {
    // 1 + 2^-24 is in the middle of 1 and 1 + 2^-23.
    const middle = digitsOf(2n ** 24n + 1n, 24);
    expect(parse(middle, true)).toBe(1);
    expect(parse(`${middle}${'0'.repeat(40)}1`, true)).toBe(1 + 2 ** -23);
    expect(parse(digitsOf(2n ** 24n + 3n, 24), true)).toBe(1 + 2 ** -22);
    expect(parse(`${digitsOf(2n ** 24n + 3n, 24).slice(0, -1)}4999999999999999999`, true)).toBe(1 + 2 ** -23);
  });

  it('rounds right at the ends of the range of floats', () => {
    const max = 2n ** 128n - 2n ** 104n;
    const beyond = 2n ** 128n - 2n ** 103n;
    expect(parse(String(beyond), true)).toBe(Infinity);
    expect(parse(String(beyond - 1n), true)).toBe(Number(max));
    expect(parse(digitsOf(1n, 150), true)).toBe(0);
    expect(parse(`${digitsOf(1n, 150)}1`, true)).toBe(2 ** -149);
  });

  it('agrees with exact arithmetic about floats near the middle', () => {
    const around = fc.tuple(
      fc.integer({ min: 2 ** 23, max: 2 ** 24 - 1 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -1, max: 1 }),
    );
    fc.assert(
      fc.property(around, ([mantissa, shift, side]) => {
        const middle = digitsOf(BigInt(mantissa) * 2n + 1n, shift + 1);
        const text =
          side === 0
            ? middle
            : side > 0
              ? `${middle}0000000000000000000000001`
              : `${middle.slice(0, -1)}4999999999999999999999`;
        const below = mantissa / 2 ** shift;
        const above = (mantissa + 1) / 2 ** shift;
        const nearest = side < 0 ? below : side > 0 ? above : mantissa % 2 === 0 ? below : above;
        expect(parse(text, true)).toBe(nearest);
      }),
    );
  });

  it('takes text of a million digits in stride', () => {
    expect(parse(`1.${'0'.repeat(1_000_000)}1`, true)).toBe(1);
    expect(parse(`1.000000059604644775390625${'0'.repeat(500_000)}1`, true)).toBe(1 + 2 ** -23);
    expect(parse(`0x1.${'0'.repeat(100_000)}1p0`, true)).toBe(1);
    // In the middle of two floats but for the last digit.
    expect(parse(`0x1.000001${'0'.repeat(500_000)}p0`, true)).toBe(1);
    expect(parse(`0x1.000001${'0'.repeat(500_000)}1p0`, true)).toBe(1 + 2 ** -23);
    expect(parse(`0x1${'0'.repeat(500_000)}p-2000000`, true)).toBe(1);
    expect(parse(`0x${'f'.repeat(500_000)}p-2000000`)).toBe(1);
  });
});
