import { expect, it } from 'vitest';
import { asciiString } from '../src/ascii-string.js';

it('reads 0 to 16 ASCII bytes', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz';
  const bytes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
  for (let length = 0; length <= 16; length++) {
    expect(asciiString(bytes, 3, length)).toBe(alphabet.slice(3, 3 + length));
  }
});

it('refuses longer runs and any byte that is not ASCII, wherever it is', () => {
  expect(asciiString(new Uint8Array(17), 0, 17)).toBeNull();
  for (let at = 0; at < 16; at++) {
    const bytes = new Uint8Array(16).fill(0x41);
    bytes[at] = 0x80;
    expect(asciiString(bytes, 0, 16)).toBeNull();
  }
});
