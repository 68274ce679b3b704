// Hexadecimal floats against what the engine rounds itself: a double to a float, a bigint to a double.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHexFloat } from '../src/index.js';

describe('parseHexFloat', () => {
  it.each([
    ['0x1.8p1', 3, 3],
    ['-0x.8p-2', -0.125, -0.125],
    ['+0XA.P+1', 20, 20],
    ['0x1p-1074', 5e-324, 0],
    ['0x0.8p-1074', 0, 0],
    ['0x0.8001p-1074', 5e-324, 0],
    ['0x1.8p-1074', 1e-323, 0],
    ['0x1.fffffffffffff8p1023', Infinity, Infinity],
    ['0x1.ffffffp127', 2 ** 128 - 2 ** 103, Infinity],
    ['0x1.000001p0', 1 + 2 ** -24, 1],
    ['0x1.0000010000000000001p0', 1 + 2 ** -24, 1 + 2 ** -23],
    ['-0x0p0', -0, -0],
    ['0x1p99999999999999999999', Infinity, Infinity],
    ['0x1p-99999999999999999999', 0, 0],
  ])('reads %s', (text, double, single) => {
    expect(parseHexFloat(text, false)).toBe(double);
    expect(parseHexFloat(text, true)).toBe(single);
  });

  it.each(['', '0x', '0xp1', '0x.p1', '0x1', '0x1.8', '0x1p', '1p1', '0x1.2.3p1', '0x1p1 ', '0xgp1'])(
    'refuses %j',
    (text) => {
      expect(parseHexFloat(text, false)).toBeNull();
    },
  );

  it('rounds once, to either precision', () => {
    const mantissa = fc.bigInt({ min: 0n, max: (1n << 120n) - 1n });
    fc.assert(
      fc.property(mantissa, fc.integer({ min: 0, max: 30 }), (whole, places) => {
        const digits = whole.toString(16).padStart(places + 1, '0');
        const cut = digits.length - places;
        const value = parseHexFloat(`0x${digits.slice(0, cut)}.${digits.slice(cut)}p${4 * places}`, false);
        expect(value).toBe(Number(whole));
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        const [bits = 0n] = new BigInt64Array(new Float64Array([Math.abs(double)]).buffer);
        const exponent = Math.max(Number(bits >> 52n), 1) - 1075;
        const digits = ((bits & ((1n << 52n) - 1n)) | (bits >> 52n === 0n ? 0n : 1n << 52n)).toString(16);
        const text = `${double < 0 ? '-' : ''}0x${digits}p${exponent}`;
        expect(parseHexFloat(text, false)).toBe(double === 0 ? 0 : double);
        expect(parseHexFloat(text, true)).toBe(double === 0 ? 0 : Math.fround(double));
      }),
    );
  });

  it('is quick with long texts', () => {
    expect(parseHexFloat(`0x${'f'.repeat(1_000_000)}`, false)).toBeNull();
    expect(parseHexFloat(`0x${'0'.repeat(1_000_000)}1p0`, false)).toBe(1);
  });
});
