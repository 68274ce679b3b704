// Arbitrary values for which decoding gives back what was encoded.
import * as fc from 'fast-check';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ maxLength: 400 }),
);
const key = fc
  .oneof(fc.constantFrom('__proto__', 'constructor', 'toString', '', 'id'), text)
  .map((s) => s.replaceAll('\0', ''));

/** Bigints that are no safe numbers, since those come back as numbers. */
const wide = fc
  .bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n })
  .filter((n) => n > Number.MAX_SAFE_INTEGER || n < Number.MIN_SAFE_INTEGER);

/** Plain values: nothing, bools, numbers, strings, and arrays and objects of them. */
export const plainValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double(),
    fc.float(),
    text,
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: false }),
  ),
})).value;

/** All values that come back as they were, with wide integers, blobs and typed arrays. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plainValue,
    wide,
    fc.uint8Array({ maxLength: 300 }),
    fc.int16Array(),
    fc.uint16Array(),
    fc.int32Array(),
    fc.uint32Array(),
    fc.float32Array(),
    fc.float64Array(),
    fc.bigInt64Array(),
    fc.bigUint64Array(),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value')),
  ),
})).value;
