// The buffer's side of reading: values on their way into the output, and how tables, structs and vectors are written from
// them. Knows no text. The order of writing, and the padding, are the reference compiler's, so the bytes are the same.
import { ForwardBuffer } from '@fb/bytes';
import type { Offset } from '@fb/flatbuffers';
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
import { Output } from './output.js';

/** Buffers larger than this are not kept for the next text. */
export const KEPT: number = 1 << 20;

/** Assembles one buffer after another, and the buffers nested in them. */
export class Assembler {
  /** Values of the fields of open tables and structs. */
  readonly frames: Frames = new Frames();
  /** Structs and vector elements that are not in the output yet. */
  readonly staged: ForwardBuffer = new ForwardBuffer(1024);
  /** Of the buffer being written: that of the document, or of a nested one. */
  output: Output = new Output();
  /** Whether scalars that equal their default are written. */
  forceDefaults = false;

  /** Starts over. `size` is a guess at the size of the buffer to come. */
  clear(forceDefaults: boolean, size: number): void {
    this.frames.clear();
    this.staged.clear();
    if (this.output.end > KEPT || size > KEPT) this.output = new Output(size);
    else this.output.clear();
    this.forceDefaults = forceDefaults;
  }

  // Staging

  /** Zero bytes for a struct at the end of the staged ones; returns where. */
  stageStruct(size: number): number {
    const at = this.staged.reserve(size);
    const { bytes } = this.staged;
    // Structs are small: a loop beats a call.
    for (let i = at; i < at + size; i++) bytes[i] = 0;
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
   * Aligns the output for a struct that was staged. The reference compiler builds a struct in the buffer and takes it out
   * again, but for the padding in front, which is therefore part of the bytes.
   */
  alignForStruct(alignment: number): void {
    this.output.room(0);
    this.output.align(alignment, 0);
  }

  // Objects

  /** Writes a string from its UTF-8 bytes. */
  string(content: Uint8Array, start: number, end: number, shared: boolean): Offset {
    return shared ? this.output.sharedString(content, start, end) : this.output.string(content, start, end);
  }

  /** Writes a staged struct as an object of its own: the value of a union. */
  structObject(at: number, type: ValuePlan): Offset {
    return this.output.object(this.staged.bytes, at, type.size, type.align);
  }

  /** Writes the bytes of another buffer as a vector, aligned as that buffer asks for. */
  bytes(bytes: Uint8Array, alignment: number): Offset {
    this.output.forceAlignment(bytes.length, alignment);
    return this.output.vector(bytes, 0, bytes.length, bytes.length, 1);
  }

  /** Writes a buffer of its own, whose root table `write` writes, as a vector of bytes. Defaults are not forced there. */
  nested(write: () => Offset): Offset {
    const { output: outer, forceDefaults } = this;
    const inner = new Output();
    this.forceDefaults = false;
    this.output = inner;
    const bytes = inner.finish(write(), null, false);
    this.output = outer;
    this.forceDefaults = forceDefaults;
    return this.bytes(bytes, inner.maxAlignment());
  }

  // Vectors

  /**
   * Writes the vector of `count` elements staged from `start` on and takes them off the stage; sorted if they have a key.
   * `forceAlign` is 0 or what the attribute of this name asks for.
   */
  vector(type: ValuePlan, element: ValuePlan, start: number, count: number, forceAlign: number): Offset {
    const { output, staged } = this;
    const size = element.size * count;
    const key = element.record === null ? null : element.record.key;
    if (key !== null && element.kind === TABLE) sortTables(staged.bytes, start, count, key, output);
    else if (key !== null) sortStructs(staged.bytes, start, count, element.size, key);
    staged.length = start;
    if (forceAlign > 0) output.forceAlignment(size, forceAlign);
    if (type.wide) return output.wideVector(staged.bytes, start, size, count, element.align);
    if (element.kind <= STRUCT) return output.vector(staged.bytes, start, size, count, element.align);
    return output.references(staged.view, start, count);
  }

  /** The count of the vector in a cell; -1 if there is none. */
  vectorLength(cell: number): number {
    if (this.frames.states[cell] !== PRESENT) return -1;
    return this.output.view.getUint32(this.output.end - this.frames.values[cell], true);
  }

  /** Element `index` of the vector of union tags in a cell. */
  tag(cell: number, index: number, size: number): number {
    const { view, end } = this.output;
    const at = end - this.frames.values[cell] + 4 + index * size;
    if (size === 1) return view.getUint8(at);
    return size === 2 ? view.getUint16(at, true) : view.getInt32(at, true);
  }

  // Tables

  /** Writes the table whose fields are in the frame at `base`. */
  table(plan: RecordPlan, base: number): Offset {
    const { values, states } = this.frames;
    const { output } = this;
    const count = plan.fields.length;
    output.openTable(count, plan.room);
    output.slots.fill(0, 0, count);
    for (const field of plan.writeOrder) {
      const cell = base + field.index;
      if (states[cell] === PRESENT) this.#field(field, values[cell], this.frames.highs[cell]);
    }
    return output.closeTable(count, plan.id);
  }

  #field(field: FieldPlan, value: number, high: number): void {
    const { output } = this;
    const { kind } = field;
    if (kind <= DOUBLE && !this.forceDefaults && isDefault(field, value, high)) return;
    const { size, align } = field.value;
    output.align(field.offset64 ? 8 : align, 0);
    const at = (output.space -= field.offset64 ? 8 : size);
    output.slots[field.slot] = output.end - at;
    const { view } = output;
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
      case LONG:
      case ULONG:
        view.setInt32(at, value, true);
        return view.setInt32(at + 4, high, true);
      case STRUCT:
        return output.copy(this.staged.bytes, value, size, at);
      default:
        view.setInt32(at, output.end - value - at, true);
    }
  }
}

function isDefault(field: FieldPlan, value: number, high: number): boolean {
  if (field.default === null) return false;
  if (field.kind === LONG || field.kind === ULONG)
    return value === field.defaultLow && high === field.defaultHigh;
  return value === field.default;
}
