import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource, isWellFormed } from '../../src/syntax/source-text.js';

describe('decodeSource and encodeSource', () => {
  it('lose no byte', () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    const pieces = fc.array(
      fc.oneof(
        bytes,
        fc.string().map((text) => new TextEncoder().encode(text)),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const all = Uint8Array.from(parts.flatMap((part) => [...part]));
        expect(encodeSource(decodeSource(all))).toEqual(all);
      }),
    );
  });

  it('take well-formed text as the platform does, and nothing else for well-formed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let wanted: string | null = null;
        try {
          wanted = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch {
          wanted = null;
        }
        const text = decodeSource(bytes);
        expect(isWellFormed(text)).toBe(wanted !== null);
        expect(wanted ?? text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('show a byte that is not UTF-8 as a lone surrogate', () => {
    expect(decodeSource(Uint8Array.of(0x61, 0xff, 0xc3, 0xa9, 0xed, 0xa0, 0x80))).toBe(
      'a\udcffé\udced\udca0\udc80',
    );
  });
});
