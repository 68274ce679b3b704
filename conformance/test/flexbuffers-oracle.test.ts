// Both ways against the reference compiler: its bytes decode to the JSON they came from, and it prints our bytes as we do.
import { decode, encode, getRoot, printText, verify } from '@fb/flexbuffers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';

const key = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', ''));

/** JSON writes whole numbers up to 1e21 as integers: flatc reads those beyond 64 bits as 0, and we give bigints from 2^53 on. */
const double = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) >= 1e21)
  .map((value) => value + 0);

/** Values for which JSON has a text: no NaN, no infinity, and no minus zero, of which JSON loses the sign. */
const jsonValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    double,
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value')),
  ),
})).value;

describe('flexbuffers against flatc', async () => {
  const oracle = await flatc();

  it('decodes what flatc encodes', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const run = oracle.run(['--flexbuffers', '-b', 'in.json'], { 'in.json': JSON.stringify(value) });
        expect(run).toMatchObject({ status: 0, stderr: '' });
        const bytes = run.files.get('in.bin') ?? new Uint8Array();
        expect(verify(bytes, { strict: true })).toBeNull();
        expect(decode(bytes)).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  it('encodes what flatc prints, as it is printed here', () => {
    fc.assert(
      fc.property(jsonValue, fc.boolean(), (value, indirectFloats) => {
        const bytes = encode(value, { indirectFloats, shareKeyVectors: false });
        const run = oracle.run(['--flexbuffers', '-t', 'in.bin'], { 'in.bin': bytes });
        expect(run).toMatchObject({ status: 0, stderr: '' });
        const text = Buffer.from(run.files.get('in.json') ?? []).toString();
        expect(printText(getRoot(bytes), { quoteStrings: true })).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
