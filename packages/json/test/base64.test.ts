// Base64 as everybody else has it.
import { ForwardBuffer, decodeUtf8, encodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBase64, writeBase64 } from '../src/base64.js';

it('writes what Node writes, and reads it', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const out = new ForwardBuffer();
      writeBase64(out, bytes, 0, bytes.length);
      const expected = Buffer.from(bytes).toString('base64');
      expect(decodeUtf8(out.bytes, 0, out.length)).toBe(expected);
      for (const text of [expected, expected.replace(/=+$/, ''), Buffer.from(bytes).toString('base64url')])
        expect(readBase64(encodeUtf8(text), 0, text.length)).toEqual(bytes);
    }),
  );
});

it.each(['A', 'A===', '=', '====', 'AA=', 'AB==', 'AAB=', 'A A=', 'AA=A', 'AAAA=', 'é'])(
  'refuses %s',
  (text) => {
    const bytes = encodeUtf8(text);
    expect(readBase64(bytes, 0, bytes.length)).toBeNull();
  },
);
