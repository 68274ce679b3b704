import { expect, it } from 'vitest';
import { byteCount } from '../../src/convert/byte-count.js';

it.each([
  ['0', 0],
  ['65536', 65_536],
  ['64K', 65_536],
  ['3m', 3 * 1024 ** 2],
  ['1G', 1024 ** 3],
  ['', null],
  ['K', null],
  ['-1', null],
  ['1.5M', null],
  ['64KB', null],
  ['1'.repeat(400), null],
])('%s is %s', (text, bytes) => {
  expect(byteCount(text)).toBe(bytes);
});
