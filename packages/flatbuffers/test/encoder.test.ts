// The parts that generated encoders are made of, against the Builder, which writes the same bytes.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Builder,
  encodeBoolVector,
  encodeFloat32Vector,
  encodeFloat64Vector,
  encodeInt16Vector,
  encodeInt32Vector,
  encodeInt64Vector,
  encodeInt8Vector,
  Encoder,
  encodeRoot,
  encodeString,
  encodeStringVector,
  type Offset,
  storeInt64,
  type TableShape,
} from '../src/index.js';

const SHAPE: TableShape = [3, 7, 4, 4, 8, 8];

/** A table with a reference in its first field and, if wished, eight bytes in the second. */
function table(encoder: Encoder, offset: Offset, wide: boolean): Offset {
  if (encoder.at < 64) encoder.grow(64);
  let { at } = encoder;
  const { view } = encoder;
  const start = at;
  view.setInt32(at - 4, 0, true);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - offset - at, true);
  let mask = 1;
  if (wide) {
    view.setFloat64(at - 8, 0, true);
    at = (at - 8) & -8;
    view.setFloat64(at, 0.5, true);
    encoder.minAlign = 8;
    mask |= 2;
  }
  view.setInt32(at - 4, 0, true);
  return encoder.endTable((at - 4) & -4, start, mask, SHAPE);
}

function built(write: (builder: Builder) => Offset, wide: boolean): Uint8Array {
  const builder = new Builder(1);
  const offset = write(builder);
  builder.startObject(2);
  builder.addFieldOffset(0, offset, 0);
  if (wide) builder.addFieldFloat64(1, 0.5, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}

const encoders = [new Encoder({ size: 1 }), new Encoder({ results: 'window', size: 100 }), new Encoder()];

function check(write: (encoder: Encoder) => Offset, expected: (builder: Builder) => Offset): void {
  for (const wide of [false, true]) {
    const bytes = built(expected, wide);
    for (const encoder of encoders) {
      expect(encodeRoot(encoder, {}, (each) => table(each, write(each), wide), null)).toEqual(bytes);
    }
  }
}

describe('strings', () => {
  it('are those of the Builder, short or long, ASCII or not, or bytes', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 100 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.uint8Array({ maxLength: 50 }),
    );
    fc.assert(
      fc.property(text, (each) =>
        check(
          (encoder) => encodeString(encoder, each),
          (builder) => builder.createString(each),
        ),
      ),
    );
  });

  it('make vectors', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 })), (texts) =>
        check(
          (encoder) => encodeStringVector(encoder, texts),
          (builder) => builder.createOffsetVector(texts.map((each) => builder.createString(each))),
        ),
      ),
    );
  });
});

describe('vectors of scalars', () => {
  const kinds = [
    [encodeInt8Vector, fc.int8Array({ maxLength: 80 })],
    [encodeInt8Vector, fc.uint8Array({ maxLength: 80 })],
    [encodeInt16Vector, fc.int16Array({ maxLength: 80 })],
    [encodeInt16Vector, fc.uint16Array({ maxLength: 80 })],
    [encodeInt32Vector, fc.int32Array({ maxLength: 80 })],
    [encodeInt32Vector, fc.uint32Array({ maxLength: 80 })],
    [encodeFloat32Vector, fc.float32Array({ maxLength: 80 })],
    [encodeFloat64Vector, fc.float64Array({ maxLength: 80 })],
    [encodeInt64Vector, fc.bigInt64Array({ maxLength: 80 })],
    [encodeInt64Vector, fc.bigUint64Array({ maxLength: 80 })],
  ] as unknown as readonly (readonly [
    (encoder: Encoder, values: ArrayLike<unknown>) => Offset,
    fc.Arbitrary<Int32Array>,
  ])[];

  it.each(kinds)('are those of the Builder, from typed arrays and from lists', (encode, values) => {
    fc.assert(
      fc.property(values, (each) => {
        const expected = (builder: Builder): Offset => builder.createScalarVector(each);
        check((encoder) => encode(encoder, each), expected);
        check((encoder) => encode(encoder, [...each]), expected);
      }),
      { numRuns: 30 },
    );
  });

  it('hold booleans as bytes', () => {
    check(
      (encoder) => encodeBoolVector(encoder, [true, false, 1]),
      (builder) => builder.createByteVector(new Uint8Array([1, 0, 1])),
    );
  });
});

describe('values of other types than TypeScript lets through', () => {
  it.each([7, {}, true])('are no strings: %j', (value) => {
    expect(() => encodeString(new Encoder(), value as never)).toThrow(TypeError);
    expect(() => encodeStringVector(new Encoder(), [value as never])).toThrow(TypeError);
  });
});

describe('64-bit integers', () => {
  it('are stored alike from numbers and bigints', () => {
    const view = new DataView(new ArrayBuffer(16));
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        storeInt64(view, 0, value);
        storeInt64(view, 8, BigInt(value));
        expect(view.getBigInt64(0, true)).toBe(BigInt(value));
        expect(view.getBigInt64(8, true)).toBe(BigInt(value));
      }),
    );
  });
});
