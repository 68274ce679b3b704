// Writes a FlatBuffer from the end to the start: children first, so that offsets always point forward. The bytes are
// those of the reference C++ builder for the same calls. Does not know any schema.
import {
  CapacityError,
  MAX_BUFFER_SIZE,
  dataViewOf,
  encodeUtf8Into,
  growBackward,
  type OwnBytes,
  paddingTo,
  utf8Length,
} from '@fb/bytes';
import { ByteBuffer } from './byte-buffer.js';
import { FILE_IDENTIFIER_LENGTH, SIZEOF_INT, SIZEOF_SHORT, SIZE_PREFIX_LENGTH } from './constants.js';
import type { FarOffsets } from './far-offsets.js';
import { type ScalarArray, copyScalars } from './scalar-array.js';
import { StringPool } from './string-pool.js';
import type { Offset } from './types.js';
import { VTablePool } from './vtable-pool.js';

/** The first two entries of a vtable, its own size and that of the table, before one for each field. */
const VTABLE_HEADER = 2;

/** Sizes in a vtable are 16 bits wide. */
const MAX_TABLE_SIZE = 0xffff;

/** With far objects, a buffer may be as large as the longest typed array that engines had when this was written. */
const MAX_FAR_BUFFER_SIZE = 2 ** 32;

/** Strings up to this many UTF-16 code units are tried as ASCII first, in one pass. */
const SHORT_STRING = 28;

/**
 * A class of the object API: it can write itself. `far` are the offsets of what it holds behind 64-bit offsets, if that
 * is written already. @public
 */
export interface IGeneratedObject {
  pack(builder: Builder, far?: FarOffsets): Offset;
}

/**
 * Builds one FlatBuffer after another. Objects are written children first: make strings, vectors and other tables
 * before the table that refers to them, then {@link Builder.finish} with the root. Offsets are only good within one
 * buffer. Misuse throws an Error or TypeError that says what to do. What the format has no room for, such as a buffer
 * beyond 2^31 - 1 bytes, not counting far objects, throws a `CapacityError`, which is a RangeError. With far objects a
 * buffer has at most 2^32 bytes.
 * @public
 */
export class Builder {
  /** The buffer as it stands; replaced when it grows. */
  bb: ByteBuffer;
  private bytes: OwnBytes;
  private view: DataView;
  /** How many bytes there are, and the position that 32-bit offsets count from, which is before far objects. */
  private capacity: number;
  private end: number;
  /** Free bytes, which are in front: what is written last is at this position. */
  private space: number;
  /** The most bytes there may be. */
  private limit: number = MAX_BUFFER_SIZE;
  private minalign = 1;
  private writesDefaults = false;
  private finished = false;

  /** What is under construction. */
  private open: 'nothing' | 'table' | 'vector' = 'nothing';
  /** Of the table under construction: where it began, and for each field its offset or 0. */
  private tableStart = 0;
  private readonly fields: number[] = [];
  private fieldCount = 0;
  private vectorLength = 0;
  /** Where the vector under construction ends once it has all its elements. */
  private vectorEnd: Offset = 0;
  /** The vtable that the table before had; 0 if there is none. */
  private lastVTable: Offset = 0;

  private readonly vtables: VTablePool = new VTablePool();
  private readonly strings: StringPool = new StringPool();

  /** `initialSize` is in bytes, 1024 if not given or 0; the buffer grows by doubling. */
  constructor(initialSize?: number) {
    this.bytes = new Uint8Array(initialSize || 1024);
    this.view = dataViewOf(this.bytes);
    this.capacity = this.bytes.length;
    this.end = this.capacity;
    this.space = this.capacity;
    this.bb = new ByteBuffer(this.bytes);
  }

  /** Starts over, with nothing remembered but the memory: bytes handed out before are overwritten. */
  clear(): void {
    this.bb.clear();
    this.end = this.capacity;
    this.space = this.capacity;
    this.limit = MAX_BUFFER_SIZE;
    this.minalign = 1;
    this.writesDefaults = false;
    this.finished = false;
    this.open = 'nothing';
    this.tableStart = 0;
    this.fieldCount = 0;
    this.vectorLength = 0;
    this.lastVTable = 0;
    this.vtables.clear();
    this.strings.clear();
  }

  /** Whether scalar fields that equal their default are written too. */
  forceDefaults(forceDefaults: boolean): void {
    this.writesDefaults = forceDefaults;
  }

  /** The finished buffer; its position is where the data starts. */
  dataBuffer(): ByteBuffer {
    return this.bb;
  }

  /** The finished bytes, as a view: they are overwritten after {@link Builder.clear}. */
  asUint8Array(): OwnBytes {
    if (!this.finished) throw new Error('there are no finished bytes yet: call finish(root) first');
    return this.bytes.subarray(this.bb.position());
  }

  /** Bytes written so far, without far objects: the {@link Offset} of the object written last. */
  offset(): Offset {
    return this.end - this.space;
  }

  /** The largest alignment asked for so far, in bytes: what bytes that contain this buffer must align it to. */
  minAlignment(): number {
    return this.minalign;
  }

  // Raw writing

  /**
   * Writes zero bytes so that after `additional` more bytes the position is a multiple of `size`, a power of two, and
   * makes room for `size + additional` bytes.
   */
  prep(size: number, additional: number): void {
    if (size > this.minalign) this.minalign = size;
    const padding = paddingTo(this.capacity - this.space + additional, size);
    if (this.space < padding + size + additional) this.grow(padding + size + additional);
    if (padding > 0) this.pad(padding);
  }

  /** Writes `size` zero bytes. */
  pad(size: number): void {
    if (this.space < size) this.grow(size);
    const { bytes } = this;
    const to = this.space - size;
    for (let at = this.space - 1; at >= to; at--) bytes[at] = 0;
    this.space = to;
  }

  /** Writes 8 bits where there is room: after {@link Builder.prep}. */
  writeInt8(value: number): void {
    this.view.setInt8((this.space -= 1), value);
  }

  /** Writes 16 bits, unaligned, where there is room: after {@link Builder.prep}. */
  writeInt16(value: number): void {
    this.view.setInt16((this.space -= 2), value, true);
  }

  /** Writes 32 bits, unaligned, where there is room: after {@link Builder.prep}. */
  writeInt32(value: number): void {
    this.view.setInt32((this.space -= 4), value, true);
  }

  /** Writes 64 bits, unaligned, where there is room: after {@link Builder.prep}. */
  writeInt64(value: bigint): void {
    this.view.setBigInt64((this.space -= 8), value, true);
  }

  /** Writes a 32-bit float, unaligned, where there is room: after {@link Builder.prep}. */
  writeFloat32(value: number): void {
    this.view.setFloat32((this.space -= 4), value, true);
  }

  /** Writes a 64-bit float, unaligned, where there is room: after {@link Builder.prep}. */
  writeFloat64(value: number): void {
    this.view.setFloat64((this.space -= 8), value, true);
  }

  // Aligned writing

  /** Writes 8 bits. */
  addInt8(value: number): void {
    if (this.space < 1) this.grow(1);
    this.bytes[--this.space] = value;
  }

  /** Writes 16 bits, aligned. */
  addInt16(value: number): void {
    this.prep(2, 0);
    this.view.setInt16((this.space -= 2), value, true);
  }

  /** Writes 32 bits, aligned. */
  addInt32(value: number): void {
    this.prep(4, 0);
    this.view.setInt32((this.space -= 4), value, true);
  }

  /** Writes 64 bits, aligned. */
  addInt64(value: bigint): void {
    this.prep(8, 0);
    this.view.setBigInt64((this.space -= 8), value, true);
  }

  /** Writes a 32-bit float, aligned. */
  addFloat32(value: number): void {
    this.prep(4, 0);
    this.view.setFloat32((this.space -= 4), value, true);
  }

  /** Writes a 64-bit float, aligned. */
  addFloat64(value: number): void {
    this.prep(8, 0);
    this.view.setFloat64((this.space -= 8), value, true);
  }

  /**
   * Writes a reference to the object at `offset`. There is no reference to nothing: for a union's NONE in a vector
   * of unions, write `addInt32(0)`.
   */
  addOffset(offset: Offset): void {
    if (!(offset > 0 && offset <= this.end - this.space)) throw noObject(offset);
    this.prep(SIZEOF_INT, 0);
    const at = this.space - SIZEOF_INT;
    this.space = at;
    this.view.setInt32(at, this.end - at - offset, true);
  }

  // Tables

  /** Begins a table with room for `fieldCount` fields. */
  startObject(fieldCount: number): void {
    this.notNested();
    for (let i = 0; i < fieldCount; i++) this.fields[i] = 0;
    this.fieldCount = fieldCount;
    this.open = 'table';
    this.tableStart = this.offset();
  }

  /** Adds an 8-bit field, unless `value` is the default; `null` as default always writes. */
  addFieldInt8(slot: number, value: number, defaultValue: number | null | undefined): void {
    // The looseness is part of the contract: `undefined`, `null` and booleans may come from JavaScript.
    if (this.writesDefaults || value != defaultValue) {
      this.addInt8(value);
      this.slot(slot);
    }
  }

  /** Adds a 16-bit field, unless `value` is the default; `null` as default always writes. */
  addFieldInt16(slot: number, value: number, defaultValue: number | null | undefined): void {
    if (this.writesDefaults || value != defaultValue) {
      this.addInt16(value);
      this.slot(slot);
    }
  }

  /** Adds a 32-bit field, unless `value` is the default; `null` as default always writes. */
  addFieldInt32(slot: number, value: number, defaultValue: number | null | undefined): void {
    if (this.writesDefaults || value != defaultValue) {
      this.addInt32(value);
      this.slot(slot);
    }
  }

  /** Adds a 64-bit field, unless `value` is the default; `null` as default always writes. */
  addFieldInt64(slot: number, value: bigint, defaultValue: bigint | null | undefined): void {
    if (this.writesDefaults || value !== defaultValue) {
      this.addInt64(value);
      this.slot(slot);
    }
  }

  /**
   * Adds a 32-bit float field, unless `value` is the default; `null` as default always writes. NaN equals nothing,
   * so it is always written; -0 equals 0.
   */
  addFieldFloat32(slot: number, value: number, defaultValue: number | null | undefined): void {
    if (this.writesDefaults || value != defaultValue) {
      this.addFloat32(value);
      this.slot(slot);
    }
  }

  /** Adds a 64-bit float field; see {@link Builder.addFieldFloat32}. */
  addFieldFloat64(slot: number, value: number, defaultValue: number | null | undefined): void {
    if (this.writesDefaults || value != defaultValue) {
      this.addFloat64(value);
      this.slot(slot);
    }
  }

  /** Adds a field that refers to the object at `offset`; nothing if that is the default, 0, forced or not. */
  addFieldOffset(slot: number, offset: Offset, defaultValue: Offset): void {
    if (offset != defaultValue) {
      this.addOffset(offset);
      this.slot(slot);
    }
  }

  /** Adds a struct field, where `offset` is that of the struct, just written; nothing if it is the default, 0. */
  addFieldStruct(slot: number, offset: Offset, defaultValue: Offset): void {
    if (offset != defaultValue) {
      this.nested(offset);
      this.slot(slot);
    }
  }

  /** Adds a field that refers to the far object at `offset` with a 64-bit offset; nothing if `offset` is 0. */
  addFieldOffset64(slot: number, offset: Offset): void {
    if (offset === 0) return;
    if (!(offset > 0 && offset <= this.capacity - this.end))
      throw new RangeError(`there is no far object at offset ${offset}`);
    this.prep(8, 0);
    this.writeUint64(this.size() - offset + 8);
    this.slot(slot);
  }

  /** Ends the table, with a vtable of its own or one that is already there. Returns where the table is. */
  endObject(): Offset {
    if (this.open !== 'table') throw new Error('there is no table to end: call startObject first');
    this.addInt32(0);
    const table = this.offset();
    let count = this.fieldCount;
    while (count > 0 && this.fields[count - 1] === 0) count -= 1;
    const vtable = this.hasLastVTable(table, count) ? this.lastVTable : this.writeVTable(table, count);
    this.lastVTable = vtable;
    // The offset to the vtable, backward: negative where an earlier one, at a higher position, is shared.
    this.view.setInt32(this.end - table, vtable - table, true);
    this.open = 'nothing';
    return table;
  }

  /**
   * Throws a TypeError if the finished table at `table` lacks the field with the vtable entry at byte `field`, called
   * `name`.
   */
  requiredField(table: Offset, field: number, name?: string): void {
    const at = this.end - table;
    const vtable = at - this.view.getInt32(at, true);
    if (field >= this.view.getUint16(vtable, true) || this.view.getUint16(vtable + field, true) === 0) {
      const which = name === undefined ? `at vtable entry ${field}` : `'${name}'`;
      throw new TypeError(`the field ${which} is required: add it before ending the table`);
    }
  }

  /** Where the object at `offset` begins in the bytes of {@link Builder.bb} as they stand now. */
  positionOf(offset: Offset): number {
    return this.end - offset;
  }

  /** Throws a TypeError if the object at `offset` is not the one written last: structs must be made in place. */
  nested(offset: Offset): void {
    if (offset !== this.offset()) {
      throw new TypeError(
        'a struct is part of its table: create it right where it is added, after startObject',
      );
    }
  }

  /** Throws a TypeError within a table or vector: everything it refers to must be made before. */
  notNested(): void {
    if (this.open !== 'nothing') {
      throw new TypeError(
        `a ${this.open} is under construction: make strings, vectors and tables before starting it`,
      );
    }
  }

  /** Notes that the field `slot` of the table under construction is what was written last. */
  slot(slot: number): void {
    if (this.open !== 'table' || !(slot < this.fieldCount)) {
      throw new RangeError(
        this.open === 'table'
          ? `there is no slot ${slot}: the table was started with ${this.fieldCount} fields`
          : 'there is no table to add a field to: call startObject first',
      );
    }
    this.fields[slot] = this.offset();
  }

  // Vectors and strings

  /**
   * Begins a vector of `count` elements of `elementSize` bytes, aligned to `alignment`. Write the elements from the
   * last to the first, then call {@link Builder.endVector}.
   */
  startVector(elementSize: number, count: number, alignment: number): void {
    this.notNested();
    const size = elementSize * count;
    this.prep(SIZEOF_INT, size);
    // Without elements there is nothing to align.
    if (size > 0) this.prep(alignment, size);
    this.vectorLength = count;
    this.vectorEnd = this.offset() + size;
    this.open = 'vector';
  }

  /** Ends the vector and returns where it is. */
  endVector(): Offset {
    this.writeInt32(this.closeVector());
    return this.offset();
  }

  /**
   * Aligns the elements of the vector that comes next to `alignment` bytes (attribute `force_align`): call it just
   * before {@link Builder.startVector} or a `create` method, with the same count and element size.
   */
  forceVectorAlignment(elementSize: number, count: number, alignment: number): void {
    this.notNested();
    if (elementSize * count > 0) this.prep(alignment, elementSize * count);
  }

  /** Writes a string; bytes are taken as UTF-8. Returns where it is, 0 for `null` and `undefined`. */
  createString(s: string | Uint8Array | null | undefined): Offset {
    if (s === null || s === undefined) return 0;
    this.notNested();
    if (typeof s !== 'string') {
      this.writeString(s.length);
      this.bytes.set(s, this.space + SIZEOF_INT);
    } else if (!this.writeShortAscii(s)) {
      this.writeString(utf8Length(s));
      encodeUtf8Into(s, this.bytes, this.space + SIZEOF_INT);
    }
    return this.offset();
  }

  /** Like {@link Builder.createString}, but equal strings that were created by this method are written once. */
  createSharedString(s: string | Uint8Array | null | undefined): Offset {
    if (s === null || s === undefined) return 0;
    return this.strings.getOrCreate(s, () => this.createString(s));
  }

  /** Writes a vector of bytes. Returns where it is, 0 for `null` and `undefined`. */
  createByteVector(v: Uint8Array | null | undefined): Offset {
    return v === null || v === undefined ? 0 : this.createScalarVector(v);
  }

  /** Writes the vector of the scalars in `elements`, as one block. */
  createScalarVector(elements: ScalarArray): Offset {
    this.startVector(elements.BYTES_PER_ELEMENT, elements.length, elements.BYTES_PER_ELEMENT);
    this.space -= elements.byteLength;
    copyScalars(elements, this.bytes, this.space);
    return this.endVector();
  }

  /** Writes the vector of references to the objects at `offsets`. */
  createOffsetVector(offsets: readonly Offset[]): Offset {
    this.startVector(SIZEOF_INT, offsets.length, SIZEOF_INT);
    for (let i = offsets.length - 1; i >= 0; i--) this.addOffset(offsets[i]);
    return this.endVector();
  }

  // Far objects: those behind 64-bit offsets, at the very end of the buffer

  /** Writes a string for a field with the attribute `offset64`. Far objects come before all others. */
  createString64(s: string | Uint8Array | null | undefined): Offset {
    if (s === null || s === undefined) return 0;
    this.checkFar();
    this.createString(s);
    return this.endFar();
  }

  /** Writes the scalars in `elements` for a field with the attribute `vector64`: with a 64-bit count. */
  createScalarVector64(elements: ScalarArray): Offset {
    this.startVector64(elements.BYTES_PER_ELEMENT, elements.length, elements.BYTES_PER_ELEMENT);
    this.space -= elements.byteLength;
    copyScalars(elements, this.bytes, this.space);
    return this.endVector64();
  }

  /** Writes the scalars in `elements` for a field with the attribute `offset64`: with a 32-bit count. */
  createFarScalarVector(elements: ScalarArray): Offset {
    this.checkFar();
    this.createScalarVector(elements);
    return this.endFar();
  }

  /** {@link Builder.startVector} for a field with the attribute `vector64`; ends with {@link Builder.endVector64}. */
  startVector64(elementSize: number, count: number, alignment: number): void {
    this.checkFar();
    this.startVector(elementSize, count, alignment);
    this.prep(8, elementSize * count);
    this.vectorEnd = this.offset() + elementSize * count;
  }

  /** Ends the vector with a 64-bit count and returns where it is. */
  endVector64(): Offset {
    this.writeUint64(this.closeVector());
    return this.endFar();
  }

  /** {@link Builder.startVector} for a field with the attribute `offset64`; ends with {@link Builder.endFarVector}. */
  startFarVector(elementSize: number, count: number, alignment: number): void {
    this.checkFar();
    this.startVector(elementSize, count, alignment);
  }

  /** Ends the far vector with a 32-bit count and returns where it is. */
  endFarVector(): Offset {
    this.endVector();
    return this.endFar();
  }

  /** {@link Builder.forceVectorAlignment} for a far vector. */
  forceVectorAlignment64(elementSize: number, count: number, alignment: number): void {
    this.checkFar();
    this.forceVectorAlignment(elementSize, count, alignment);
    this.endFar();
  }

  /** Writes an object of the object API, or a string; 0 for `null`. `far` is handed to the object. */
  createObjectOffset(obj: string | IGeneratedObject | null, far?: FarOffsets): Offset {
    if (obj === null) return 0;
    return typeof obj === 'string' ? this.createString(obj) : obj.pack(this, far);
  }

  /**
   * Writes each of `list` and returns where they are. A TypeError for `null`: a vector has no place for nothing. `far` is
   * handed to each.
   */
  createObjectOffsetList(list: readonly (string | IGeneratedObject)[], far?: FarOffsets): Offset[] {
    return list.map((obj, i) => {
      if (obj === null)
        throw new TypeError(`element ${i} is null: a vector has no place for it, leave it out`);
      return this.createObjectOffset(obj, far);
    });
  }

  /** Writes a vector of structs: `startFunc` is the generated `startXVector`. */
  createStructOffsetList(
    list: readonly (string | IGeneratedObject)[],
    startFunc: (builder: Builder, length: number) => void,
  ): Offset {
    startFunc(this, list.length);
    this.createObjectOffsetList(list.toReversed());
    return this.endVector();
  }

  // Finishing

  /**
   * Ends the buffer with `root` as its root table. `fileIdentifier` must have four characters. `sizePrefix` puts the
   * number of bytes that follow in front, in 32 bits, or, if `'wide'`, in 64 as schemas with 64-bit offsets have it.
   */
  finish(root: Offset, fileIdentifier?: string, sizePrefix?: boolean | 'wide'): void {
    this.notNested();
    if (this.finished) throw new Error('the buffer is finished: call clear() before building another one');
    const prefix = sizePrefix === 'wide' ? 8 : sizePrefix ? SIZE_PREFIX_LENGTH : 0;
    const identifier = fileIdentifier ? FILE_IDENTIFIER_LENGTH : 0;
    if (prefix === SIZE_PREFIX_LENGTH && this.size() > MAX_BUFFER_SIZE) {
      throw new CapacityError(this.size(), MAX_BUFFER_SIZE, 'a buffer with a size prefix of 32 bits');
    }
    this.prep(Math.max(this.minalign, SIZEOF_INT, prefix), prefix + SIZEOF_INT + identifier);
    if (fileIdentifier) this.writeIdentifier(fileIdentifier);
    this.addOffset(root);
    if (prefix === 8) this.writeUint64(this.size());
    else if (prefix > 0) this.writeInt32(this.size());
    this.bb.setPosition(this.space);
    this.finished = true;
  }

  /** {@link Builder.finish} with a size prefix: a 32-bit count of the bytes that follow it. */
  finishSizePrefixed(root: Offset, fileIdentifier?: string): void {
    this.finish(root, fileIdentifier, true);
  }

  /** A copy of twice the capacity with the same bytes at its end. The builder itself does not need it. */
  static growByteBuffer(bb: ByteBuffer): ByteBuffer {
    const capacity = bb.capacity();
    const grown = new ByteBuffer(growBackward(bb.bytes(), capacity, capacity));
    grown.setPosition(grown.capacity() - capacity);
    return grown;
  }

  /** Ends the vector under construction and returns how many elements it was started with. */
  private closeVector(): number {
    if (this.open !== 'vector') throw new Error('there is no vector to end: call startVector first');
    if (this.offset() !== this.vectorEnd)
      throw new Error(`add the ${this.vectorLength} elements that startVector was told of, and nothing else`);
    this.open = 'nothing';
    return this.vectorLength;
  }

  /** Bytes written so far, far objects too. */
  private size(): number {
    return this.capacity - this.space;
  }

  /** Throws if anything but far objects was written. */
  private checkFar(): void {
    this.notNested();
    if (this.offset() !== 0) throw new Error('far objects come first: create them before anything else');
    this.limit = MAX_FAR_BUFFER_SIZE;
  }

  /** Makes everything so far part of what only 64-bit offsets reach. */
  private endFar(): Offset {
    this.end = this.space;
    this.limit = Math.min(this.size() + MAX_BUFFER_SIZE, MAX_FAR_BUFFER_SIZE);
    return this.size();
  }

  private writeUint64(value: number): void {
    this.view.setUint32((this.space -= 4), Math.floor(value / 2 ** 32), true);
    this.view.setUint32((this.space -= 4), value, true);
  }

  /** Makes room for `size` bytes in front of what was written. */
  private grow(size: number): void {
    this.bytes = growBackward(this.bytes, this.size(), size, this.limit);
    this.view = dataViewOf(this.bytes);
    const grown = this.bytes.length - this.capacity;
    this.capacity += grown;
    this.end += grown;
    this.space += grown;
    const position = this.bb.position();
    this.bb = new ByteBuffer(this.bytes);
    this.bb.setPosition(position);
  }

  /** Whether the table at `table` with its first `count` fields has the vtable of the table before. */
  private hasLastVTable(table: Offset, count: number): boolean {
    if (this.lastVTable === 0) return false;
    const { view, fields } = this;
    let at = this.end - this.lastVTable;
    if (view.getUint16(at, true) !== (VTABLE_HEADER + count) * SIZEOF_SHORT) return false;
    if (view.getUint16(at + SIZEOF_SHORT, true) !== table - this.tableStart) return false;
    at += VTABLE_HEADER * SIZEOF_SHORT;
    for (let i = 0; i < count; i++) {
      const field = fields[i];
      if (view.getUint16(at + SIZEOF_SHORT * i, true) !== (field === 0 ? 0 : table - field)) return false;
    }
    return true;
  }

  /** Writes the vtable of the table at `table` for its first `count` fields, or finds an equal one. */
  private writeVTable(table: Offset, count: number): Offset {
    const tableSize = table - this.tableStart;
    const size = (VTABLE_HEADER + count) * SIZEOF_SHORT;
    if (tableSize > MAX_TABLE_SIZE || size > MAX_TABLE_SIZE) {
      throw tableSize > MAX_TABLE_SIZE
        ? new CapacityError(tableSize, MAX_TABLE_SIZE, 'the fields of a table')
        : new CapacityError(size, MAX_TABLE_SIZE, 'the vtable of a table');
    }
    if (this.space < size) this.grow(size);
    const view = this.view;
    const fields = this.fields;
    let at = this.space;
    for (let i = count - 1; i >= 0; i--) {
      const field = fields[i];
      view.setUint16((at -= 2), field === 0 ? 0 : table - field, true);
    }
    view.setUint16((at -= 2), tableSize, true);
    view.setUint16((at -= 2), size, true);
    const known = this.vtables.find(view, at, this.end);
    if (known !== 0) return known;
    this.space = at;
    this.vtables.add(this.offset());
    return this.offset();
  }

  /** Writes a short string if it is ASCII, else nothing: the encoded length is known only after a look at all of it. */
  private writeShortAscii(s: string): boolean {
    const length = s.length;
    if (length > SHORT_STRING) return false;
    const padding = paddingTo(this.capacity - this.space + length + 1, SIZEOF_INT);
    const size = SIZEOF_INT + length + 1 + padding;
    if (this.space < size) this.grow(size);
    const { bytes } = this;
    const start = this.space - size + SIZEOF_INT;
    let all = 0;
    for (let i = 0; i < length; i++) {
      const unit = s.charCodeAt(i);
      bytes[start + i] = unit;
      all |= unit;
    }
    if (all >= 0x80) return false;
    for (let at = start + length; at < this.space; at++) bytes[at] = 0;
    if (this.minalign < SIZEOF_INT) this.minalign = SIZEOF_INT;
    this.space -= size;
    this.view.setInt32(this.space, length, true);
    return true;
  }

  /** Writes a string of `length` bytes but for its text, which belongs behind the count. */
  private writeString(length: number): void {
    this.prep(SIZEOF_INT, length + 1);
    this.bytes[--this.space] = 0;
    this.space -= length;
    this.writeInt32(length);
  }

  private writeIdentifier(identifier: string): void {
    if (identifier.length !== FILE_IDENTIFIER_LENGTH) {
      throw new TypeError(
        `a file identifier has ${FILE_IDENTIFIER_LENGTH} characters, '${identifier}' has ${identifier.length}`,
      );
    }
    for (let i = FILE_IDENTIFIER_LENGTH - 1; i >= 0; i--) this.writeInt8(identifier.charCodeAt(i));
  }
}

/** What to say about an offset that leads to nothing. */
function noObject(offset: Offset): RangeError {
  return new RangeError(
    offset === 0
      ? 'offset 0 means no object: leave the element out'
      : `there is no object at offset ${offset}: objects must be made with this builder, before what refers to them`,
  );
}
