import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOrder } from '../../src/write/key-order.js';

function ordered(keys: readonly number[]): number[] {
  return [...keyOrder(keys.length, (a, b) => (keys[a] ?? 0) < (keys[b] ?? 0))];
}

describe('keyOrder', () => {
  it('moves equal keys as the reference does', () => {
    expect(ordered([1, 1, 1])).toEqual([1, 2, 0]);
    expect(ordered([5, 5, 5, 5])).toEqual([1, 2, 3, 0]);
  });

  it('gives up the order of equal keys when it would take too long', () => {
    const keys = [5, 3, 5, 3, 5];
    const order = (patience: number): number[] => [
      ...keyOrder(keys.length, (a, b) => (keys[a] ?? 0) < (keys[b] ?? 0), patience),
    ];
    expect(order(8)).toEqual([1, 3, 0, 2, 4]);
    expect(order(1000)).not.toEqual(order(8));
  });

  it('sorts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (keys) => {
        const order = ordered(keys);
        expect(order.map((i) => keys[i])).toEqual(keys.toSorted((a, b) => a - b));
        expect(order.toSorted((a, b) => a - b)).toEqual(keys.map((_, i) => i));
      }),
    );
  });

  it('is quick about long vectors that are bad for the reference', () => {
    const count = 100_000;
    expect(ordered(Array.from({ length: count }, (_, i) => count - i))[0]).toBe(count - 1);
    expect(ordered(Array.from({ length: count }, () => 7))).toHaveLength(count);
  });
});
