// Any sequence of calls of the builder gives a buffer that holds what a plain model of the calls says.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Builder, decode, verify, type BuilderOptions } from '../src/index.js';

/** A value: how it is written, and what it must read as. */
interface Step {
  readonly write: (b: Builder) => void;
  readonly model: unknown;
}

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 250, maxLength: 300 }));
const key = fc.string({ unit: 'grapheme', maxLength: 6 }).map((each) => each.replaceAll('\0', ''));
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const asRead = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;

const scalar: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ write: (b: Builder) => b.null(), model: null }),
  fc.boolean().map((v) => ({ write: (b: Builder) => b.bool(v), model: v })),
  fc.integer().map((v) => ({ write: (b: Builder) => b.int(v), model: v })),
  int64.map((v) => ({ write: (b: Builder) => b.int(v), model: asRead(v) })),
  uint64.map((v) => ({ write: (b: Builder) => b.uint(v), model: asRead(v) })),
  int64.map((v) => ({ write: (b: Builder) => b.indirectInt(v), model: asRead(v) })),
  uint64.map((v) => ({ write: (b: Builder) => b.indirectUInt(v), model: asRead(v) })),
  fc.double().map((v) => ({ write: (b: Builder) => b.double(v), model: v })),
  fc.double().map((v) => ({ write: (b: Builder) => b.indirectDouble(v), model: v })),
  fc.double().map((v) => ({ write: (b: Builder) => b.float(v), model: Math.fround(v) })),
  fc.double().map((v) => ({ write: (b: Builder) => b.indirectFloat(v), model: Math.fround(v) })),
  text.map((v) => ({ write: (b: Builder) => b.string(v), model: v })),
  text.map((v) => ({ write: (b: Builder) => b.string(Buffer.from(v)), model: v })),
  key.map((v) => ({ write: (b: Builder) => b.key(v), model: v })),
  fc.uint8Array().map((v) => ({ write: (b: Builder) => b.blob(v), model: v })),
  fc.uint8Array().map((v) => ({ write: (b: Builder) => b.alignedBlob(v, 3), model: v })),
  fc.float64Array().map((v) => ({ write: (b: Builder) => b.typedVector(v), model: v })),
  fc.bigInt64Array().map((v) => ({ write: (b: Builder) => b.typedVector(v), model: v })),
  fc
    .int16Array({ minLength: 2, maxLength: 4 })
    .map((v) => ({ write: (b: Builder) => b.fixedTypedVector(v), model: v })),
  fc.array(fc.boolean()).map((v) => ({ write: (b: Builder) => b.typedVector(v), model: v })),
  fc.array(key).map((v) => ({
    write: (b: Builder) => b.typedVector((vector) => v.forEach((each) => vector.key(each))),
    model: v,
  })),
);

const { step } = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('step')).map((steps) => ({
      write: (b: Builder) => b.vector(() => steps.forEach((each) => each.write(b))),
      model: steps.map(({ model }) => model),
    })),
    fc.uniqueArray(fc.tuple(key, tie('step')), { selector: ([name]) => name }).map((entries) => ({
      write: (b: Builder) => {
        b.startMap();
        for (const [name, each] of entries) {
          b.key(name);
          each.write(b);
        }
        b.endMap();
      },
      model: Object.fromEntries(entries.map(([name, { model }]) => [name, model])),
    })),
    // What is taken back leaves no trace but bytes; what is reused is there twice.
    fc.tuple(tie('step'), scalar).map(([kept, undone]) => ({
      write: (b: Builder) =>
        b.vector(() => {
          undone.write(b);
          b.undo();
          kept.write(b);
          b.reuseValue(b.lastValue());
        }),
      model: [kept.model, kept.model],
    })),
  ),
}));

describe('a program of the builder', () => {
  it('gives what the model says, whatever is shared and however wide', () => {
    const options: fc.Arbitrary<BuilderOptions> = fc.record({
      shareKeys: fc.boolean(),
      shareStrings: fc.boolean(),
      shareKeyVectors: fc.boolean(),
      capacity: fc.constantFrom(1, 1024),
    });
    fc.assert(
      fc.property(step, options, fc.constantFrom(0, 1, 2, 3), (program, how, width) => {
        const b = new Builder(how);
        b.forceMinimumBitWidth(width);
        program.write(b);
        const bytes = b.finish();
        expect(verify(bytes, { strict: true, maxDepth: 1000 })).toBeNull();
        expect(decode(bytes, { maxDepth: 1000 })).toEqual(program.model);
        b.clear();
        b.forceMinimumBitWidth(width);
        program.write(b);
        expect(b.finish()).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });
});
