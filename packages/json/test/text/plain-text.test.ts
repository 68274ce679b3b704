import { expect, it } from 'vitest';
import { isPlainText } from '../../src/text/plain-text.js';

/** What may stand between quotes as it is. */
function isPlain(byte: number): boolean {
  return byte >= 32 && byte < 127 && byte !== 34 && byte !== 92;
}

function wordOf(bytes: readonly number[]): number {
  return new DataView(Uint8Array.from(bytes).buffer).getInt32(0, true);
}

it('knows every byte at every place', () => {
  for (let byte = 0; byte < 256; byte++)
    for (let at = 0; at < 4; at++)
      for (const other of [32, 65, 126, 33, 35])
        expect(isPlainText(wordOf([other, other, other, other].with(at, byte)))).toBe(isPlain(byte));
});

it('lets no pair of bytes hide one that is not plain', () => {
  const hidden: (readonly number[])[] = [];
  for (let low = 0; low < 256; low++)
    for (let high = 0; high < 256; high++) {
      const places = [
        [low, high, 65, 65],
        [65, low, high, 65],
        [65, 65, low, high],
      ];
      if (!isPlain(low) || !isPlain(high))
        hidden.push(...places.filter((bytes) => isPlainText(wordOf(bytes))));
    }
  expect(hidden).toEqual([]);
});
