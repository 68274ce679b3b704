import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Builder, ByteBuffer, compareStringKey, encodeKey, sortStructs } from '../src/index.js';

/** A buffer that is just an offset to a string. */
function referring(text: string): ByteBuffer {
  const builder = new Builder();
  const string = builder.createString(text);
  builder.addOffset(string);
  return new ByteBuffer(builder.bb.bytes().subarray(builder.positionOf(builder.offset())));
}

describe('compareStringKey', () => {
  it('is the order of the UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = Math.sign(compareStringKey(referring(a), 0, encodeKey(b)));
        expect(found).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  it('takes bytes as they are', () => {
    const key = new Uint8Array([0x61]);
    expect(encodeKey(key)).toBe(key);
    expect(compareStringKey(referring('a'), 0, key)).toBe(0);
  });
});

describe('sortStructs', () => {
  it('moves whole elements, in a buffer with far objects too', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.integer())), fc.boolean(), (pairs, far) => {
        const builder = new Builder(1);
        if (far) builder.createString64('far away');
        builder.startVector(8, pairs.length, 4);
        for (const [key, value] of pairs.toReversed()) {
          builder.writeInt32(value);
          builder.writeInt32(key);
        }
        const vector = builder.endVector();
        const { bb } = builder;
        sortStructs(builder, vector, 8, (a, b) => bb.readInt32(a) - bb.readInt32(b));
        const start = builder.positionOf(vector) + 4;
        const read = pairs.map((_, i) => [bb.readInt32(start + i * 8), bb.readInt32(start + i * 8 + 4)]);
        expect(read).toEqual(pairs.toSorted(([a], [b]) => a - b));
      }),
    );
  });
});
