// The buffer's side of reading: values on their way into the builder, and how tables, structs and vectors are written from
// them. Knows no text. The order of writing, and the padding, are the reference compiler's, so the bytes are the same.
import { ForwardBuffer } from '@fb/bytes';
import { Builder, type Offset } from '@fb/flatbuffers';
import {
  BOOL,
  BYTE,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  SHORT,
  STRUCT,
  TABLE,
  UBYTE,
  UINT,
  ULONG,
  USHORT,
} from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import { Frames, PRESENT } from './frames.js';
import { sortStructs, sortTables } from './sort-by-key.js';

/** Assembles one buffer, and the buffers nested in it. */
export class Assembler {
  /** Values of the fields of open tables and structs. */
  readonly frames: Frames = new Frames();
  /** Structs and vector elements that are not in the builder yet. */
  readonly staged: ForwardBuffer = new ForwardBuffer(1024);
  /** Of the buffer being written: that of the document, or of a nested one. */
  builder: Builder = new Builder(1024);
  #forceDefaults: boolean;

  constructor(forceDefaults: boolean) {
    this.#forceDefaults = forceDefaults;
    this.builder.forceDefaults(forceDefaults);
  }

  // Staging

  /** Zero bytes for a struct at the end of the staged ones; returns where. */
  stageStruct(size: number): number {
    const at = this.staged.reserve(size);
    this.staged.bytes.fill(0, at, at + size);
    return at;
  }

  /** Writes a scalar at a staged position; of 64-bit integers the words. */
  stageScalar(kind: number, at: number, value: number, low: number, high: number): void {
    const { view } = this.staged;
    switch (kind) {
      case BOOL:
      case BYTE:
      case UBYTE:
        return view.setInt8(at, value);
      case SHORT:
      case USHORT:
        return view.setInt16(at, value, true);
      case INT:
      case UINT:
        return view.setInt32(at, value, true);
      case FLOAT:
        return view.setFloat32(at, value, true);
      case DOUBLE:
        return view.setFloat64(at, value, true);
      default:
        view.setInt32(at, low, true);
        view.setInt32(at + 4, high, true);
    }
  }

  /**
   * Aligns the builder for a struct that was staged. The reference compiler builds a struct in the buffer and takes it out
   * again, but for the padding in front, which is therefore part of the bytes.
   */
  alignForStruct(align: number): void {
    this.builder.prep(align, 0);
  }

  /** Copies staged bytes into the builder, which has room for them. */
  #unstage(at: number, size: number): void {
    const { builder } = this;
    const { view } = this.staged;
    let end = at + size;
    while (((end - at) & 3) !== 0) builder.writeInt8(view.getInt8(--end));
    while (end > at) builder.writeInt32(view.getInt32((end -= 4), true));
  }

  // Objects

  /** Writes a string from its UTF-8 bytes. */
  string(content: Uint8Array, shared: boolean): Offset {
    return shared ? this.builder.createSharedString(content) : this.builder.createString(content);
  }

  /** Writes a staged struct as an object of its own: the value of a union. */
  structObject(at: number, type: ValuePlan): Offset {
    this.builder.prep(type.align, type.size);
    this.#unstage(at, type.size);
    return this.builder.offset();
  }

  /** Writes the bytes of another buffer as a vector, aligned as that buffer asks for. */
  bytes(bytes: Uint8Array, align: number): Offset {
    this.builder.forceVectorAlignment(1, bytes.length, align);
    return this.builder.createByteVector(bytes);
  }

  /** Writes a buffer of its own, whose root table `write` writes, as a vector of bytes. Defaults are not forced there. */
  nested(write: () => Offset): Offset {
    const outer = this.builder;
    const forceDefaults = this.#forceDefaults;
    this.#forceDefaults = false;
    this.builder = new Builder(1024);
    this.builder.finish(write());
    const bytes = this.builder.asUint8Array();
    const align = this.builder.minAlignment();
    this.builder = outer;
    this.#forceDefaults = forceDefaults;
    return this.bytes(bytes, align);
  }

  // Vectors

  /**
   * Writes the vector of `count` elements staged from `start` on and takes them off the stage; sorted if they have a key.
   * `forceAlign` is 0 or what the attribute of this name asks for.
   */
  vector(type: ValuePlan, element: ValuePlan, start: number, count: number, forceAlign: number): Offset {
    const { builder, staged } = this;
    const size = element.size * count;
    const key = element.record === null ? null : element.record.key;
    if (key !== null && element.kind === TABLE) sortTables(staged.bytes, start, count, key, builder);
    else if (key !== null) sortStructs(staged.bytes, start, count, element.size, key);
    staged.length = start;
    if (forceAlign > 0) builder.forceVectorAlignment(element.size, count, forceAlign);
    if (type.wide) {
      // A 64-bit count, with no padding between it and the elements.
      builder.prep(8, size);
      if (count > 0) builder.prep(element.align, size);
      this.#unstage(start, size);
      builder.prep(8, 0);
      builder.writeInt32(0);
      builder.writeInt32(count);
      return builder.offset();
    }
    builder.startVector(element.size, count, element.align);
    if (element.kind <= STRUCT) {
      this.#unstage(start, size);
    } else {
      const { view } = staged;
      for (let at = start + size - 4; at >= start; at -= 4) builder.addOffset(view.getInt32(at, true));
    }
    return builder.endVector();
  }

  /** The count of the vector in a cell; -1 if there is none. */
  vectorLength(cell: number): number {
    if (this.frames.state(cell) !== PRESENT) return -1;
    const written = this.builder.dataBuffer();
    return written.readUint32(written.capacity() - this.frames.value(cell));
  }

  /** Element `index` of the vector of union tags in a cell. */
  tag(cell: number, index: number, size: number): number {
    const written = this.builder.dataBuffer();
    const at = written.capacity() - this.frames.value(cell) + 4 + index * size;
    if (size === 1) return written.readUint8(at);
    return size === 2 ? written.readUint16(at) : written.readInt32(at);
  }

  // Tables

  /** Writes the table whose fields are in the frame at `base`. */
  table(plan: RecordPlan, base: number): Offset {
    const { frames, builder } = this;
    builder.startObject(plan.fields.length);
    for (const field of plan.writeOrder) {
      const cell = base + field.index;
      if (frames.state(cell) !== PRESENT) continue;
      const value = frames.value(cell);
      switch (field.kind) {
        case BOOL:
        case BYTE:
        case UBYTE:
          builder.addFieldInt8(field.slot, value, field.default);
          break;
        case SHORT:
        case USHORT:
          builder.addFieldInt16(field.slot, value, field.default);
          break;
        case INT:
        case UINT:
          builder.addFieldInt32(field.slot, value, field.default);
          break;
        case FLOAT:
          builder.addFieldFloat32(field.slot, value, field.default);
          break;
        case DOUBLE:
          builder.addFieldFloat64(field.slot, value, field.default);
          break;
        case LONG:
        case ULONG:
          this.#long(field, value, frames.high(cell));
          break;
        case STRUCT:
          builder.prep(field.value.align, field.value.size);
          this.#unstage(value, field.value.size);
          builder.slot(field.slot);
          break;
        default:
          if (field.offset64) this.#offset64(field, value);
          else builder.addFieldOffset(field.slot, value, 0);
      }
    }
    return builder.endObject();
  }

  /** As the builder's own method for 64-bit fields, without a bigint. */
  #long(field: FieldPlan, low: number, high: number): void {
    const isDefault = field.default !== null && low === field.defaultLow && high === field.defaultHigh;
    if (isDefault && !this.#forceDefaults) return;
    const { builder } = this;
    builder.prep(8, 0);
    builder.writeInt32(high);
    builder.writeInt32(low);
    builder.slot(field.slot);
  }

  #offset64(field: FieldPlan, offset: Offset): void {
    const { builder } = this;
    builder.prep(8, 0);
    const distance = builder.offset() - offset + 8;
    builder.writeInt32(0);
    builder.writeInt32(distance);
    builder.slot(field.slot);
  }
}
