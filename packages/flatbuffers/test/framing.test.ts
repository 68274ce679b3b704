import { describe, expect, it } from 'vitest';
import {
  Builder,
  FlatBufferError,
  hasIdentifier,
  sizePrefixedBuffers,
  sizePrefixedLength,
} from '../src/index.js';

function build(identifier: string, text: string, sizePrefixed: boolean): Uint8Array {
  const builder = new Builder();
  const name = builder.createString(text);
  builder.startObject(1);
  builder.addFieldOffset(0, name, 0);
  const root = builder.endObject();
  if (sizePrefixed) builder.finishSizePrefixed(root, identifier);
  else builder.finish(root, identifier);
  return builder.asUint8Array();
}

it('finds the identifier', () => {
  expect(hasIdentifier(build('ABCD', '', false), 'ABCD')).toBe(true);
  expect(hasIdentifier(build('ABCD', '', false), 'ABCE')).toBe(false);
  expect(hasIdentifier(build('ABCD', '', true), 'ABCD')).toBe(false);
  expect(hasIdentifier(build('ABCD', '', true), 'ABCD', { sizePrefixed: true })).toBe(true);
  expect(hasIdentifier(new Uint8Array(6), 'ABCD')).toBe(false);
  expect(hasIdentifier(new Uint8Array(20), '')).toBe(false);
});

describe('a stream of size-prefixed buffers', () => {
  const buffers = ['a', 'bcdefghi', ''].map((text) => build('ABCD', text, true));
  const stream = Uint8Array.from(buffers.flatMap((bytes) => [...bytes]));

  it('splits into them', () => {
    expect([...sizePrefixedBuffers(stream)]).toEqual(buffers);
    expect([...sizePrefixedBuffers(new Uint8Array(0))]).toEqual([]);
  });

  it('tells how much to wait for', () => {
    expect(sizePrefixedLength(stream)).toBe(buffers[0]!.length);
    expect(sizePrefixedLength(stream.subarray(0, 3))).toBeNull();
    expect(sizePrefixedLength(Uint8Array.of(0xff, 0xff, 0xff, 0xff))).toBe(2 ** 32 + 3);
  });

  it('that is cut off throws', () => {
    expect(() => [...sizePrefixedBuffers(stream.subarray(0, stream.length - 1))]).toThrow(FlatBufferError);
    expect(() => [...sizePrefixedBuffers(stream.subarray(0, 2))]).toThrow(/cut off \(byte 0\)/);
  });
});
