import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '../src/index.js';

it('orders as Buffer.compare does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 6, max: 3 }), fc.uint8Array({ maxLength: 6, max: 3 }), (a, b) => {
      expect(Math.sign(compareBytes(a, 0, a.length, b, 0, b.length))).toBe(Buffer.compare(a, b));
    }),
  );
});

it('compares unsigned, looks at the ranges only, and puts a prefix first', () => {
  const bytes = Uint8Array.of(9, 0x7f, 0x80, 9);
  expect(compareBytes(bytes, 1, 2, bytes, 2, 3)).toBeLessThan(0);
  expect(compareBytes(bytes, 0, 1, bytes, 3, 4)).toBe(0);
  expect(compareBytes(bytes, 0, 2, bytes, 0, 1)).toBeGreaterThan(0);
  expect(compareBytes(bytes, 0, 0, bytes, 0, 1)).toBeLessThan(0);
});
