// Decimals to doubles: as the engine does it, or not at all.
import { encodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundDecimal } from '../../src/numbers/round-decimal.js';

/** The result for a decimal text without exponent. */
function round(text: string): number {
  const point = text.indexOf('.');
  const bytes = encodeUtf8(text);
  return roundDecimal(bytes, 0, bytes.length, point < 0 ? 0 : point + 1 - text.length);
}

it('agrees with the engine wherever it is sure', () => {
  let unsure = 0;
  const digits = fc.stringMatching(/^[0-9]{1,30}$/);
  fc.assert(
    fc.property(digits, fc.nat(22), (text, places) => {
      const padded = text.padStart(places + 1, '0').slice(-30);
      const at = Math.max(1, padded.length - places);
      const decimal = at === padded.length ? padded : `${padded.slice(0, at)}.${padded.slice(at)}`;
      const value = round(decimal);
      const isUnsure = Number.isNaN(value);
      if (isUnsure) unsure++;
      expect(isUnsure || value === Number(decimal)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(unsure).toBeLessThan(20);
});

it('agrees with the engine for what doubles print', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-5, max: 1e20, noNaN: true }), (value) => {
      const text = String(value);
      fc.pre(/^\d+(\.\d{1,22})?$/.test(text));
      const rounded = round(text);
      expect(Number.isNaN(rounded) || rounded === value).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

it('leaves the middle of two doubles to the engine', () => {
  // 2^53 + 1
  expect(round('9007199254740993')).toBeNaN();
  expect(round('9007199254740993.0001')).toBe(9007199254740994);
});
