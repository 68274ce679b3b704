import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource, isWellFormed } from '../src/index.js';

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

  it('know truncated, overlong and surrogate sequences for what they are', () => {
    const bytes = Uint8Array.from(
      Buffer.from('61ff c3a9 e282ac f09f9880 80 c3 eda080 c080 f8888080 e282'.replaceAll(' ', ''), 'hex'),
    );
    const text = decodeSource(bytes);
    expect(text.startsWith('a\udcffé€😀\udc80\udcc3')).toBe(true);
    expect(encodeSource(text)).toEqual(bytes);
  });

  it('write such bytes between any text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: 0x80, max: 0xff }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.map((each) =>
          typeof each === 'string' ? each : String.fromCharCode(0xdc00 + each),
        );
        const bytes = pieces.map((each) =>
          typeof each === 'string' ? Buffer.from(each) : Uint8Array.of(each),
        );
        expect(Buffer.from(encodeSource(text.join('')))).toEqual(Buffer.concat(bytes));
      }),
    );
  });
});
