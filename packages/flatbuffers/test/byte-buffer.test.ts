/* oxlint-disable no-underscore-dangle -- generated code calls these methods by these names */
import { describe, expect, it } from 'vitest';
import { Builder, ByteBuffer, Encoding, FlatBufferError } from '../src/index.js';

const scalars = [
  ['Int8', -5, 1],
  ['Uint8', 250, 1],
  ['Int16', -2, 2],
  ['Uint16', 0xfffe, 2],
  ['Int32', -3, 4],
  ['Uint32', 0xfffffffd, 4],
  ['Float32', 1.5, 4],
  ['Float64', -2.25, 8],
  ['Int64', -4n, 8],
  ['Uint64', 2n ** 64n - 4n, 8],
] as const;

/** Bytes in the middle of a larger ArrayBuffer whose other bytes are 0xEE. */
function pooled(size: number): Uint8Array {
  return new Uint8Array(size + 16)
    .fill(0xee)
    .subarray(8, 8 + size)
    .fill(0);
}

describe.each(scalars)('%s', (name, value, size) => {
  type Access = Record<string, (offset: number, value?: number | bigint) => number | bigint>;

  it('reads what it wrote, at any alignment', () => {
    for (let at = 0; at < 9; at++) {
      const bytes = pooled(20);
      (new ByteBuffer(bytes) as unknown as Access)[`write${name}`]!(at, value);
      const buffer = new ByteBuffer(bytes) as unknown as Access;
      // The first reads of a buffer go another way than later ones.
      for (let round = 0; round < 12; round++) expect(buffer[`read${name}`]!(at)).toBe(value);
    }
  });

  it('never reads or writes a neighbour', () => {
    const buffer = new ByteBuffer(pooled(20)) as unknown as Access;
    for (let round = 0; round < 12; round++) {
      for (const at of [-1, 21 - size, 20]) expect(() => buffer[`read${name}`]!(at)).toThrow(RangeError);
    }
    expect(() => buffer[`write${name}`]!(21 - size, value)).toThrow(RangeError);
  });
});

describe('tables', () => {
  const builder = new Builder();
  const name = builder.createString('Orc żółw');
  builder.startObject(4);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt16(2, 300, 0);
  builder.finish(builder.endObject(), 'ORCS');
  const bytes = builder.asUint8Array();
  const buffer = new ByteBuffer(bytes);
  const root = buffer.readInt32(0);

  it('have fields, or not', () => {
    expect(buffer.readInt16(root + buffer.__offset(root, 8))).toBe(300);
    expect(buffer.__offset(root, 6)).toBe(0);
    expect(buffer.__offset(root, 10)).toBe(0);
    expect(buffer.__offset(root, 100)).toBe(0);
  });

  it('have strings in two encodings', () => {
    const at = root + buffer.__offset(root, 4);
    expect(buffer.__string(at)).toBe('Orc żółw');
    expect(buffer.__string(at, Encoding.UTF16_STRING)).toBe('Orc żółw');
    expect(buffer.__string(at, Encoding.UTF8_BYTES)).toEqual(new TextEncoder().encode('Orc żółw'));
    expect(buffer.__vector_len(at)).toBe(11);
    expect(buffer.readUint8(buffer.__vector(at))).toBe(0x4f);
  });

  it('can be members of a union, beside strings', () => {
    const at = root + buffer.__offset(root, 4);
    const view = { bb: null, bb_pos: 0 };
    expect(buffer.__union(view, 0)).toBe(view);
    expect(view).toEqual({ bb: buffer, bb_pos: root });
    expect(buffer.__union_with_string('', at)).toBe('Orc żółw');
    expect(buffer.__union_with_string({ bb: buffer, bb_pos: 0 }, 0)).toEqual({ bb: buffer, bb_pos: root });
  });

  it('have an identifier', () => {
    expect(buffer.getBufferIdentifier()).toBe('ORCS');
    expect(buffer.__has_identifier('ORCS')).toBe(true);
    expect(buffer.__has_identifier('ORCX')).toBe(false);
    expect(() => buffer.__has_identifier('ORC')).toThrow(TypeError);
    expect(() => new ByteBuffer(bytes.subarray(0, 7)).getBufferIdentifier()).toThrow(FlatBufferError);
    expect(new ByteBuffer(bytes.subarray(0, 7)).__has_identifier('ORCS')).toBe(false);
  });

  it('with strings that reach beyond the bytes throw', () => {
    const at = root + buffer.__offset(root, 4);
    const cut = new ByteBuffer(bytes.subarray(0, bytes.length - 4));
    expect(() => cut.__string(at)).toThrow(FlatBufferError);
  });
});

it('keeps a position', () => {
  const buffer = ByteBuffer.allocate(16);
  expect([buffer.capacity(), buffer.position(), buffer.bytes().length]).toEqual([16, 0, 16]);
  buffer.setPosition(4);
  expect(buffer.position()).toBe(4);
  buffer.clear();
  expect(buffer.position()).toBe(0);
});

it('makes lists without nulls', () => {
  const buffer = ByteBuffer.allocate(0);
  expect(buffer.createScalarList((i) => (i === 1 ? null : i), 3)).toEqual([0, 2]);
  const object = { pack: () => 0 };
  const view = { unpack: () => object };
  expect(buffer.createObjList((i) => (i === 1 ? null : view), 3)).toEqual([object, object]);
});
