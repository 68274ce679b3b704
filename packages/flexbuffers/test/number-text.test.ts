import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDouble, parseInt64, parseUint64, printDouble } from '../src/number-text.js';

describe('integers in text', () => {
  it.each<[string, bigint, bigint]>([
    ['42', 42n, 42n],
    ['  +7', 7n, 7n],
    ['-7', -7n, 2n ** 64n - 7n],
    ['0042', 42n, 42n],
    ['9223372036854775808', 0n, 2n ** 63n],
    ['-9223372036854775808', -(2n ** 63n), 2n ** 63n],
    ['18446744073709551616', 0n, 0n],
    [`${'0'.repeat(100)}5`, 5n, 5n],
    ['', 0n, 0n],
    ['42 ', 0n, 0n],
    ['0x1F', 0n, 0n],
    ['12abc', 0n, 0n],
    ['12\0abc', 12n, 12n],
  ])('%j', (text, signed, unsigned) => {
    expect([parseInt64(text), parseUint64(text)]).toEqual([signed, unsigned]);
  });

  it('takes no time for long text', () => {
    expect(parseInt64(`${'0'.repeat(1_000_000)}x`)).toBe(0n);
    expect(parseDouble(`${'1'.repeat(1_000_000)}x`)).toBe(0);
    expect(parseDouble(`0x${'1'.repeat(1_000_000)}y`)).toBe(0);
  });
});

describe('floats in text', () => {
  it.each<[string, number]>([
    ['1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    [' -1e3', -1000],
    ['1e', 0],
    ['0x1F', 31],
    ['0x1.8p1', 3],
    ['-0x.8', -0.5],
    ['0x', 0],
    ['0x1p-1074', 5e-324],
    ['0x1p-1075', 0],
    ['0x1.8p-1075', 5e-324],
    ['0x1p1023', 2 ** 1023],
    ['0x1.fffffffffffff7p1023', Number.MAX_VALUE],
    ['0x1.fffffffffffff8p1023', Infinity],
    // Half way between two doubles, then just above.
    ['0x1.00000000000008p0', 1],
    ['0x1.000000000000080000000000000001p0', 1 + Number.EPSILON],
    ['0x1p99999999999999', Infinity],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['NaN', NaN],
    ['nan(12)', NaN],
    ['42 ', 0],
    ['', 0],
  ])('%j', (text, value) => {
    expect(parseDouble(text)).toBe(value);
  });

  it('prints 12 decimals, ties to even', () => {
    expect([0, -0, 4, 0.1, -2.5, 1e-13].map(printDouble)).toEqual([
      '0.0',
      '-0.0',
      '4.0',
      '0.1',
      '-2.5',
      '0.0',
    ]);
    expect(printDouble(2 ** -13)).toBe('0.000122070312');
    expect(printDouble(3 * 2 ** -13)).toBe('0.000366210938');
    expect(printDouble(1e21)).toBe('1000000000000000000000.0');
    expect(printDouble(-1e300)).toMatch(/^-1000000000000000052504760255204420248704\d{261}\.0$/);
    expect([NaN, Infinity, -Infinity].map(printDouble)).toEqual(['nan', 'inf', '-inf']);
  });

  it('prints nothing farther from a number than half a unit of its last decimal', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (value) => {
        expect(Math.abs(Number(printDouble(value)) - value)).toBeLessThanOrEqual(
          5.1e-13 + Math.abs(value) * 2 ** -52,
        );
      }),
    );
  });
});
