import { describe, expect, it } from 'vitest';
import { Builder, FlexBufferError, decode, encode, getRoot } from '../src/index.js';

describe('decode', () => {
  it('keeps names of Object.prototype as data', () => {
    const bytes = encode(JSON.parse('{"__proto__":{"polluted":1},"constructor":2,"toString":3}'));
    const value = decode(bytes) as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(decode(bytes, { maps: 'map' })).toEqual(
      new Map<string, unknown>([
        ['__proto__', new Map([['polluted', 1]])],
        ['constructor', 2],
        ['toString', 3],
      ]),
    );
  });

  it('gives integers as asked', () => {
    const bytes = encode([1, 2n ** 60n, 2n ** 64n - 1n]);
    expect(decode(bytes)).toEqual([1, 2n ** 60n, 2n ** 64n - 1n]);
    expect(decode(bytes, { integers: 'number' })).toEqual([1, 2 ** 60, 2 ** 64]);
    expect(decode(bytes, { integers: 'bigint' })).toEqual([1n, 2n ** 60n, 2n ** 64n - 1n]);
  });

  it('copies, or gives views where asked and aligned', () => {
    const bytes = encode({ blob: Uint8Array.of(1, 2), doubles: Float64Array.of(1, 2) });
    const copied = decode(bytes) as { blob: Uint8Array; doubles: Float64Array };
    const viewed = decode(bytes, { views: true }) as { blob: Uint8Array; doubles: Float64Array };
    expect(viewed.blob.buffer).toBe(bytes.buffer);
    expect(viewed.doubles.buffer).toBe(bytes.buffer);
    expect(copied.blob.buffer).not.toBe(bytes.buffer);
    expect(copied).toEqual(viewed);
    expect(decode(bytes, { typedVectors: 'array' })).toEqual({ blob: Uint8Array.of(1, 2), doubles: [1, 2] });
    // The same bytes one further in their ArrayBuffer are not aligned any more.
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const copy = decode(shifted.subarray(1), { views: true }) as { doubles: Float64Array };
    expect(copy.doubles.buffer).not.toBe(shifted.buffer);
    expect(copy.doubles).toEqual(Float64Array.of(1, 2));
  });

  it('copies blobs of a Buffer too', () => {
    const bytes = Buffer.from(encode(Uint8Array.of(1, 2)));
    expect((decode(bytes) as Uint8Array).buffer).not.toBe(bytes.buffer);
  });

  it('decodes what only builders write', () => {
    const b = new Builder();
    b.vector((v) => {
      v.key('key');
      v.typedVector([true, false]);
      v.typedVector((t) => [t.key('b'), t.key('a')]);
      v.typedVector((t) => [t.string('deprecated')]);
      v.fixedTypedVector(Int16Array.of(1, -2, 3));
      v.indirectInt(5);
      v.indirectUInt(6);
      v.typedVector(() => {});
    });
    expect(decode(b.finish())).toEqual([
      'key',
      [true, false],
      ['b', 'a'],
      ['deprecated'],
      Int16Array.of(1, -2, 3),
      5,
      6,
      [],
    ]);
  });

  it('takes the later of two equal keys', () => {
    const b = new Builder();
    b.map((m) => [m.int('a', 1), m.int('a', 2)]);
    expect(b.hasDuplicateKeys).toBe(true);
    expect(decode(b.finish())).toEqual({ a: 2 });
  });

  it('lets a reviver choose, innermost first', () => {
    const seen: (string | number)[] = [];
    const value = decode(encode({ a: [1, 2], gone: 3 }), {
      reviver: (key, inner) => {
        seen.push(key);
        return key === 'gone' ? undefined : typeof inner === 'number' ? inner * 10 : inner;
      },
    });
    expect(value).toEqual({ a: [10, 20] });
    expect(seen).toEqual([0, 1, 'a', 'gone', '']);
  });

  it('decodes from a reference', () => {
    expect(
      decode(
        getRoot(encode({ a: { b: [1] } }))
          .asMap()
          .get('a'),
      ),
    ).toEqual({ b: [1] });
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'too-short'],
    ['a root of 3 bytes', '050403', 'width'],
    ['an unknown type', '056c01', 'type'],
    ['an offset to before the start', '016100061401', 'offset'],
    ['a length beyond the end', '096100021401', 'bounds'],
    // A vector of one element, which is the vector.
    ['a cycle', '010028022801', 'depth'],
  ])('refuses %s', (_, hex, code) => {
    const error = refusal(Buffer.from(hex, 'hex'));
    expect(error.code).toBe(code);
  });

  it('refuses sharing that would grow without end', () => {
    const b = new Builder();
    b.startVector();
    b.string('x');
    let shared = b.lastValue();
    b.undo();
    for (let level = 0; level < 40; level++) {
      b.vector((v) => [v.reuseValue(shared), v.reuseValue(shared)]);
      shared = b.lastValue();
      b.undo();
    }
    b.reuseValue(shared);
    b.endVector();
    const bytes = b.finish();
    expect(refusal(bytes).code).toBe('budget');
    expect(() => getRoot(bytes).toString()).toThrow(FlexBufferError);
  });
});

function refusal(bytes: Uint8Array): FlexBufferError {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof FlexBufferError) return error;
    throw error;
  }
  throw new Error('it was decoded');
}
