import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodeError, Encoder, decode, encode, getRoot, verify } from '../src/index.js';
import { anyValue } from './arbitrary-value.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('encode', () => {
  it('gives what decode gives back', () => {
    fc.assert(
      fc.property(
        anyValue,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (value, shareStrings, shareKeyVectors, indirectFloats) => {
          const bytes = encode(value, { shareStrings, shareKeyVectors, indirectFloats });
          expect(verify(bytes, { strict: true })).toBeNull();
          expect(decode(bytes)).toEqual(value);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives records in records the same bytes the second time, and writes their keys once', () => {
    const value = Array.from({ length: 3 }, (_, id) => ({
      address: { city: 'Rome' },
      id,
      size: { width: 1 },
    }));
    const encoder = new Encoder();
    const first = encoder.encode(value);
    expect(encoder.encode(value)).toEqual(first);
    const [a, b, c] = Array.from(getRoot(first).asVector(), (record) => record.asMap().keys().get(0));
    expect(b?.at).toBe(a?.at);
    expect(c?.at).toBe(a?.at);
  });

  it('gives the same bytes for the same value, whatever was encoded before', () => {
    const encoder = new Encoder({ shareStrings: true });
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(hex(encoder.encode(value))).toBe(hex(encode(value, { shareStrings: true })));
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['null', null, '000001'],
    ['undefined', undefined, '000001'],
    ['true', true, '016801'],
    ['an int', -1, 'ff0401'],
    ['a safe int', 2 ** 40, '00000000000100000708'],
    ['minus zero', -0, '000000800e04'],
    ['a large number', 2 ** 60, '0000805d0e04'],
    ['NaN', NaN, '0000c07f0e04'],
    ['infinity', -Infinity, '000080ff0e04'],
    ['a fraction', 0.1, '9a9999999999b93f0f08'],
    ['a bigint', 5n, '050401'],
    ['a uint', 2n ** 64n - 1n, 'ffffffffffffffff0b08'],
    ['a boxed number', Object(5), '050401'],
    ['an empty array', [], '00002801'],
    ['an empty object', {}, '00000100002401'],
  ])('writes %s', (_, value, expected) => {
    expect(hex(encode(value))).toBe(expected);
  });

  it('orders keys by bytes, not by UTF-16', () => {
    const bytes = encode({ '\u{1f600}': 1, '\uffee': 2, a: 3 });
    expect([...getRoot(bytes).asMap().keys()].map((key) => key.asKey())).toEqual([
      'a',
      '\uffee',
      '\u{1f600}',
    ]);
    expect(getRoot(bytes).asMap().get('\u{1f600}').asInt32()).toBe(1);
  });

  it('writes only the bytes of a view', () => {
    const whole = Uint8Array.of(9, 1, 2, 9);
    expect(decode(encode(whole.subarray(1, 3)))).toEqual(Uint8Array.of(1, 2));
    expect(decode(encode(new DataView(whole.buffer, 1, 2)))).toEqual(Uint8Array.of(1, 2));
    expect(decode(encode(whole.buffer))).toEqual(whole);
  });

  it('widens narrow typed arrays whose length does not fit an element', () => {
    const numbers = Array.from({ length: 300 }, (_, i) => (i % 200) - 100);
    expect(decode(encode(Int8Array.from(numbers)))).toEqual(Int16Array.from(numbers));
    expect(decode(encode(new Uint16Array(70_000).fill(7)))).toEqual(new Uint32Array(70_000).fill(7));
  });

  it('follows its rules for undefined, holes, Map, Set, Date and toJSON', () => {
    const date = new Date(0);
    class Point {
      x = 1;
      #hidden = 2;
      sum(): number {
        return this.x + this.#hidden;
      }
    }
    const list: unknown[] = [];
    list[2] = 1;
    const value = {
      gone: undefined,
      list,
      map: new Map([['k', new Set([1, 2])]]),
      date,
      point: new Point(),
    };
    expect(decode(encode(value))).toEqual({
      list: [null, null, 1],
      map: { k: [1, 2] },
      date: date.toJSON(),
      point: { x: 1 },
    });
    expect(decode(encode({ toJSON: (key: string) => ({ key, toJSON: 1 }) }))).toEqual({ key: '', toJSON: 1 });
    expect(decode(encode([new Date(NaN)]))).toEqual([null]);
    // Bytes with a toJSON, as Node's are, stay bytes.
    expect(decode(encode([Buffer.from('hi')]))).toEqual([new Uint8Array([104, 105])]);
  });

  it('handles objects with more keys than a record has', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`key ${(i * 7919) % 10_000}`, i]),
    );
    const bytes = encode(wide);
    expect(verify(bytes, { strict: true })).toBeNull();
    expect(decode(bytes)).toEqual(wide);
    expect(getRoot(bytes).asMap().get('key 7919').asInt32()).toBe(1);
  });

  it('orders keys of dictionaries by bytes, however many begin alike', () => {
    const key = fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll('\0', ''));
    const prefix = fc.constantFrom('', 'a', 'long common beginning/', '\u{1f600}');
    const keys = fc.uniqueArray(
      fc.tuple(prefix, key).map((parts) => parts.join('')),
      { minLength: 65 },
    );
    fc.assert(
      fc.property(keys, (names) => {
        const value = Object.fromEntries(names.map((name, i) => [name, i]));
        const bytes = encode(value);
        expect(verify(bytes, { strict: true })).toBeNull();
        expect(decode(bytes)).toEqual(value);
        for (const name of names) expect(getRoot(bytes).asMap().get(name).asInt32()).toBe(value[name]);
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, () => unknown, string, string]>([
    ['two keys that are one in UTF-8', () => ({ m: { '\ud800': 1, '\ud801': 2 } }), 'key', '$.m'],
    [
      'two such keys among many',
      () => ({
        '\ud800': 1,
        '\ud801': 2,
        ...Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`k${i}`, i])),
      }),
      'key',
      '$',
    ],
    [
      'a key with a NUL among many',
      () => Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`k${i}\0`, i])),
      'key',
      '$',
    ],
    ['a function', () => ({ a: [1, () => 1] }), 'unsupported', '$.a[1]'],
    ['a symbol', () => [Symbol('s')], 'unsupported', '$[0]'],
    ['a Map with other keys', () => ({ m: new Map([[1, 2]]) }), 'unsupported', '$.m'],
    ['a large bigint', () => [2n ** 64n], 'range', '$[0]'],
    ['a key with a NUL', () => ({ 'odd key': { 'a\0b': 1 } }), 'key', '$["odd key"]'],
    [
      'a cycle',
      () => {
        const a: Record<string, unknown> = { deep: [{}] };
        (a.deep as unknown[])[0] = { back: a };
        return { start: a };
      },
      'cycle',
      '$.start.deep[0].back',
    ],
    [
      'nesting without end',
      () => Array.from({ length: 65 }).reduce((inner) => [inner], 'x'),
      'depth',
      `$${'[0]'.repeat(64)}`,
    ],
  ])('refuses %s', (_, make, code, path) => {
    const error = refusal(make());
    expect({ code: error.code, path: error.path }).toEqual({ code, path });
  });

  it('refuses to encode while it encodes', () => {
    const encoder = new Encoder();
    expect(() => encoder.encode({ toJSON: () => encoder.encode(1) })).toThrow(/use another one/);
    expect(hex(encoder.encode(1))).toBe('010401');
  });

  it('works again after a refusal', () => {
    const encoder = new Encoder();
    expect(() => encoder.encode([1, { a: () => 1 }])).toThrow(EncodeError);
    expect(hex(encoder.encode([1, { a: 1 }]))).toBe(hex(encode([1, { a: 1 }])));
  });

  it('lets a replacer choose', () => {
    expect(decode(encode({ secret: 1, f: () => 1, list: [() => 2] }, { replacer: withoutSecrets }))).toEqual({
      f: 'f',
      list: ['f'],
    });
  });
});

function withoutSecrets(key: string | number, value: unknown): unknown {
  if (key === 'secret') return undefined;
  return typeof value === 'function' ? 'f' : value;
}

function refusal(value: unknown): EncodeError {
  try {
    encode(value);
  } catch (error) {
    if (error instanceof EncodeError) return error;
    throw error;
  }
  throw new Error('it was encoded');
}
