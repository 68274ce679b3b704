import { CapacityError } from '@fb/bytes';
import { describe, expect, it } from 'vitest';
import { Builder, ByteBuffer, Encoding } from '../src/index.js';

/** The bytes after `finish` of a table with the given offset field. */
function tableWith(builder: Builder, offset: number): Uint8Array {
  builder.startObject(1);
  builder.addFieldOffset(0, offset, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}

/** The position of field `slot` of the root table; 0 if absent. */
function fieldOf(bytes: Uint8Array, slot: number): [buffer: ByteBuffer, position: number] {
  const buffer = new ByteBuffer(bytes);
  const root = buffer.readInt32(0);
  // oxlint-disable-next-line no-underscore-dangle -- generated code calls it so
  const offset = buffer.__offset(root, 4 + 2 * slot);
  return [buffer, offset === 0 ? 0 : root + offset];
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe('differences from the npm package', () => {
  it('aligns an empty vector of 64-bit elements like any empty vector', () => {
    const builder = new Builder();
    builder.startVector(8, 0, 8);
    const empty = builder.endVector();
    expect(builder.minAlignment()).toBe(4);
    // As the reference builder writes an empty [double].
    expect(hex(tableWith(builder, empty))).toBe('0c0000000000060008000400060000000400000000000000');
  });

  it('shares the empty string', () => {
    const builder = new Builder();
    const first = builder.createSharedString('');
    expect(first).toBeGreaterThan(0);
    expect(builder.createSharedString('')).toBe(first);
  });

  it('finds a shared string even while a table is under construction', () => {
    const builder = new Builder();
    const first = builder.createSharedString('known');
    builder.startObject(1);
    expect(builder.createSharedString('known')).toBe(first);
  });

  it('shares strings by their bytes, however they are given', () => {
    const builder = new Builder();
    const first = builder.createSharedString('żółw');
    expect(builder.createSharedString(new TextEncoder().encode('żółw'))).toBe(first);
    const malformed = builder.createSharedString(Uint8Array.of(0xff));
    expect(malformed).not.toBe(builder.createSharedString(Uint8Array.of(0xfe)));
    expect(malformed).not.toBe(builder.createSharedString('\ufffd'));
    expect(builder.createSharedString(Uint8Array.of(0xff))).toBe(malformed);
    const replaced = builder.createSharedString('a\ud800');
    expect(builder.createSharedString('a\ufffd')).toBe(replaced);
    expect(builder.createSharedString('a\udc00')).toBe(replaced);
    expect(builder.createSharedString('a\ud800')).toBe(replaced);
    expect(builder.createSharedString('a\ud83d\ude00')).not.toBe(replaced);
  });

  it('does not write an absent object, even when defaults are forced', () => {
    const builder = new Builder();
    builder.forceDefaults(true);
    builder.startObject(2);
    builder.addFieldOffset(0, 0, 0);
    builder.addFieldInt32(1, 0, 0);
    builder.finish(builder.endObject());
    expect(fieldOf(builder.asUint8Array(), 0)[1]).toBe(0);
    expect(fieldOf(builder.asUint8Array(), 1)[1]).toBeGreaterThan(0);
  });
});

describe('misuse', () => {
  it('says that things inside a table must be made before it', () => {
    const builder = new Builder();
    builder.startObject(1);
    expect(() => builder.createString('x')).toThrow(/a table is under construction: make strings/);
    expect(() => builder.createSharedString('x')).toThrow(TypeError);
    expect(() => builder.createSharedString('x')).toThrow(TypeError);
    expect(() => builder.startObject(1)).toThrow(TypeError);
    expect(() => builder.startVector(1, 1, 1)).toThrow(TypeError);
    expect(() => builder.createScalarVector(Float32Array.of(1))).toThrow(TypeError);
    expect(() => builder.finish(4)).toThrow(TypeError);
  });

  it('says so of vectors too', () => {
    const builder = new Builder();
    builder.startVector(4, 1, 4);
    expect(() => builder.createString('x')).toThrow(/a vector is under construction/);
  });

  it('refuses an end without a start', () => {
    const builder = new Builder();
    expect(() => builder.endObject()).toThrow(/call startObject first/);
    expect(() => builder.endVector()).toThrow(/call startVector first/);
    for (const count of [0, 2]) {
      const other = new Builder();
      other.startVector(4, count, 4);
      other.addInt32(7);
      expect(() => other.endVector()).toThrow(`add the ${count} elements`);
    }
    expect(() => builder.asUint8Array()).toThrow(/call finish\(root\) first/);
    expect(() => builder.addFieldInt8(0, 1, 0)).toThrow(/call startObject first/);
  });

  it('refuses slots that a table was not started with', () => {
    const builder = new Builder();
    builder.startObject(1);
    expect(() => builder.addFieldInt8(1, 1, 0)).toThrow(/no slot 1: the table was started with 1 fields/);
  });

  it('refuses offsets to nothing', () => {
    const builder = new Builder();
    builder.createString('x');
    expect(() => builder.addOffset(0)).toThrow(/offset 0 means no object/);
    for (const offset of [builder.offset() + 1, -4, Number.NaN]) {
      expect(() => builder.addOffset(offset)).toThrow(/there is no object at offset/);
    }
  });

  it('refuses a struct that was not made in place', () => {
    const builder = new Builder();
    builder.startObject(2);
    builder.prep(4, 4);
    builder.writeInt32(1);
    const struct = builder.offset();
    builder.addFieldInt32(0, 1, 0);
    expect(() => builder.addFieldStruct(1, struct, 0)).toThrow(/create it right where it is added/);
  });

  it('refuses file identifiers that do not have four characters', () => {
    const builder = new Builder();
    builder.startObject(0);
    const root = builder.endObject();
    expect(() => builder.finish(root, 'ABC')).toThrow(/has 4 characters, 'ABC' has 3/);
  });

  it('refuses a table that its vtable cannot describe', () => {
    const builder = new Builder();
    builder.startObject(8200);
    for (let slot = 0; slot < 8200; slot++) builder.addFieldInt64(slot, 1n, 0n);
    expect(() => builder.endObject()).toThrow(
      /the fields of a table would have 65604 bytes, which is more than 65535/,
    );
  });

  it('refuses null in a vector of objects', () => {
    expect(() => new Builder().createObjectOffsetList(['a', null as unknown as string])).toThrow(
      /element 1 is null/,
    );
  });

  it('tells of a required field that is absent', () => {
    const builder = new Builder();
    const name = builder.createString('x');
    builder.startObject(3);
    builder.addFieldOffset(1, name, 0);
    const table = builder.endObject();
    expect(() => builder.requiredField(table, 6)).not.toThrow();
    expect(() => builder.requiredField(table, 4)).toThrow(TypeError);
    expect(() => builder.requiredField(table, 8)).toThrow(TypeError);
  });

  it('refuses to finish twice', () => {
    const builder = new Builder();
    builder.startObject(0);
    const root = builder.endObject();
    builder.finish(root);
    const bytes = builder.asUint8Array().slice();
    expect(() => builder.finish(root)).toThrow(/call clear\(\) before/);
    expect(builder.asUint8Array()).toEqual(bytes);
    builder.clear();
    builder.startObject(0);
    builder.finish(builder.endObject());
    expect(builder.asUint8Array()).toEqual(bytes);
  });

  it('names a required field if it is told', () => {
    const builder = new Builder();
    builder.startObject(1);
    const table = builder.endObject();
    expect(() => builder.requiredField(table, 4, 'name')).toThrow("the field 'name' is required");
    expect(() => builder.requiredField(table, 4)).toThrow('the field at vtable entry 4 is required');
  });

  it('refuses what even 64-bit offsets have no room for, and what 32-bit ones have none for', () => {
    const builder = new Builder();
    expect(() => builder.startVector64(8, 2 ** 30, 8)).toThrow(CapacityError);
    builder.clear();
    expect(() => builder.startVector(8, 2 ** 29, 8)).toThrow(CapacityError);
    builder.clear();
    builder.createString64('far');
    expect(() => builder.startVector(8, 2 ** 29, 8)).toThrow(CapacityError);
  });

  it('refuses far objects after others', () => {
    const builder = new Builder();
    const far = builder.createString64('far');
    builder.createString('near');
    expect(() => builder.createString64('late')).toThrow(/far objects come first/);
    expect(() => builder.startVector64(1, 1, 1)).toThrow(/far objects come first/);
    builder.startObject(1);
    expect(() => builder.addFieldOffset64(0, far + 1)).toThrow(/no far object/);
    builder.addFieldOffset64(0, 0);
    expect(builder.offset()).toBe(12);
  });
});

describe('strings', () => {
  it.each([
    '',
    'a',
    'ascii',
    'żółw',
    '😀',
    'a'.repeat(28),
    `${'a'.repeat(27)}ż`,
    'ż'.repeat(40),
    'x'.repeat(3000),
  ])('come back: %j', (text) => {
    for (const create of [Builder.prototype.createString, Builder.prototype.createSharedString]) {
      const builder = new Builder(1);
      const [buffer, at] = fieldOf(tableWith(builder, create.call(builder, text)), 0);
      // oxlint-disable-next-line no-underscore-dangle -- generated code calls it so
      expect(buffer.__string(at)).toBe(text);
      // oxlint-disable-next-line no-underscore-dangle -- generated code calls it so
      expect(buffer.__string(at, Encoding.UTF8_BYTES)).toEqual(new TextEncoder().encode(text));
    }
  });

  it('may be absent', () => {
    const builder = new Builder();
    expect(builder.createString(null)).toBe(0);
    expect(builder.createString(undefined)).toBe(0);
    expect(builder.createSharedString(undefined)).toBe(0);
    expect(builder.createByteVector(null)).toBe(0);
    expect(builder.createObjectOffset(null)).toBe(0);
  });
});

describe('vectors', () => {
  it('are the same from one block as from single elements', () => {
    const blocks = [
      Int8Array.of(-1, 2),
      Uint16Array.of(1, 2, 3),
      Float32Array.of(1.5),
      Float64Array.of(1.5, -2),
      BigInt64Array.of(-1n),
      new Int32Array(0),
      // A part of a larger array.
      new Int32Array([9, 8, 7, 6]).subarray(1, 3),
    ];
    for (const block of blocks) {
      const single = new Builder(1);
      single.startVector(block.BYTES_PER_ELEMENT, block.length, block.BYTES_PER_ELEMENT);
      const bytes = new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
      for (const byte of bytes.toReversed()) single.writeInt8(byte);
      const expected = tableWith(single, single.endVector());
      const whole = new Builder(1);
      expect(tableWith(whole, whole.createScalarVector(block))).toEqual(expected);
    }
  });

  it('can be aligned to more than their elements ask for', () => {
    const builder = new Builder();
    builder.createString('some bytes before');
    builder.forceVectorAlignment(1, 3, 32);
    const bytes = tableWith(builder, builder.createByteVector(Uint8Array.of(1, 2, 3)));
    const [buffer, at] = fieldOf(bytes, 0);
    // oxlint-disable-next-line no-underscore-dangle -- generated code calls it so
    expect(buffer.__vector(at) % 32).toBe(0);
    expect(builder.minAlignment()).toBe(32);
  });

  it('of structs come from objects that pack themselves', () => {
    const builder = new Builder();
    const points = [1, 2].map((x) => ({
      pack(to: Builder): number {
        to.prep(4, 4);
        to.writeInt32(x);
        return to.offset();
      },
    }));
    const offset = builder.createStructOffsetList(points, (to, length) => to.startVector(4, length, 4));
    const [buffer, at] = fieldOf(tableWith(builder, offset), 0);
    // oxlint-disable-next-line no-underscore-dangle -- generated code calls it so
    const start = buffer.__vector(at);
    expect([buffer.readInt32(start), buffer.readInt32(start + 4)]).toEqual([1, 2]);
  });

  it('of objects come from strings and objects', () => {
    const builder = new Builder();
    const list = builder.createObjectOffsetList(['a', { pack: (to) => to.createString('b') }]);
    expect(list).toHaveLength(2);
    expect(list[1]).toBe(builder.offset());
  });
});

describe('reuse', () => {
  it('gives the same bytes from the same memory', () => {
    const builder = new Builder(1);
    let expected = '';
    let capacity = 0;
    for (let round = 0; round < 100; round++) {
      builder.clear();
      builder.forceDefaults(round % 2 === 1);
      builder.clear();
      const bytes = tableWith(builder, builder.createSharedString('once more'));
      expected ||= hex(bytes);
      capacity ||= builder.bb.capacity();
      expect(hex(bytes)).toBe(expected);
      expect(builder.bb.capacity()).toBe(capacity);
      expect(builder.dataBuffer().position()).toBe(capacity - bytes.length);
    }
  });

  it('recovers from an unfinished table', () => {
    const builder = new Builder();
    builder.startObject(1);
    builder.clear();
    expect(hex(tableWith(builder, 0))).toBe('080000000400040004000000');
  });
});

it('shares each vtable, however many there are', () => {
  const builder = new Builder();
  const shapes = 4096;
  const writeAll = (): number => {
    const before = builder.offset();
    for (let i = 0; i < shapes; i++) {
      builder.startObject(12);
      for (let bit = 0; bit < 12; bit++) if ((i & (1 << bit)) !== 0) builder.addFieldInt32(bit, 1, 0);
      builder.endObject();
    }
    return builder.offset() - before;
  };
  // A table that begins between multiples of 4 has padding, and a vtable that says so: it takes some rounds until
  // there is one for each shape and beginning.
  for (let round = 0; round < 6; round++) writeAll();
  // Then a table is its fields, half of twelve on average, and the offset to its vtable.
  expect(writeAll()).toBe(shapes * (4 + 6 * 4));
});

it('doubles a byte buffer with the bytes at its end', () => {
  const grown = Builder.growByteBuffer(new ByteBuffer(Uint8Array.of(1, 2, 3)));
  expect(grown.bytes()).toEqual(Uint8Array.of(0, 0, 0, 1, 2, 3));
  expect(grown.position()).toBe(3);
});
