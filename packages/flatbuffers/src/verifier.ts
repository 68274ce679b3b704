// The one verifier: walks bytes along a compiled layout. Allocates nothing while all is well; a fault is noted where
// it is met, and the path to it is put together on the way back up.
import { dataViewOf } from '@fb/bytes';
import {
  type CompiledField,
  type CompiledMember,
  type CompiledTable,
  type CompiledUnion,
} from './compiled-layout.js';
import { FILE_IDENTIFIER_LENGTH, SIZEOF_INT, SIZEOF_SHORT } from './constants.js';
import { FlatBufferError, type FlatBufferErrorCode } from './flatbuffer-error.js';
import { DEPTH_LIMIT, FLEXBUFFER_STEPS, type VerifyLimits } from './verify-options.js';

/** An empty root table with its vtable and the offset to it. */
const SMALLEST_BUFFER = 12;

/** What is wrong, in words. */
const messages: Readonly<Record<FlatBufferErrorCode, string>> = {
  'too-short': 'fewer bytes than the smallest FlatBuffer has',
  'too-large': 'more bytes than are allowed',
  identifier: 'the file identifier is another one',
  'size-prefix': 'the size prefix promises more bytes than there are',
  alignment: 'misaligned',
  bounds: 'reaches beyond the bytes',
  offset: 'an offset is zero or negative',
  vtable: 'the size of a vtable is odd',
  terminator: 'a string does not end with a zero byte',
  required: 'a required field is absent',
  union: 'the tags and values of a union do not fit',
  flexbuffer: 'not a valid FlexBuffer',
  depth: 'tables are nested too deeply',
  tables: 'there are too many tables',
  work: 'checking takes too many steps',
};

/**
 * One run of the verifier. Methods return whether what they checked is valid; after the first `false` the run is
 * over and {@link Verifier.error} tells why. Positions are absolute; alignment counts from `base`, where the
 * buffer, which may be a nested one, begins.
 */
export class Verifier {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly limits: VerifyLimits;
  /** Which bits of an alignment count: all or none. */
  private readonly alignMask: number;
  /** The part of the bytes that the buffer is. */
  private base = 0;
  private end: number;
  /** Tables around the current position, those around a nested buffer too. */
  private depth = 0;
  private depthLimit: number;
  private tables = 0;
  private steps = 0;

  private code: FlatBufferErrorCode = 'bounds';
  private position = 0;
  private path = '';

  constructor(bytes: Uint8Array, limits: VerifyLimits) {
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.limits = limits;
    this.alignMask = limits.checkAlignment ? -1 : 0;
    this.end = bytes.length;
    this.depthLimit = limits.maxDepth;
  }

  /** What the first failed check found. */
  error(): FlatBufferError {
    const path = this.path.startsWith('.') ? this.path.slice(1) : this.path;
    // A field may be said to lie anywhere: the nearest byte that exists is as good.
    const position = Math.min(this.position, this.bytes.length);
    return new FlatBufferError(this.code, position, path, messages[this.code]);
  }

  /** The size prefix of `width` bytes, or none. It may promise less than there is: more buffers can follow. */
  sizePrefix(width: 0 | 4 | 8): boolean {
    if (width === 0) return true;
    if (width > this.end) return this.fail('too-short', 0);
    return this.count(0, width) + width <= this.end || this.fail('size-prefix', 0);
  }

  /** A whole buffer, with its root offset at `start`. */
  buffer(start: number, root: CompiledTable, identifier: string | null): boolean {
    const size = this.end - this.base;
    if (size > this.limits.maxSize) return this.fail('too-large', this.base);
    if (size < SMALLEST_BUFFER) return this.fail('too-short', this.base);
    if (identifier !== null && !this.hasIdentifier(start + SIZEOF_INT, identifier)) {
      return this.fail('identifier', start + SIZEOF_INT);
    }
    const target = this.target(start, SIZEOF_INT);
    return target !== 0 && this.table(target, root);
  }

  private table(at: number, table: CompiledTable): boolean {
    if (!this.span(at, SIZEOF_INT, SIZEOF_INT)) return false;
    const { view } = this;
    const vtable = at - view.getInt32(at, true);
    if (!this.enter(at, table.fields.length)) return false;
    // Of all offsets, only this one may lead backward.
    if (vtable < this.base) return this.fail('bounds', at);
    if (!this.span(vtable, SIZEOF_SHORT, SIZEOF_SHORT)) return this.fail(this.code, at);
    const vtableSize = view.getUint16(vtable, true);
    if ((vtableSize & 1) !== 0) return this.fail('vtable', vtable);
    if (vtable + vtableSize > this.end) return this.fail('bounds', vtable);
    const { fields } = table;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      const { entry } = field;
      const offset = entry < vtableSize ? view.getUint16(vtable + entry, true) : 0;
      let isValid: boolean;
      if (field.union !== null) {
        const tagEntry = entry - SIZEOF_SHORT;
        const tagOffset = tagEntry < vtableSize ? view.getUint16(vtable + tagEntry, true) : 0;
        isValid = this.unionField(at, offset, tagOffset, field, field.union);
      } else if (offset === 0) {
        isValid = !field.isRequired || this.fail('required', at);
      } else if (field.isInline && !field.isVector) {
        isValid = this.span(at + offset, field.size, field.align);
      } else {
        isValid = this.offsetField(at + offset, field);
      }
      if (!isValid) {
        this.path = `.${field.name}${this.path}`;
        return false;
      }
    }
    this.depth -= 1;
    return true;
  }

  /** Counts a table of a type with so many fields, against all limits. */
  private enter(at: number, fields: number): boolean {
    this.depth += 1;
    if (this.depth > this.depthLimit) return this.fail('depth', at);
    this.tables += 1;
    if (this.tables > this.limits.maxTables) return this.fail('tables', at);
    return this.work(1 + fields, at);
  }

  /** A field with an offset, but for unions. */
  private offsetField(at: number, field: CompiledField): boolean {
    const target = this.target(at, field.offsetSize);
    if (target === 0) return false;
    if (field.isVector) return this.vector(target, field);
    return field.table === null ? this.string(target) : this.table(target, field.table);
  }

  private string(at: number): boolean {
    if (!this.span(at, SIZEOF_INT, SIZEOF_INT)) return false;
    const length = this.view.getUint32(at, true);
    const terminator = at + SIZEOF_INT + length;
    if (terminator >= this.end) return this.fail('bounds', at);
    return this.bytes[terminator] === 0 || this.fail('terminator', terminator);
  }

  /** A vector and its elements, but for unions. */
  private vector(at: number, field: CompiledField): boolean {
    const { isInline, countSize, table } = field;
    if (!this.elements(at, isInline ? field.size : SIZEOF_INT, countSize)) return false;
    const count = this.count(at, countSize);
    const start = at + countSize;
    if (isInline) return !field.isBuffer || this.bufferIn(start, count, field);
    if (!this.work(count, at)) return false;
    for (let i = 0; i < count; i++) {
      const target = this.element(start + i * SIZEOF_INT);
      if (target === 0 || !(table === null ? this.string(target) : this.table(target, table)))
        return this.failAt(i);
    }
    return true;
  }

  /** The count of a vector, and that there is room for so many elements of `size` bytes. */
  private elements(at: number, size: number, countSize: 4 | 8): boolean {
    if (!this.span(at, countSize, countSize)) return false;
    return at + countSize + this.count(at, countSize) * size <= this.end || this.fail('bounds', at);
  }

  /** The buffer that `size` bytes at `start` are. */
  private bufferIn(start: number, size: number, field: CompiledField): boolean {
    const { checkNested, verifyFlexBuffer } = this.limits;
    if (!checkNested) return true;
    if (field.nested !== null) return this.nested(start, size, field.nested);
    if (verifyFlexBuffer === null) return true;
    if (!this.work(FLEXBUFFER_STEPS + size, start)) return false;
    return verifyFlexBuffer(this.bytes.subarray(start, start + size)) || this.fail('flexbuffer', start);
  }

  /** A buffer in `size` bytes at `start`, with limits of its own but for the stack and the time. */
  private nested(start: number, size: number, root: CompiledTable): boolean {
    const { base, end, depthLimit, tables } = this;
    this.base = start;
    this.end = start + size;
    this.depthLimit = Math.min(this.depth + this.limits.maxDepth, DEPTH_LIMIT);
    this.tables = 0;
    if (!this.buffer(start, root, null)) return false;
    this.base = base;
    this.end = end;
    this.depthLimit = depthLimit;
    this.tables = tables;
    return true;
  }

  /** A union or vector of unions; its tag or tags are the field before it. Offsets of 0 mean absent. */
  private unionField(
    table: number,
    offset: number,
    tagOffset: number,
    field: CompiledField,
    union: CompiledUnion,
  ): boolean {
    if (offset === 0 && field.isRequired) return this.fail('required', table);
    if (field.isVector) return this.unionVector(table, offset, tagOffset, field, union);
    const { tagSize } = union;
    if (tagOffset !== 0 && !this.span(table + tagOffset, tagSize, tagSize)) return false;
    const member = tagOffset === 0 ? null : union.member(this.tag(table + tagOffset, tagSize));
    if (offset === 0) return member?.isStruct !== true || this.fail('union', table + tagOffset);
    const target = this.target(table + offset, field.offsetSize);
    return target !== 0 && (member === null || this.unionValue(target, member));
  }

  private unionVector(
    table: number,
    offset: number,
    tagOffset: number,
    field: CompiledField,
    union: CompiledUnion,
  ): boolean {
    if (offset === 0 && tagOffset === 0) return true;
    if (offset === 0 || tagOffset === 0) return this.fail('union', table + offset + tagOffset);
    const { tagSize } = union;
    const { countSize } = field;
    const tags = this.target(table + tagOffset, SIZEOF_INT);
    if (tags === 0 || !this.elements(tags, tagSize, SIZEOF_INT)) return false;
    const values = this.target(table + offset, field.offsetSize);
    if (values === 0 || !this.elements(values, SIZEOF_INT, countSize)) return false;
    const count = this.count(values, countSize);
    if (this.count(tags, SIZEOF_INT) !== count) return this.fail('union', values);
    if (!this.work(count, values)) return false;
    for (let i = 0; i < count; i++) {
      const member = union.member(this.tag(tags + SIZEOF_INT + i * tagSize, tagSize));
      if (member === null) continue;
      const target = this.element(values + countSize + i * SIZEOF_INT);
      if (target === 0 || !this.unionValue(target, member)) return this.failAt(i);
    }
    return true;
  }

  private unionValue(target: number, member: CompiledMember): boolean {
    if (member.table !== null) return this.table(target, member.table);
    return member.isStruct ? this.span(target, member.size, member.align) : this.string(target);
  }

  /** The tag at a checked position, as an unsigned number. */
  private tag(at: number, size: 1 | 2 | 4 | 8): number {
    switch (size) {
      case 1:
        return this.bytes[at];
      case 2:
        return this.view.getUint16(at, true);
      default:
        return this.count(at, size);
    }
  }

  /** Where the offset of a field leads; 0 if that is wrong. */
  private target(at: number, offsetSize: 4 | 8): number {
    return this.span(at, offsetSize, offsetSize)
      ? this.followed(at, this.count(at, offsetSize), offsetSize)
      : 0;
  }

  /** Where the offset at the checked position of an element leads; 0 if that is wrong. */
  private element(at: number): number {
    return this.followed(at, this.view.getUint32(at, true), SIZEOF_INT);
  }

  private followed(at: number, offset: number, offsetSize: 4 | 8): number {
    if (offset !== 0 && at + offset < this.end) return at + offset;
    // With the top bit set, an offset is negative for readers.
    const isForward = offset !== 0 && offset < (offsetSize === 4 ? 2 ** 31 : 2 ** 63);
    this.fail(isForward ? 'bounds' : 'offset', at);
    return 0;
  }

  /** An unsigned integer at a checked position; beyond 2^53 rounded, which is beyond any position. */
  private count(at: number, size: 4 | 8): number {
    const low = this.view.getUint32(at, true);
    return size === 4 ? low : this.view.getUint32(at + 4, true) * 2 ** 32 + low;
  }

  private hasIdentifier(at: number, identifier: string): boolean {
    if (identifier.length !== FILE_IDENTIFIER_LENGTH || at + FILE_IDENTIFIER_LENGTH > this.end) return false;
    for (let i = 0; i < FILE_IDENTIFIER_LENGTH; i++) {
      if (this.bytes[at + i] !== identifier.charCodeAt(i)) return false;
    }
    return true;
  }

  /** `length` bytes at `at`, which is not before the buffer, aligned. */
  private span(at: number, length: number, align: number): boolean {
    if (((at - this.base) & (align - 1) & this.alignMask) !== 0) return this.fail('alignment', at);
    return at + length <= this.end || this.fail('bounds', at);
  }

  private work(steps: number, at: number): boolean {
    this.steps += steps;
    return this.steps <= this.limits.maxSteps || this.fail('work', at);
  }

  /** Adds the element `i` to the path of a fault. */
  private failAt(i: number): false {
    this.path = `[${i}]${this.path}`;
    return false;
  }

  private fail(code: FlatBufferErrorCode, position: number): false {
    this.code = code;
    this.position = position;
    return false;
  }
}
