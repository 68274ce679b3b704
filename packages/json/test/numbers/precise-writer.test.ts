// Floats in their shortest form read back as the same number.
import { ForwardBuffer, decodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFloatText } from '../../src/numbers/float-text.js';
import { writePrecise } from '../../src/numbers/precise-writer.js';

function written(value: number, single: boolean): string {
  const out = new ForwardBuffer();
  writePrecise(out, value, single);
  return decodeUtf8(out.bytes, 0, out.length);
}

function read(text: string, single: boolean): number | null {
  const bytes = Buffer.from(text);
  return parseFloatText(bytes, 0, bytes.length, single);
}

describe('writePrecise', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1, '1'],
    [-1.5, '-1.5'],
    [0.1, '0.1'],
    [123.456, '123.456'],
    [0.001, '0.001'],
    [0.0001, '0.0001'],
    [1e21, '1e+21'],
    [5e-324, '5e-324'],
    [NaN, 'nan'],
    [-Infinity, '-inf'],
  ])('writes the double %s as %s', (value, expected) => {
    expect(written(value, false)).toBe(expected);
  });

  it.each([
    [Math.fround(0.1), '0.1'],
    [Math.fround(16777216), '16777216'],
    [Math.fround(3.4028234663852886e38), '3.4028235e+38'],
    [Math.fround(1.401298464324817e-45), '1.4013e-45'],
    [Math.fround(-12.3456), '-12.3456'],
  ])('writes the float %s as %s', (value, expected) => {
    expect(written(value, true)).toBe(expected);
  });

  it('writes what reads back as the same number, and no longer than the engine does', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const text = written(value, false);
        expect(read(text, false)).toBe(value);
        expect(text.length).toBeLessThanOrEqual(String(value).length + 1);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.float(), (value) => {
        const text = written(value, true);
        expect(read(text, true)).toBe(value);
        expect(text.length).toBeLessThanOrEqual(String(value).length + 1);
      }),
      { numRuns: 5000 },
    );
  });
});
