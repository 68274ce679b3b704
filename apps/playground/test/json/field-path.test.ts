import { expect, it } from 'vitest';
import { isAtOrBelow } from '../../src/json/field-path.js';

it.each([
  ['a', 'a', true],
  ['a.b', 'a', true],
  ['a[2]', 'a', true],
  ['a[2].b', 'a[2]', true],
  ['a', '', true],
  ['ab', 'a', false],
  ['a', 'a.b', false],
  ['a[22]', 'a[2', false],
])('whether %s is %s or below it: %s', (path, above, is) => {
  expect(isAtOrBelow(path, above)).toBe(is);
});
