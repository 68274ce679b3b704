// Random access to the bytes of a FlatBuffer: scalars, and the steps that generated code takes through tables.
// Reads never leave the Uint8Array given, but nothing is checked beyond that: `verify` first what you do not trust.
/* oxlint-disable no-underscore-dangle -- generated code calls these methods by these names */
import { dataViewOf, decodeUtf8 } from '@fb/bytes';
import { FILE_IDENTIFIER_LENGTH, SIZEOF_INT } from './constants.js';
import { Encoding } from './encoding.js';
import { FlatBufferError } from './flatbuffer-error.js';
import type { IUnpackableObject, Offset } from './types.js';

/** A DataView costs as much as about this many reads byte by byte: many buffers are opened for less. */
const COLD_READS = 8;

/** A generated view of a table or struct: which buffer, and where in it. @public */
export type Table = {
  bb: ByteBuffer;
  bb_pos: number;
};

/**
 * Bytes with a position, where the root offset is. All reads and writes are little-endian and take absolute byte
 * offsets; they throw a RangeError outside the bytes. The methods that begin with `__` are for generated code.
 * @public
 */
export class ByteBuffer {
  private readonly content: Uint8Array;
  private start = 0;
  private dataView: DataView | null = null;
  private coldReads = 0;

  /** Reads and writes `bytes` in place; it may be a part of a larger ArrayBuffer. */
  constructor(bytes: Uint8Array) {
    this.content = bytes;
  }

  /** A buffer of `size` zero bytes. */
  static allocate(size: number): ByteBuffer {
    return new ByteBuffer(new Uint8Array(size));
  }

  /** Sets the position back to 0; the bytes stay. */
  clear(): void {
    this.start = 0;
  }

  /** The bytes themselves, not a copy. */
  bytes(): Uint8Array {
    return this.content;
  }

  /** Where the root offset, or before that the size prefix, is. */
  position(): number {
    return this.start;
  }

  /** Moves the position. */
  setPosition(position: number): void {
    this.start = position;
  }

  /** How many bytes there are. */
  capacity(): number {
    return this.content.length;
  }

  /** Reads a signed 8-bit integer. */
  readInt8(offset: number): number {
    return (this.readUint8(offset) << 24) >> 24;
  }

  /** Reads an unsigned 8-bit integer. */
  readUint8(offset: number): number {
    // Outside the bytes, the view throws.
    return this.content[offset] ?? this.view().getUint8(offset);
  }

  /** Reads a signed 16-bit integer. */
  readInt16(offset: number): number {
    const view = this.dataView;
    return view !== null ? view.getInt16(offset, true) : (this.coldUint16(offset) << 16) >> 16;
  }

  /** Reads an unsigned 16-bit integer. */
  readUint16(offset: number): number {
    const view = this.dataView;
    return view !== null ? view.getUint16(offset, true) : this.coldUint16(offset);
  }

  /** Reads a signed 32-bit integer. */
  readInt32(offset: number): number {
    const view = this.dataView;
    return view !== null ? view.getInt32(offset, true) : this.coldInt32(offset);
  }

  /** Reads an unsigned 32-bit integer. */
  readUint32(offset: number): number {
    const view = this.dataView;
    return view !== null ? view.getUint32(offset, true) : this.coldInt32(offset) >>> 0;
  }

  /** Reads a signed 64-bit integer. */
  readInt64(offset: number): bigint {
    return this.view().getBigInt64(offset, true);
  }

  /** Reads an unsigned 64-bit integer. */
  readUint64(offset: number): bigint {
    return this.view().getBigUint64(offset, true);
  }

  /** Reads a 32-bit float. */
  readFloat32(offset: number): number {
    return this.view().getFloat32(offset, true);
  }

  /** Reads a 64-bit float. */
  readFloat64(offset: number): number {
    return this.view().getFloat64(offset, true);
  }

  /** Writes the low 8 bits of `value`. */
  writeInt8(offset: number, value: number): void {
    this.view().setInt8(offset, value);
  }

  /** Writes the low 8 bits of `value`. */
  writeUint8(offset: number, value: number): void {
    this.view().setUint8(offset, value);
  }

  /** Writes the low 16 bits of `value`. */
  writeInt16(offset: number, value: number): void {
    this.view().setInt16(offset, value, true);
  }

  /** Writes the low 16 bits of `value`. */
  writeUint16(offset: number, value: number): void {
    this.view().setUint16(offset, value, true);
  }

  /** Writes the low 32 bits of `value`. */
  writeInt32(offset: number, value: number): void {
    this.view().setInt32(offset, value, true);
  }

  /** Writes the low 32 bits of `value`. */
  writeUint32(offset: number, value: number): void {
    this.view().setUint32(offset, value, true);
  }

  /** Writes the low 64 bits of `value`. */
  writeInt64(offset: number, value: bigint): void {
    this.view().setBigInt64(offset, value, true);
  }

  /** Writes the low 64 bits of `value`. */
  writeUint64(offset: number, value: bigint): void {
    this.view().setBigUint64(offset, value, true);
  }

  /** Writes a 32-bit float. */
  writeFloat32(offset: number, value: number): void {
    this.view().setFloat32(offset, value, true);
  }

  /** Writes a 64-bit float. */
  writeFloat64(offset: number, value: number): void {
    this.view().setFloat64(offset, value, true);
  }

  /**
   * The four characters after the root offset at the position. Only buffers that were finished with a file
   * identifier have one there; of others it is whatever follows. Throws if the bytes end before.
   */
  getBufferIdentifier(): string {
    const at = this.start + SIZEOF_INT;
    if (this.content.length < at + FILE_IDENTIFIER_LENGTH) {
      throw new FlatBufferError('too-short', this.start, '', 'the bytes end before a file identifier could');
    }
    const bytes = this.content;
    return String.fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
  }

  /** Where, from the start of the table at `bb_pos`, the field with the vtable entry `vtable_offset` is; 0 if absent. */
  __offset(bb_pos: number, vtable_offset: number): Offset {
    const vtable = bb_pos - this.readInt32(bb_pos);
    return vtable_offset < this.readUint16(vtable) ? this.readUint16(vtable + vtable_offset) : 0;
  }

  /** Points `t` at the table that the offset at `offset` leads to. */
  __union<T extends { bb: ByteBuffer | null; bb_pos: number }>(t: T, offset: number): T {
    t.bb_pos = this.__indirect(offset);
    t.bb = this;
    return t;
  }

  /**
   * The string that the offset at `offset` leads to; with `Encoding.UTF8_BYTES` its bytes, as a view.
   * Malformed UTF-8 reads as U+FFFD. Throws a {@link FlatBufferError} if the string reaches beyond the bytes.
   */
  __string(offset: number, opt_encoding?: Encoding): string | Uint8Array {
    return this.stringAt(this.__indirect(offset), opt_encoding);
  }

  /** Like {@link ByteBuffer.__union}, for unions with strings among their members: a string as `o` asks for one. */
  __union_with_string(o: Table | string, offset: number): Table | string {
    return typeof o === 'string' ? (this.__string(offset) as string) : this.__union(o, offset);
  }

  /** The position that the offset at `offset` leads to. */
  __indirect(offset: Offset): Offset {
    return offset + this.readInt32(offset);
  }

  /** The position of the first element of the vector that the offset at `offset` leads to. */
  __vector(offset: Offset): Offset {
    return this.__indirect(offset) + SIZEOF_INT;
  }

  /** The number of elements of the vector that the offset at `offset` leads to. */
  __vector_len(offset: Offset): Offset {
    return this.readInt32(this.__indirect(offset));
  }

  // Behind 64-bit offsets: fields with the attributes `offset64` and `vector64`

  /**
   * The 64-bit offset, or count, at `offset`. Numbers are exact up to 2^53 - 1, far beyond what memory holds: a position
   * made of a larger one is outside of the bytes, so that reading there throws.
   */
  __offset64(offset: Offset): Offset {
    return this.readUint32(offset + SIZEOF_INT) * 2 ** 32 + this.readUint32(offset);
  }

  /** The position that the 64-bit offset at `offset` leads to. */
  __indirect64(offset: Offset): Offset {
    return offset + this.__offset64(offset);
  }

  /** {@link ByteBuffer.__string} behind a 64-bit offset. */
  __string64(offset: number, opt_encoding?: Encoding): string | Uint8Array {
    return this.stringAt(this.__indirect64(offset), opt_encoding);
  }

  /** The first element of the vector with a 64-bit count that the 64-bit offset at `offset` leads to. */
  __vector64(offset: Offset): Offset {
    return this.__indirect64(offset) + 8;
  }

  /** The 64-bit count of the vector that the 64-bit offset at `offset` leads to. */
  __vector64_len(offset: Offset): number {
    return this.__offset64(this.__indirect64(offset));
  }

  /** The first element of the vector with a 32-bit count that the 64-bit offset at `offset` leads to. */
  __far_vector(offset: Offset): Offset {
    return this.__indirect64(offset) + SIZEOF_INT;
  }

  /** The 32-bit count of the vector that the 64-bit offset at `offset` leads to. */
  __far_vector_len(offset: Offset): number {
    return this.readUint32(this.__indirect64(offset));
  }

  /** Whether the four characters after the root offset are `ident`, which must have four characters. */
  __has_identifier(ident: string): boolean {
    if (ident.length !== FILE_IDENTIFIER_LENGTH) {
      throw new TypeError(
        `a file identifier has ${FILE_IDENTIFIER_LENGTH} characters, '${ident}' has ${ident.length}`,
      );
    }
    const at = this.start + SIZEOF_INT;
    for (let i = 0; i < FILE_IDENTIFIER_LENGTH; i++) {
      if (ident.charCodeAt(i) !== this.content[at + i]) return false;
    }
    return true;
  }

  /** The values of `listAccessor` for 0 to `listLength - 1`, without the nulls. */
  createScalarList<T>(listAccessor: (i: number) => T | null, listLength: number): T[] {
    const list: T[] = [];
    for (let i = 0; i < listLength; i++) {
      const value = listAccessor(i);
      if (value !== null) list.push(value);
    }
    return list;
  }

  /** The unpacked views of `listAccessor` for 0 to `listLength - 1`, without the nulls. */
  createObjList<T1 extends IUnpackableObject<T2>, T2>(
    listAccessor: (i: number) => T1 | null,
    listLength: number,
  ): T2[] {
    const list: T2[] = [];
    for (let i = 0; i < listLength; i++) {
      const value = listAccessor(i);
      if (value !== null) list.push(value.unpack());
    }
    return list;
  }

  private stringAt(at: number, encoding: Encoding | undefined): string | Uint8Array {
    const start = at + SIZEOF_INT;
    const end = start + this.readUint32(at);
    if (end > this.content.length) {
      throw new FlatBufferError('bounds', at, '', 'a string reaches beyond the bytes');
    }
    return encoding === Encoding.UTF8_BYTES
      ? this.content.subarray(start, end)
      : decodeUtf8(this.content, start, end);
  }

  private view(): DataView {
    return (this.dataView ??= dataViewOf(this.content));
  }

  private coldUint16(offset: number): number {
    if (this.isWarm(offset, 2)) return this.view().getUint16(offset, true);
    const bytes = this.content;
    return bytes[offset] | (bytes[offset + 1] << 8);
  }

  private coldInt32(offset: number): number {
    if (this.isWarm(offset, 4)) return this.view().getInt32(offset, true);
    const bytes = this.content;
    return bytes[offset] | (bytes[offset + 1] << 8) | (bytes[offset + 2] << 16) | (bytes[offset + 3] << 24);
  }

  /** Whether to read through a view: when that pays, and where reading must throw. */
  private isWarm(offset: number, size: number): boolean {
    this.coldReads += 1;
    return this.coldReads > COLD_READS || !(offset >= 0 && offset + size <= this.content.length);
  }
}
