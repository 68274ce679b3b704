// `@fb/flexbuffers/compat` gives the bytes and values of npm `flatbuffers`' FlexBuffers module.
import * as compat from '@fb/flexbuffers/compat';
import * as fc from 'fast-check';
import * as peer from 'flatbuffers/js/flexbuffers.js';
import { describe, expect, it } from 'vitest';

// npm writes a float of 4 bytes into a slot of 8 where others need 8, and then reads something else.
const wideFloat = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => Math.fround(value) !== value && !Number.isInteger(value));

const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0.1, -1025, 255, 256),
    fc.integer(),
    fc.maxSafeInteger(),
    wideFloat,
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.array(fc.integer(), { maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{0,6}$/), tie('value'), { maxKeys: 6 }),
  ),
}));

const scalar = fc.oneof(
  fc.constantFrom(null, true, false),
  fc.maxSafeInteger(),
  fc.integer({ min: -300, max: 300 }),
  wideFloat,
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const flat = {
  list: fc.array(scalar, { maxLength: 6 }),
  map: fc.dictionary(fc.stringMatching(/^[a-z]{0,6}$/), scalar, { maxKeys: 6 }),
};

/** npm throws on some vectors that it wrote. */
const FAILED = Symbol('failed');

function tryTo(call: () => unknown): unknown {
  try {
    return call();
  } catch {
    return FAILED;
  }
}

describe('compat', () => {
  it('encodes what npm reads, and reads what npm encodes', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), fc.boolean(), (value, strings, keyVectors) => {
        const ours = compat.encode(value, 64, strings, true, keyVectors);
        const theirs = peer.encode(value as never, 64, strings, true, keyVectors);
        const decoded = compat.toObject(ours);
        expect(compat.toObject(theirs)).toStrictEqual(decoded);
        const read = tryTo(() => peer.toObject(ours.buffer)) ?? null;
        expect([FAILED, decoded]).toContainEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  // In deep values npm makes containers wider than need be: it counts what is open around them as elements of theirs.
  it('encodes to the bytes of npm', () => {
    const { list, map } = flat;
    fc.assert(
      fc.property(fc.oneof(list, map), fc.boolean(), fc.boolean(), (value, strings, keyVectors) => {
        const bytes = compat.encode(value, 64, strings, true, keyVectors);
        expect(bytes).toEqual(peer.encode(value as never, 64, strings, true, keyVectors));
      }),
      { numRuns: 1000 },
    );
  });

  it('adds numbers behind offsets as npm does, each once if asked to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.maxSafeInteger(), fc.boolean(), fc.boolean()), { maxLength: 6 }),
        (numbers) => {
          const bytes = [compat.builder(), peer.builder()].map((builder) => {
            builder.startVector();
            for (const [value, indirect, cache] of numbers) {
              builder.addInt(value, indirect, cache);
              builder.addUInt(Math.abs(value), indirect, cache);
              builder.addFloat(value + 0.1, indirect, cache);
            }
            builder.end();
            return builder.finish();
          });
          expect(bytes[0]).toEqual(bytes[1]);
        },
      ),
    );
  });
});
