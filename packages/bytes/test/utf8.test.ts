import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Bytes from '../src/index.js';

// The platform's own encoder and decoder are the truth; the engine under test gets whichever of them it may use.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

const engines: readonly (readonly [name: string, missing: readonly string[]])[] = [
  ['Buffer', []],
  ['TextDecoder and TextEncoder', ['Buffer']],
  ['TextEncoder alone', ['Buffer', 'TextDecoder']],
  ['nothing', ['Buffer', 'TextDecoder', 'TextEncoder']],
];

async function load(missing: readonly string[]): Promise<typeof Bytes> {
  vi.resetModules();
  for (const name of missing) vi.stubGlobal(name, undefined);
  const module = await import('../src/index.js');
  vi.unstubAllGlobals();
  return module;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Any sequence of UTF-16 code units, with a good share of lone surrogates and of all lengths of UTF-8. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0xd700, max: 0xe0ff }),
    ),
    { maxLength: 80 },
  )
  .map((units) => String.fromCharCode(...units));

const EDGES = [
  0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
  0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
];

/** Bytes that are often nearly UTF-8: edges of the lead and continuation ranges are frequent. */
const nearlyUtf8 = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  fc.array(fc.constantFrom(...EDGES), { maxLength: 60 }).map((bytes) => Uint8Array.from(bytes)),
);

function isWellFormed(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe.each(engines)('UTF-8 with %s', (_name, missing) => {
  it('decodes any bytes as the Encoding Standard does', async () => {
    const { decodeUtf8 } = await load(missing);
    fc.assert(
      fc.property(nearlyUtf8, (bytes) => {
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(decoder.decode(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('decodes a part of an array that is a part of a larger one', async () => {
    const { decodeUtf8 } = await load(missing);
    const text = 'ASCII, 13 long; żółw 😀 and more of everything, beyond what is done by hand';
    for (let end = 0; end <= text.length; end++) {
      const piece = decoder.decode(encoder.encode(text.slice(0, end)));
      const bytes = encoder.encode(`<<${piece}>>`).subarray(1);
      expect(decodeUtf8(bytes, 1, bytes.length - 2)).toBe(piece);
    }
  });

  it('keeps a byte order mark', async () => {
    const { decodeUtf8 } = await load(missing);
    for (const tail of ['', 'short', 'long enough to be left to the engine']) {
      const bytes = encoder.encode(`\ufeff${tail}`);
      expect(decodeUtf8(bytes, 0, bytes.length)).toBe(`\ufeff${tail}`);
    }
  });

  it('encodes any text as the Encoding Standard does', async () => {
    const { encodeUtf8, encodeUtf8Into, utf8Length } = await load(missing);
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = encoder.encode(text);
        expect(utf8Length(text)).toBe(expected.length);
        expect(encodeUtf8(text)).toEqual(expected);
        const target = new Uint8Array(expected.length + 4).fill(0xaa);
        expect(encodeUtf8Into(text, target, 2)).toBe(expected.length);
        expect(target.subarray(2, -2)).toEqual(expected);
        expect([target[0], target[1], target.at(-2), target.at(-1)]).toEqual([0xaa, 0xaa, 0xaa, 0xaa]);
      }),
      { numRuns: 1000 },
    );
  });

  it('handles texts of a hundred thousand characters', async () => {
    const { decodeUtf8, encodeUtf8 } = await load(missing);
    const text = 'naïve 😀 '.repeat(12_500);
    const bytes = encodeUtf8(text);
    expect(bytes.length).toBe(encoder.encode(text).length);
    expect(decodeUtf8(bytes, 0, bytes.length) === text).toBe(true);
  });

  it('tells well-formed bytes from others', async () => {
    const { isUtf8 } = await load(missing);
    fc.assert(
      fc.property(nearlyUtf8, anyText, (bytes, text) => {
        expect(isUtf8(bytes, 0, bytes.length)).toBe(isWellFormed(bytes));
        const good = encoder.encode(text);
        expect(isUtf8(good, 0, good.length)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The compiler's library does not know of it yet. */
function resizable(size: number): ArrayBuffer {
  return Reflect.construct(ArrayBuffer, [size, { maxByteLength: 2 * size }]) as ArrayBuffer;
}

/** Whether memory is of the kinds that browsers neither decode nor encode into. */
function isRefused(bytes: Uint8Array): boolean {
  return bytes.buffer instanceof SharedArrayBuffer || Reflect.get(bytes.buffer, 'resizable') === true;
}

class BrowserDecoder extends TextDecoder {
  override decode(bytes: Uint8Array): string {
    if (isRefused(bytes)) throw new TypeError('the memory must not be shared or resizable');
    return super.decode(bytes);
  }
}

class BrowserEncoder extends TextEncoder {
  override encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    if (isRefused(bytes)) throw new TypeError('the memory must not be shared or resizable');
    return super.encodeInto(text, bytes);
  }
}

describe.each([...engines, ['a browser', ['Buffer']] as const])(
  'memory of every kind with %s',
  (name, missing) => {
    it.each([
      ['shared', () => new Uint8Array(new SharedArrayBuffer(256), 3)],
      ['resizable', () => new Uint8Array(resizable(256), 3)],
      ['at an odd place', () => new Uint8Array(new ArrayBuffer(256), 3)],
    ])('is decoded and encoded into: %s', async (_kind, make) => {
      if (name === 'a browser') {
        vi.stubGlobal('TextDecoder', BrowserDecoder);
        vi.stubGlobal('TextEncoder', BrowserEncoder);
      }
      const { decodeUtf8, encodeUtf8Into } = await load(missing);
      for (const text of ['short', 'naïve 😀', 'long enough to be left to the engine: żółw 😀']) {
        const bytes = make();
        const length = encodeUtf8Into(text, bytes, 5);
        expect(length).toBe(encoder.encode(text).length);
        expect(decodeUtf8(bytes, 5, 5 + length)).toBe(text);
      }
    });
  },
);
