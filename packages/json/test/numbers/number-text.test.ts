import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForwardBuffer, decodeUtf8 } from '@fb/bytes';
import { writeFixed, writeLong, writeSigned, type Decimals } from '../../src/numbers/number-text.js';

function written(write: (out: ForwardBuffer) => void): string {
  const out = new ForwardBuffer(8);
  write(out);
  return decodeUtf8(out.bytes, 0, out.length);
}

/** The number as an exact fraction, rounded to `decimals` places half to even: what printf does, in bigints. */
function exactly(value: number, decimals: Decimals): string {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const pattern = bits.getBigUint64(0);
  const exponent = Number((pattern >> 52n) & 0x7ffn);
  const mantissa = (pattern & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
  const shift = BigInt(Math.max(exponent, 1) - 1075);
  const scaled = mantissa * 10n ** BigInt(decimals);
  let digits: bigint;
  if (shift >= 0n) {
    digits = scaled << shift;
  } else {
    const half = 1n << (-shift - 1n);
    digits = scaled >> -shift;
    const rest = scaled - (digits << -shift);
    if (rest > half || (rest === half && digits % 2n === 1n)) digits += 1n;
  }
  const text = digits.toString().padStart(decimals + 1, '0');
  const fixed = `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return (pattern >> 63n === 1n ? '-' : '') + fixed.replace(/0+$/, '').replace(/\.$/, '.0');
}

describe('writeFixed', () => {
  it.each([
    [0.0078125, 6, '0.007812'],
    [0.0234375, 6, '0.023438'],
    [100000002004087734272, 6, '100000002004087734272.0'],
    [0.9999999, 6, '1.0'],
    [4.9e-7, 6, '0.0'],
    [-1e-13, 12, '-0.0'],
    [-0, 12, '-0.0'],
    [1e21, 12, '1000000000000000000000.0'],
    [NaN, 6, 'nan'],
    [-Infinity, 12, '-inf'],
  ] as const)('%d with %d decimals', (value, decimals, text) => {
    expect(written((out) => writeFixed(out, value, decimals))).toBe(text);
  });

  it('rounds the exact binary value, ties to even', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
    const decimalTies = fc
      .tuple(fc.integer({ min: 0, max: 2 ** 30 }), fc.integer({ min: 0, max: 20 }))
      .map(([n, shift]) => n / 2 ** shift);
    fc.assert(
      fc.property(fc.oneof(doubles, decimalTies, fc.double({ min: 0, max: 10, noNaN: true })), (value) => {
        expect(written((out) => writeFixed(out, value, 12))).toBe(exactly(value, 12));
        const fround = Math.fround(value);
        const single = Number.isFinite(fround) ? fround : 0;
        expect(written((out) => writeFixed(out, single, 6))).toBe(exactly(single, 6));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('integers', () => {
  it('writes all of 64 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (value) => {
        const low = Number(BigInt.asIntN(32, value));
        const high = Number(BigInt.asIntN(32, value >> 32n));
        expect(written((out) => writeLong(out, low, high, value < 0n))).toBe(String(value));
      }),
    );
  });

  it('writes numbers up to 2^53', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(written((out) => writeSigned(out, value))).toBe(String(value));
      }),
    );
  });
});
