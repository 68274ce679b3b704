// The one verifier: walks bytes along a compiled layout. Allocates nothing while all is well; a fault is noted where
// it is met, and the path to it is put together on the way back up. Most valid buffers never come here: see QuickCheck.
import type { CompiledField, CompiledMember, CompiledTable, CompiledUnion } from './compiled-layout.js';
import { SIZEOF_INT, SIZEOF_SHORT } from './constants.js';
import { FlatBufferError, type FlatBufferErrorCode } from './flatbuffer-error.js';
import { identifierFollows } from './framing.js';
import { type FaultSubject, faultText } from './verify-fault.js';
import { DEPTH_LIMIT, FLEXBUFFER_STEPS, SMALLEST_BUFFER, type VerifyLimits } from './verify-options.js';

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
  private subject: FaultSubject = 'field';
  private position = 0;
  private path = '';

  constructor(bytes: Uint8Array, view: DataView, limits: VerifyLimits) {
    this.bytes = bytes;
    this.view = view;
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
    return new FlatBufferError(this.code, position, path, faultText(this.code, this.subject));
  }

  /**
   * The whole buffer, after a size prefix of `prefix` bytes. The prefix may promise less than there is: more buffers can
   * follow.
   */
  buffer(prefix: 0 | 4 | 8, identifier: string | null, type: CompiledTable): boolean {
    if (prefix > this.end) return this.fail('too-short', 0);
    if (prefix > 0 && this.count(0, prefix === 8 ? 8 : 4) + prefix > this.end)
      return this.fail('size-prefix', 0);
    if (!this.isSized()) return false;
    if (identifier !== null && !identifierFollows(this.bytes, prefix, identifier)) {
      return this.fail('identifier', prefix + SIZEOF_INT);
    }
    return this.root(prefix, type);
  }

  /** The root table of a buffer with its root offset at `start`. */
  private root(start: number, type: CompiledTable): boolean {
    const target = this.target(start, SIZEOF_INT);
    return target !== 0 && this.table(target, type);
  }

  private isSized(): boolean {
    const size = this.end - this.base;
    if (size > this.limits.maxSize) return this.fail('too-large', this.base);
    return size >= SMALLEST_BUFFER || this.fail('too-short', this.base);
  }

  private table(at: number, { fields }: CompiledTable): boolean {
    if (!this.span(at, SIZEOF_INT, SIZEOF_INT, 'table')) return false;
    const vtable = at - this.view.getInt32(at, true);
    if (!this.enter(at, fields.length) || !this.vtable(at, vtable)) return false;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      const { entry, union } = field;
      const offset = this.entry(vtable, entry);
      let isValid: boolean;
      // Not a method of its own: on a deep stack every frame counts.
      if (union !== null) {
        isValid = this.unionField(at, offset, this.entry(vtable, entry - SIZEOF_SHORT), field, union);
      } else if (offset === 0) {
        isValid = !field.isRequired || this.fail('required', at);
      } else if (field.isInline && !field.isVector) {
        isValid = this.span(at + offset, field.size, field.align, 'field');
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

  /** The vtable that the table at `at` refers to. */
  private vtable(at: number, vtable: number): boolean {
    // Of all offsets, only this one may lead backward.
    if (vtable < this.base) return this.fail('bounds', at, 'vtable');
    if (!this.span(vtable, SIZEOF_SHORT, SIZEOF_SHORT, 'vtable')) {
      return this.fail(this.code, at, 'vtable');
    }
    const size = this.view.getUint16(vtable, true);
    if ((size & 1) !== 0) return this.fail('vtable', vtable, 'vtable');
    return vtable + size <= this.end || this.fail('bounds', vtable, 'vtable');
  }

  /** The entry of a vtable; 0 where it has none. */
  private entry(vtable: number, entry: number): number {
    return entry < this.view.getUint16(vtable, true) ? this.view.getUint16(vtable + entry, true) : 0;
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
    if (!this.span(at, SIZEOF_INT, SIZEOF_INT, 'string')) return false;
    const length = this.view.getUint32(at, true);
    const terminator = at + SIZEOF_INT + length;
    if (terminator >= this.end) return this.fail('bounds', at, 'string');
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
    if (!this.span(at, countSize, countSize, 'vector')) return false;
    return at + countSize + this.count(at, countSize) * size <= this.end || this.fail('bounds', at, 'vector');
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
    if (!this.isSized() || !this.root(start, root)) return false;
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
    if (tagOffset !== 0 && !this.span(table + tagOffset, tagSize, tagSize, 'field')) return false;
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
    return member.isStruct
      ? this.span(target, member.size, member.align, 'union value')
      : this.string(target);
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
    return this.span(at, offsetSize, offsetSize, 'field')
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
    this.fail(isForward ? 'bounds' : 'offset', at, 'offset');
    return 0;
  }

  /** An unsigned integer at a checked position; beyond 2^53 rounded, which is beyond any position. */
  private count(at: number, size: 4 | 8): number {
    const low = this.view.getUint32(at, true);
    return size === 4 ? low : this.view.getUint32(at + 4, true) * 2 ** 32 + low;
  }

  /** `length` bytes at `at`, which is not before the buffer, aligned. */
  private span(at: number, length: number, align: number, subject: FaultSubject): boolean {
    if (((at - this.base) & (align - 1) & this.alignMask) !== 0) return this.fail('alignment', at, subject);
    return at + length <= this.end || this.fail('bounds', at, subject);
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

  private fail(code: FlatBufferErrorCode, position: number, subject: FaultSubject = 'field'): false {
    this.subject = subject;
    this.code = code;
    this.position = position;
    return false;
  }
}
