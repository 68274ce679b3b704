// The FlatBuffer being written, from its end to its start. Unlike `Builder`, whose bytes these are, it takes texts and
// vectors as ranges of other buffers, checks nothing, and is open: compiled readers write tables through `view` directly.
import { CapacityError, dataViewOf, type OwnBytes } from '@fb/bytes';
import type { Offset } from '@fb/flatbuffers';
import { SharedStrings } from './shared-strings.js';
import { VTables } from './vtables.js';

/** Capacities are multiples of this, so that a position is aligned just if its distance from the end is. */
const UNIT = 64;
const LIMIT = 0x80000000 - UNIT;

/** What may be between the room asked for and what is written: padding. */
const SLACK = 64;

/** Sizes in a vtable are 16 bits wide. */
const MAX_TABLE_SIZE = 0xffff;

/** Up to this many bytes a loop beats a block copy. */
const SHORT = 48;

/** A buffer under construction. Offsets count from its end. */
export class Output {
  bytes: OwnBytes;
  view: DataView;
  /** Free bytes in front, all of them zero: padding is made by moving on. A multiple of 64 with nothing written. */
  space: number;
  /** The size of {@link Output.bytes}, from where offsets count. */
  end: number;
  /** All alignments that were asked for, as bits. */
  alignments = 4;
  /** Of the table being written: the offset of each field, by slot; 0 if it is absent. */
  slots: Int32Array = new Int32Array(64);
  #tableStart = 0;
  readonly #vtables: VTables = new VTables();
  readonly #strings: SharedStrings = new SharedStrings();

  /** `size` is a guess at the size of the buffer, in bytes. */
  constructor(size = 1024) {
    this.end = Math.min(LIMIT, Math.ceil(Math.max(size, 1024) / UNIT) * UNIT);
    this.space = this.end;
    this.bytes = new Uint8Array(this.end);
    this.view = dataViewOf(this.bytes);
  }

  /** Starts over. */
  clear(): void {
    this.bytes.fill(0, this.space);
    this.space = this.end;
    this.alignments = 4;
    this.#vtables.clear();
    this.#strings.clear();
  }

  /** Bytes written so far: the offset of what was written last. */
  size(): number {
    return this.end - this.space;
  }

  /** Makes room for `size` bytes and padding. */
  room(size: number): void {
    if (this.space < size + SLACK) this.#grow(size + SLACK);
  }

  /** Pads so that behind `additional` more bytes the position is a multiple of `alignment`. There must be room. */
  align(alignment: number, additional: number): void {
    this.alignments |= alignment;
    this.space = ((this.space - additional) & -alignment) + additional;
  }

  /** Copies `from[start..start + size)` to the position `at`. */
  copy(from: Uint8Array, start: number, size: number, at: number): void {
    const { bytes } = this;
    if (size > SHORT) bytes.set(from.subarray(start, start + size), at);
    else for (let i = 0; i < size; i++) bytes[at + i] = from[start + i];
  }

  /** Writes the string of the UTF-8 bytes `from[start..end)`. */
  string(from: Uint8Array, start: number, end: number): Offset {
    const size = end - start;
    this.room(size);
    const at = (this.space - size - 1) & -4;
    this.copy(from, start, size, at);
    this.view.setInt32(at - 4, size, true);
    this.space = at - 4;
    return this.end - this.space;
  }

  /** {@link Output.string} from another view, a few bytes at a time. */
  textString(from: DataView, start: number, end: number): Offset {
    const size = end - start;
    this.room(size);
    const { view } = this;
    const at = (this.space - size - 1) & -4;
    let i = 0;
    for (; i <= size - 4; i += 4) view.setInt32(at + i, from.getInt32(start + i, true), true);
    for (; i < size; i++) view.setInt8(at + i, from.getInt8(start + i));
    view.setInt32(at - 4, size, true);
    this.space = at - 4;
    return this.end - this.space;
  }

  /** {@link Output.string}, but equal ones are written once. */
  sharedString(from: Uint8Array, start: number, end: number): Offset {
    return this.#strings.offsetOf(from, start, end, () => this.string(from, start, end));
  }

  /** Writes inline bytes as an object of its own: a struct that is the value of a union. */
  object(from: Uint8Array, start: number, size: number, alignment: number): Offset {
    this.room(size);
    this.align(alignment, size);
    this.space -= size;
    this.copy(from, start, size, this.space);
    return this.end - this.space;
  }

  // Vectors

  /** Writes the vector of `count` elements that are `from[start..start + size)`. */
  vector(from: Uint8Array, start: number, size: number, count: number, alignment: number): Offset {
    this.room(size);
    if (size > 0) this.align(alignment, size);
    const at = (this.space - size) & -4;
    this.copy(from, start, size, at);
    this.view.setInt32(at - 4, count, true);
    this.space = at - 4;
    return this.end - this.space;
  }

  /** {@link Output.vector} with a 64-bit count, and no padding between it and the elements. */
  wideVector(from: Uint8Array, start: number, size: number, count: number, alignment: number): Offset {
    this.room(size);
    this.align(8, size);
    if (count > 0) this.align(alignment, size);
    this.space -= size;
    this.copy(from, start, size, this.space);
    this.align(8, 0);
    this.view.setInt32(this.space - 4, 0, true);
    this.view.setInt32(this.space - 8, count, true);
    this.space -= 8;
    return this.end - this.space;
  }

  /** Writes the vector of references to the `count` offsets, 4 bytes each, at `start` of `from`. */
  references(from: DataView, start: number, count: number): Offset {
    const size = count * 4;
    this.room(size);
    const at = (this.space - size) & -4;
    const { view, end } = this;
    for (let i = 0; i < size; i += 4)
      view.setInt32(at + i, end - from.getInt32(start + i, true) - at - i, true);
    view.setInt32(at - 4, count, true);
    this.space = at - 4;
    return end - this.space;
  }

  /** Aligns the elements of the vector of `size` bytes that comes next. */
  forceAlignment(size: number, alignment: number): void {
    this.room(size);
    if (size > 0) this.align(alignment, size);
  }

  // Tables

  /** Begins a table of `count` slots whose fields have up to `size` bytes. The caller sets all {@link Output.slots}. */
  openTable(count: number, size: number): void {
    this.room(size + 2 * count + 8);
    if (count > this.slots.length) this.slots = new Int32Array(2 * count);
    this.#tableStart = this.end - this.space;
  }

  /** Ends the table. `record` is any small number that tables of the same type have. */
  closeTable(count: number, record: number): Offset {
    const { view, slots } = this;
    const at = (this.space - 4) & -4;
    const table = this.end - at;
    let used = count;
    while (used > 0 && slots[used - 1] === 0) used--;
    const tableSize = table - this.#tableStart;
    if (tableSize > MAX_TABLE_SIZE)
      throw new CapacityError(tableSize, MAX_TABLE_SIZE, 'the fields of a table');
    const size = 4 + 2 * used;
    if (size > MAX_TABLE_SIZE) throw new CapacityError(size, MAX_TABLE_SIZE, 'the vtable of a table');
    this.space = at;
    let vtable = this.#vtables.find(view, this.end, slots, used, table, tableSize, record);
    if (vtable === 0) {
      const start = at - size;
      view.setUint16(start, size, true);
      view.setUint16(start + 2, tableSize, true);
      for (let i = 0; i < used; i++)
        if (slots[i] !== 0) view.setUint16(start + 4 + 2 * i, table - slots[i], true);
      this.space = start;
      vtable = this.end - start;
      this.#vtables.add(vtable, record);
    }
    view.setInt32(at, vtable - table, true);
    return table;
  }

  // The end

  /** Ends the buffer and returns its bytes, as a view. */
  finish(root: Offset, identifier: Uint8Array | null, sizePrefixed: boolean): OwnBytes {
    const prefix = sizePrefixed ? 4 : 0;
    const head = prefix + 4 + (identifier === null ? 0 : identifier.length);
    this.room(head);
    this.align(this.maxAlignment(), head);
    const at = this.space - head;
    const { view, end } = this;
    if (sizePrefixed) view.setInt32(at, end - at - 4, true);
    view.setInt32(at + prefix, end - root - at - prefix, true);
    if (identifier !== null) this.bytes.set(identifier, at + prefix + 4);
    this.space = at;
    return this.bytes.subarray(at);
  }

  /** The largest alignment that was asked for. */
  maxAlignment(): number {
    return 1 << (31 - Math.clz32(this.alignments));
  }

  #grow(size: number): void {
    const used = this.end - this.space;
    const least = used + size;
    if (!(least <= LIMIT)) throw new CapacityError(least, LIMIT);
    let capacity = this.end;
    while (capacity < least) capacity = Math.min(capacity * 2, LIMIT);
    const grown = new Uint8Array(capacity);
    grown.set(this.bytes.subarray(this.space), capacity - used);
    this.bytes = grown;
    this.view = dataViewOf(grown);
    this.space = capacity - used;
    this.end = capacity;
  }
}
