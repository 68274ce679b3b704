import { expect, it } from 'vitest';
import { geometryOf } from '../../src/bytes/hex-geometry.js';
import { keyTarget } from '../../src/bytes/hex-keys.js';

const geometry = geometryOf(100, 800);
const press = (key: string, from: number | null, ctrlKey = false): number | null =>
  keyTarget({ key, ctrlKey, altKey: false, metaKey: false }, from, geometry, 3);

it.each([
  ['ArrowRight', 5, 6],
  ['ArrowRight', 99, 99],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 5, 21],
  ['ArrowDown', 90, 90],
  ['ArrowUp', 5, 5],
  ['ArrowUp', 21, 5],
  ['Home', 21, 16],
  ['End', 21, 31],
  ['End', 98, 99],
  ['PageDown', 0, 48],
  ['PageDown', 90, 99],
  ['PageUp', 21, 5],
])('%s leads from %i to %i', (key, from, to) => {
  expect(press(key, from)).toBe(to);
});

it('goes to the ends of the buffer with Ctrl', () => {
  expect(press('Home', 50, true)).toBe(0);
  expect(press('End', 50, true)).toBe(99);
});

it('begins at the first byte, and leaves other keys alone', () => {
  expect(press('ArrowDown', null)).toBe(0);
  expect(press('a', 5)).toBeNull();
  expect(
    keyTarget({ key: 'ArrowRight', ctrlKey: false, altKey: true, metaKey: false }, 5, geometry, 3),
  ).toBeNull();
});
