// The builder gives the bytes of the npm package `flatbuffers` for the same calls, but for what that package does
// otherwise than the reference implementation: empty vectors of 64-bit elements and empty shared strings.
import * as ours from '@fb/flatbuffers';
import * as fc from 'fast-check';
import * as peer from 'flatbuffers';
import { expect, it } from 'vitest';
import { anyTable, writeTable } from '../../packages/flatbuffers/test/random-table.js';

it('writes the bytes that the npm package writes, one buffer after another', () => {
  const our = new ours.Builder(1);
  const their = new peer.Builder(1);
  const options = fc.record({
    identifier: fc.constantFrom(undefined, 'ABCD'),
    sizePrefixed: fc.boolean(),
    forceDefaults: fc.boolean(),
  });
  fc.assert(
    fc.property(anyTable, options, (plan, { identifier, sizePrefixed, forceDefaults }) => {
      const [actual, expected] = [
        { builder: our, create: () => new ours.Builder() },
        { builder: their, create: () => new peer.Builder() },
      ].map(({ builder, create }) => {
        builder.clear();
        builder.forceDefaults(forceDefaults);
        builder.finish(writeTable(builder, plan, create), identifier, sizePrefixed);
        return Buffer.from(builder.asUint8Array()).toString('hex');
      });
      expect(actual).toBe(expected);
    }),
    { numRuns: 700 },
  );
});

function methods(type: { prototype: object }): string[] {
  return Object.getOwnPropertyNames(type.prototype);
}

it('has everything that the npm package exports', () => {
  expect(Object.keys(ours)).toEqual(
    expect.arrayContaining(Object.keys(peer).filter((name) => name !== 'default')),
  );
  expect(methods(ours.Builder)).toEqual(expect.arrayContaining(methods(peer.Builder)));
  expect(methods(ours.ByteBuffer)).toEqual(expect.arrayContaining(methods(peer.ByteBuffer)));
  expect(ours.Encoding.UTF8_BYTES).toBe(peer.Encoding.UTF8_BYTES);
  expect(ours.Encoding.UTF16_STRING).toBe(peer.Encoding.UTF16_STRING);
  expect([ours.SIZEOF_SHORT, ours.SIZEOF_INT]).toEqual([peer.SIZEOF_SHORT, peer.SIZEOF_INT]);
  expect([ours.FILE_IDENTIFIER_LENGTH, ours.SIZE_PREFIX_LENGTH]).toEqual([4, 4]);
  expect(ours.isLittleEndian).toBe(peer.isLittleEndian);
  expect(ours.int32.buffer).toBe(ours.float64.buffer);
});
