import { describe, expect, it } from 'vitest';
import { Builder, decode, getRoot, verify, type VectorWriter } from '../src/index.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function built(write: (b: Builder) => void, b: Builder = new Builder()): Uint8Array {
  write(b);
  return b.finish();
}

function threeRecords(b: Builder): void {
  b.vector((v) => {
    for (let i = 0; i < 3; i++) {
      v.map((m) => {
        m.string('name', 'the same');
        m.int('id', i);
      });
    }
  });
}

function threeScalars(v: VectorWriter): void {
  v.string('text');
  v.key('key');
  v.double(0.1);
}

describe('Builder', () => {
  it('takes 64-bit integers as numbers or bigints', () => {
    for (const value of [0, -1, 127, 128, -32769, 2 ** 31, -(2 ** 40), 2 ** 53 - 1, 2 ** 62]) {
      expect(hex(built((b) => b.int(value)))).toBe(hex(built((b) => b.int(BigInt(value)))));
      expect(getRoot(built((b) => b.int(value))).asInt64()).toBe(BigInt(value));
    }
    for (const value of [0, 255, 256, 2 ** 32, 2 ** 63]) {
      expect(getRoot(built((b) => b.uint(value))).asUint64()).toBe(BigInt(value));
    }
    expect(getRoot(built((b) => b.uint(2n ** 64n - 1n))).asUint64()).toBe(2n ** 64n - 1n);
    expect(hex(built((b) => b.int(-0)))).toBe('000401');
  });

  it('writes an indirect double that fits 32 bits as the value it is', () => {
    expect(hex(built((b) => b.indirectDouble(4)))).toBe('00008040042201');
    expect(getRoot(built((b) => b.indirectDouble(4))).asDouble()).toBe(4);
  });

  it('moves 64-bit integers behind an offset', () => {
    const bytes = built((b) =>
      b.vector((v) => [v.indirectInt(-(2n ** 62n)), v.indirectUInt(2n ** 64n - 1n), v.int(1)]),
    );
    expect(decode(bytes)).toEqual([-(2n ** 62n), 2n ** 64n - 1n, 1]);
  });

  it('shares strings and vectors of keys where asked to', () => {
    const plain = built(threeRecords);
    const strings = built(threeRecords, new Builder({ shareStrings: true }));
    const all = built(threeRecords, new Builder({ shareStrings: true, shareKeyVectors: true }));
    const none = built(threeRecords, new Builder({ shareKeys: false }));
    expect(strings.length).toBeLessThan(plain.length);
    expect(all.length).toBeLessThan(strings.length);
    expect(none.length).toBeGreaterThan(plain.length);
    for (const bytes of [strings, all, none]) {
      expect(verify(bytes, { strict: true })).toBeNull();
      expect(decode(bytes)).toEqual(decode(plain));
    }
  });

  it('shares a string given as text or as bytes, of UTF-8 or not', () => {
    const b = new Builder({ shareStrings: true });
    b.vector((v) => {
      v.string('h\u00e9');
      v.string(Buffer.from('h\u00e9'));
      v.string(Uint8Array.of(0xff, 0x41));
      v.string(Uint8Array.of(0xff, 0x41));
      v.string('255,65');
    });
    const [first, second, third, fourth, fifth] = [...getRoot(b.finish()).asVector()].map((value) =>
      value.asBlob(),
    );
    expect(second!.byteOffset).toBe(first!.byteOffset);
    expect(fourth!.byteOffset).toBe(third!.byteOffset);
    expect([...third!]).toEqual([0xff, 0x41]);
    expect(fifth!.byteOffset).not.toBe(third!.byteOffset);
  });

  it('begins again after clear', () => {
    const b = new Builder({ shareStrings: true });
    b.vector(threeScalars);
    const first = b.finish();
    b.clear();
    b.vector(threeScalars);
    expect(hex(b.finish())).toBe(hex(first));
  });

  it('gives a view on request, and a copy otherwise', () => {
    const b = new Builder();
    b.int(1);
    const view = b.finishView();
    const copy = view.slice();
    b.clear();
    b.int(2);
    b.finish();
    expect([view[0], copy[0]]).toEqual([2, 1]);
  });

  it.each<[string, (b: Builder) => void, RegExp]>([
    ['no root', () => {}, /exactly one root, here are 0/],
    ['two roots', (b) => [b.int(1), b.int(2)], /exactly one root, here are 2/],
    ['an open vector', (b) => b.startVector(), /a vector is still open/],
    ['an end without a start', (b) => b.endMap(), /there is no map to end/],
    ['an end of the wrong kind', (b) => [b.startMap(), b.endVector()], /is a map, not a vector/],
    ['a value without a key', (b) => [b.startMap(), b.int(1), b.int(2), b.endMap()], /a value has no key/],
    ['a key without a value', (b) => [b.startMap(), b.key('a'), b.endMap()], /the last key has no value/],
    [
      'a mixture in a typed vector',
      (b) => b.typedVector((v) => [v.int(1), v.string('a')]),
      /are of one type/,
    ],
    ['maps in a typed vector', (b) => b.typedVector((v) => v.map(() => {})), /use an untyped vector/],
    ['five in a fixed vector', (b) => b.fixedTypedVector(new Int8Array(5)), /2, 3 or 4 elements, not 5/],
    [
      'bools in a fixed vector',
      (b) => b.fixedTypedVector((v) => [v.bool(true), v.bool(true)]),
      /use a typed vector/,
    ],
    [
      'too many bytes in a typed vector',
      (b) => b.typedVector(new Uint8Array(256)),
      /use an array of wider elements/,
    ],
    ['a fraction as an int', (b) => b.int(1.5), /not an integer from -2\^63/],
    ['a large int', (b) => b.int(2n ** 63n), /signed integer of 64 bits/],
    ['a negative uint', (b) => b.uint(-1), /not an integer from 0/],
    ['a large uint', (b) => b.uint(2n ** 64n), /unsigned integer of 64 bits/],
    ['a string as an int', (b) => b.int('5' as unknown as number), /got the string 5/],
    ['a number as a bool', (b) => b.bool(1 as unknown as boolean), /expected a boolean, got number/],
    ['no such width', (b) => b.forceMinimumBitWidth(4 as 3), /4 is no bit width/],
    ['nothing to undo', (b) => [b.int(1), b.startVector(), b.undo()], /no value to undo/],
    ['nothing to reuse', (b) => b.lastValue(), /no value to take/],
    ['a second finish', (b) => [b.int(1), b.finish()], /finished already: call clear/],
  ])('refuses %s', (_, write, message) => {
    const b = new Builder();
    expect(() => {
      write(b);
      b.finish();
    }).toThrow(message);
  });

  it('takes no values once finished', () => {
    const b = new Builder();
    b.int(1);
    b.finish();
    expect(() => b.int(2)).toThrow(/call clear\(\) to begin another/);
  });
});
