import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  boxesOf,
  columnX,
  geometryOf,
  ROW,
  scrollTopOf,
  spaceOf,
  visibleRows,
} from '../../src/bytes/hex-geometry.js';

it('has eight columns on a phone, and sixteen where they fit', () => {
  expect(geometryOf(212, 330)).toMatchObject({ columns: 8, rows: 27, digits: 4 });
  expect(geometryOf(212, 800)).toMatchObject({ columns: 16, rows: 14 });
  expect(geometryOf(10 << 20, 800)).toMatchObject({ digits: 6, rows: 655_360 });
});

it('shows the row that was scrolled to, however long the buffer is', () => {
  const rows = fc.nat(2_000_000);
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 100, max: 1200 }), (count, wish, height) => {
      const geometry = geometryOf((count + 1) * 16, 800);
      const row = Math.min(wish, count);
      const top = Math.min(scrollTopOf(geometry, row, height), Math.max(0, spaceOf(geometry) - height));
      const { first, count: shown, top: y } = visibleRows(geometry, top, height);
      expect(first).toBeLessThanOrEqual(row);
      expect(row).toBeLessThan(first + shown);
      expect(first + shown).toBeLessThanOrEqual(geometry.rows);
      expect(shown).toBeLessThan(height / ROW + 3);
      expect(y).toBeLessThanOrEqual(top);
    }),
  );
});

it('reaches the last row at the end of the scroll bar', () => {
  const geometry = geometryOf(50 << 20, 800);
  const { first, count } = visibleRows(geometry, spaceOf(geometry) - 600, 600);
  expect(first + count).toBe(geometry.rows);
});

it('puts a rectangle around the bytes of each visible row', () => {
  const geometry = geometryOf(212, 800);
  const visible = { first: 0, count: 14 };
  expect(boxesOf(geometry, visible, 4, 8)).toEqual([{ x: columnX(geometry, 4), y: 0, width: 4 * 24 }]);
  expect(boxesOf(geometry, visible, 14, 34)).toHaveLength(3);
  expect(boxesOf(geometry, { first: 5, count: 2 }, 0, 4)).toEqual([]);
});
