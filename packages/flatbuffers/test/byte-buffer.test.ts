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

/** The position of a field of the root table behind a wide size prefix; 0 if absent. */
function fieldAt(slot: number, buffer: ByteBuffer): number {
  const root = 8 + buffer.readInt32(8);
  const offset = buffer.__offset(root, 4 + 2 * slot);
  return offset === 0 ? 0 : root + offset;
}

describe('what is behind 64-bit offsets', () => {
  const builder = new Builder(1);
  const name = builder.createString64('Orc żółw');
  const wide = builder.createScalarVector64(new Uint16Array([1, 2, 3]));
  builder.startFarVector(2, 3, 2);
  for (const value of [6, 5, 4]) builder.addInt16(value);
  const far = builder.endFarVector();
  const near = builder.createString('near');
  builder.startObject(5);
  builder.addFieldOffset64(0, name);
  builder.addFieldOffset64(1, wide);
  builder.addFieldOffset64(2, far);
  builder.addFieldOffset64(3, 0);
  builder.addFieldOffset(4, near, 0);
  builder.finish(builder.endObject(), undefined, 'wide');
  const bytes = builder.asUint8Array();

  it('reads like what is behind others', () => {
    const buffer = new ByteBuffer(bytes);
    expect([buffer.__offset64(0), fieldAt(3, buffer)]).toEqual([bytes.length - 8, 0]);
    expect(buffer.__string64(fieldAt(0, buffer))).toBe('Orc żółw');
    expect(buffer.__string64(fieldAt(0, buffer), Encoding.UTF8_BYTES)).toEqual(
      new TextEncoder().encode('Orc żółw'),
    );
    expect(buffer.__string(fieldAt(4, buffer))).toBe('near');
    const shorts = (start: number, count: number): number[] =>
      Array.from({ length: count }, (_, i) => buffer.readInt16(start + 2 * i));
    expect(shorts(buffer.__vector64(fieldAt(1, buffer)), buffer.__vector64_len(fieldAt(1, buffer)))).toEqual([
      1, 2, 3,
    ]);
    expect(
      shorts(buffer.__far_vector(fieldAt(2, buffer)), buffer.__far_vector_len(fieldAt(2, buffer))),
    ).toEqual([4, 5, 6]);
  });

  it('throws where an offset is beyond all bytes, or all exact numbers', () => {
    for (const high of [1, 0x001fffff, 0x7fffffff, 0xffffffff]) {
      const buffer = new ByteBuffer(bytes.slice());
      const field = fieldAt(1, buffer);
      buffer.writeUint32(field + 4, high);
      expect(() => buffer.__vector64_len(field)).toThrow(RangeError);
      expect(() => buffer.__far_vector_len(field)).toThrow(RangeError);
      expect(() => buffer.__string64(field)).toThrow(RangeError);
      expect(() => buffer.readUint8(buffer.__vector64(field))).toThrow(RangeError);
    }
  });

  it('cannot be begun late', () => {
    expect(() => builder.startFarVector(1, 1, 1)).toThrow(/far objects come first/);
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
