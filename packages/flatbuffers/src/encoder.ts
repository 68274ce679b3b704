// What generated `encodeX` functions write with: a buffer that is filled from its end, children first, like Builder's,
// but without its checks and calls. Straight-line generated code stores fields itself; this file has what it shares.
import { CapacityError, dataViewOf, MAX_BUFFER_SIZE, type OwnBytes } from '@fb/bytes';
import { FILE_IDENTIFIER_LENGTH, SIZEOF_INT, SIZE_PREFIX_LENGTH } from './constants.js';
import type { FarOffsets } from './far-offsets.js';
import type { Offset } from './types.js';
import { InvalidValueError } from './invalid-value-error.js';
import { VTablePool } from './vtable-pool.js';

/** Whose the bytes are that an {@link Encoder} gives. @public */
export interface EncoderOptions {
  /**
   * - `view` (the default): a view of the encoder's memory, good until it encodes again: nothing is copied
   * - `window`: a part of a larger piece of memory that is never written again; it stays alive as long as any of its
   *   parts, so that keeping a small message may keep `size` bytes
   * - `copy`: memory of its own, of exactly its size
   */
  readonly results?: 'view' | 'window' | 'copy';
  /** Bytes to begin with, and in the pieces that windows are parts of: 1024, for windows 65536. It grows as needed. */
  readonly size?: number;
  /**
   * Whether each result begins with the count of the bytes that follow: in 32 bits, or in 64 if the schema has 64-bit
   * offsets.
   */
  readonly sizePrefixed?: boolean;
}

/**
 * What generated code knows of a table: a number that spreads tables over a cache (its hash), the largest alignment less one,
 * then the size and alignment of each slot. @public
 */
export type TableShape = readonly number[];

/** Ends of buffers are multiples of this, the largest alignment of a struct, so that positions show alignment. */
export const GRAIN = 32;

/** Bytes of a message that 32-bit offsets reach. Positions are below 2^31 then, as generated code counts on. */
export const MAX_NEAR_SIZE: number = MAX_BUFFER_SIZE - (GRAIN - 1);

/** Bytes of any message: positions fit 32 bits. */
export const MAX_FAR_SIZE: number = 2 ** 32 - GRAIN;

/** Numbers in a {@link TableShape} before those of the slots. */
const SHAPE_HEADER = 2;

/** Bytes in a vtable before its entries. */
const VTABLE_HEADER = 4;

/** Fields that one presence mask has bits for: what a small integer has room for. */
const MASK_BITS = 30;

/** Vtables that are found without looking at their bytes; spread by shape and position. */
const KNOWN = 32;

/** Tables within tables, as for a verifier: no more is surely held by the call stack. */
const DEPTH_LIMIT = 1000;

/** Sizes in a vtable are 16 bits wide. */
const MAX_TABLE_SIZE = 0xffff;

/**
 * The memory that generated `encodeX` functions write to, and all state there is. Make one and pass it to every call;
 * without one, a call makes its own. One message is written at a time: not from a getter of the value being encoded.
 * The members but for the constructor are for generated code.
 * @public
 */
export class Encoder {
  /** The memory, and a view of all of it; replaced when it grows. */
  bytes: OwnBytes;
  view: DataView;
  /** Where what was written last begins. */
  at: number = 0;
  /** Where the message ends but for far objects. Offsets count back from here, so that they survive growing. */
  end: number = 0;
  /** Where the message ends. */
  last: number;
  /** The most bytes it may have. */
  limit: number = MAX_NEAR_SIZE;
  /** What is behind 64-bit offsets; made when there is some. */
  far: FarOffsets | undefined;
  /** The largest alignment asked for; 4 at least. */
  minAlign: number = SIZEOF_INT;
  /** Offsets of the elements of vectors under construction; the first `offsetCount` count. */
  readonly offsets: Offset[] = [];
  offsetCount: number = 0;
  private readonly results: 'view' | 'window' | 'copy';
  private readonly size: number;
  readonly sizePrefixed: boolean;
  private busy = false;
  private depth = 0;
  /** Counts messages, which makes what is known of the one before unknown. */
  private message = 0;
  private readonly vtables: VTablePool = new VTablePool();
  /** By the first number of the shape, and when it was learnt. */
  private readonly known: (KnownVTable | undefined)[] = [];

  constructor({ results = 'view', size, sizePrefixed = false }: EncoderOptions = {}) {
    this.results = results;
    const wanted = size ?? (results === 'window' ? 65_536 : 1024);
    this.size = (Math.min(Math.max(wanted, GRAIN), MAX_NEAR_SIZE) + GRAIN - 1) & -GRAIN;
    this.sizePrefixed = sizePrefixed;
    this.bytes = new Uint8Array(this.size);
    this.view = dataViewOf(this.bytes);
    this.last = this.size;
  }

  /** Makes room for `size` bytes before what was written. Positions change, offsets do not. */
  grow(size: number): void {
    const used = this.last - this.at;
    const least = used + size;
    const { limit } = this;
    if (least > limit) throw new CapacityError(least, limit);
    // A window that does not fit goes to a new piece of memory, which is larger only if it must be.
    let grown = this.results === 'window' ? this.size : this.last;
    while (grown < least) grown *= 2;
    grown = Math.min(grown, limit);
    const bytes = new Uint8Array(grown);
    bytes.set(this.bytes.subarray(this.at, this.last), grown - used);
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.end += grown - this.last;
    this.last = grown;
    this.at = grown - used;
  }

  /** Reserves `size` bytes at a multiple of `align`, the bytes after them zero, and returns their position. */
  reserve(size: number, align: number): number {
    if (this.at < size + align) this.grow(size + align);
    if (align > this.minAlign) this.minAlign = align;
    // Counted from the end, so that any alignment is possible; modulo 2^32, which no message reaches.
    const position = this.last - (((this.last - this.at + size + align - 1) & -align) >>> 0);
    const { bytes } = this;
    for (let i = position + size; i < this.at; i++) bytes[i] = 0;
    this.at = position;
    return position;
  }

  /** The offset of what was written last. */
  offset(): Offset {
    return this.end - this.at;
  }

  /** One table further in; tables that may hold themselves count. */
  enter(value: object): void {
    this.depth += 1;
    if (this.depth > DEPTH_LIMIT)
      throw new InvalidValueError(value, null, `is nested too deep: does it hold itself?`);
  }

  /** One table further out. */
  leave(): void {
    this.depth -= 1;
  }

  /**
   * Ends the table whose fields are written: its position is `at`, its fields end at `start`, and those with a bit in
   * `mask` are there, laid out as `shape` says. Finds or writes the vtable. Returns the offset of the table.
   */
  endTable(at: number, start: number, mask: number, shape: TableShape): Offset {
    const phase = start & shape[1];
    this.at = at;
    const index = (shape[0] + phase) % KNOWN;
    let known = this.known[index];
    if (known === undefined) {
      known = { shape, mask: -1, phase: 0, message: -1, vtable: 0, words: [] };
      this.known[index] = known;
    }
    if (known.mask !== mask || known.phase !== phase || known.shape !== shape) {
      known.shape = shape;
      known.mask = mask;
      known.phase = phase;
      known.vtable = this.writeVTable(at, start, mask, shape);
      known.message = this.message;
      this.remember(known, at, VTABLE_HEADER + 2 * (32 - Math.clz32(mask)));
    } else if (known.message !== this.message) {
      known.vtable = this.repeatVTable(at, mask, known.words);
      known.message = this.message;
    }
    const table = this.end - at;
    this.view.setInt32(at, known.vtable - table, true);
    return table;
  }

  /** {@link Encoder.endTable} for a table with more fields than a mask has bits: `masks` have 30 each. */
  endWideTable(at: number, start: number, masks: readonly number[], shape: TableShape): Offset {
    const table = this.end - at;
    this.at = at;
    this.view.setInt32(at, this.writeWideVTable(at, start, masks, shape) - table, true);
    return table;
  }

  /** Begins a message. */
  begin(): void {
    if (this.busy) throw new Error('this encoder is at work: use another one');
    this.busy = true;
    this.depth = 0;
    this.message = (this.message + 1) | 0;
    this.minAlign = SIZEOF_INT;
    this.offsetCount = 0;
    this.vtables.clear();
    this.end = this.last;
    this.at = this.last;
  }

  /** Ends the message with the table at `root`, and gives its bytes. A size prefix has `width` bytes. */
  finish(root: Offset, identifier: string | null, width: 4 | 8 = SIZE_PREFIX_LENGTH): OwnBytes {
    const prefix = this.sizePrefixed ? width : 0;
    const head = prefix + SIZEOF_INT + (identifier === null ? 0 : FILE_IDENTIFIER_LENGTH);
    const start = this.reserve(head, this.minAlign);
    const { view, end, last } = this;
    const at = start + prefix;
    if (prefix > 0) view.setInt32(start, last - at, true);
    view.setInt32(at, end - root - at, true);
    if (identifier !== null) {
      for (let i = 0; i < FILE_IDENTIFIER_LENGTH; i++) {
        view.setUint8(at + SIZEOF_INT + i, identifier.charCodeAt(i));
      }
    }
    this.busy = false;
    if (this.results === 'copy') return this.bytes.slice(start, last);
    if (this.results === 'window') this.last = start & -GRAIN;
    return new Uint8Array(this.bytes.buffer, start, last - start);
  }

  /** Gives up the message. */
  abandon(): void {
    this.busy = false;
  }

  /** Writes the vtable just before `at`, or finds an equal one. Room for it is there. */
  private writeVTable(at: number, start: number, mask: number, shape: TableShape): Offset {
    const { view } = this;
    const count = 32 - Math.clz32(mask);
    const vtable = at - VTABLE_HEADER - 2 * count;
    let field = start;
    for (let slot = 0; slot < count; slot++) {
      let entry = 0;
      if (((mask >> slot) & 1) !== 0) {
        field = (field - shape[SHAPE_HEADER + 2 * slot]) & -shape[SHAPE_HEADER + 2 * slot + 1];
        entry = field - at;
      }
      view.setUint16(vtable + VTABLE_HEADER + 2 * slot, entry, true);
    }
    return this.endVTable(at, start, vtable);
  }

  /** Keeps the vtable of `size` bytes that was written before `at`, for other messages. */
  private remember(known: KnownVTable, at: number, size: number): void {
    const { words } = known;
    words.length = (size + 2) >> 2;
    // The last word may reach beyond the vtable, into the offset to it that is not stored yet.
    for (let i = 0; i < words.length; i++) words[i] = this.view.getInt32(at - size + 4 * i, true);
  }

  /** Writes a vtable that an earlier message had, unless this one has it. */
  private repeatVTable(at: number, mask: number, words: readonly number[]): Offset {
    const { view, end } = this;
    const vtable = at - VTABLE_HEADER - 2 * (32 - Math.clz32(mask));
    for (let i = 0; i < words.length; i++) view.setInt32(vtable + 4 * i, words[i], true);
    const same = this.vtables.find(view, vtable, end);
    return same !== 0 ? same : this.keepVTable(vtable);
  }

  /** The same for a table with more fields. */
  private writeWideVTable(at: number, start: number, masks: readonly number[], shape: TableShape): Offset {
    const { view } = this;
    let words = masks.length;
    while (words > 1 && masks[words - 1] === 0) words -= 1;
    const count = (words - 1) * MASK_BITS + 32 - Math.clz32(masks[words - 1]);
    const vtable = at - VTABLE_HEADER - 2 * count;
    let field = start;
    for (let slot = 0; slot < count; slot++) {
      let entry = 0;
      if (((masks[Math.floor(slot / MASK_BITS)] >> (slot % MASK_BITS)) & 1) !== 0) {
        field = (field - shape[SHAPE_HEADER + 2 * slot]) & -shape[SHAPE_HEADER + 2 * slot + 1];
        entry = field - at;
      }
      view.setUint16(vtable + VTABLE_HEADER + 2 * slot, entry, true);
    }
    return this.endVTable(at, start, vtable);
  }

  /** Writes the sizes into the vtable at `vtable`, which goes up to `at`, and keeps it if there is none like it. */
  private endVTable(at: number, start: number, vtable: number): Offset {
    const { view, end } = this;
    const tableSize = start - at;
    if (tableSize > MAX_TABLE_SIZE)
      throw new CapacityError(tableSize, MAX_TABLE_SIZE, 'the fields of a table');
    view.setUint16(vtable, at - vtable, true);
    view.setUint16(vtable + 2, tableSize, true);
    const same = this.vtables.find(view, vtable, end);
    return same !== 0 ? same : this.keepVTable(vtable);
  }

  private keepVTable(vtable: number): Offset {
    this.at = vtable;
    this.vtables.add(this.end - vtable);
    return this.end - vtable;
  }
}

/** A vtable in the message, and what makes a table have it. */
interface KnownVTable {
  shape: TableShape;
  mask: number;
  /** The part of the position that decides about padding. */
  phase: number;
  message: number;
  vtable: Offset;
  /** Its bytes. */
  words: number[];
}

/**
 * What every `encodeX` does: begins, writes with `write`, finishes. A value that cannot be encoded throws a TypeError
 * that names its place. @public
 */
export function encodeRoot<T extends object>(
  encoder: Encoder,
  value: T,
  write: (encoder: Encoder, value: T) => Offset,
  identifier: string | null,
): OwnBytes {
  encoder.begin();
  try {
    return encoder.finish(write(encoder, value), identifier);
  } catch (error) {
    encoder.abandon();
    if (error instanceof InvalidValueError) error.locate(value);
    throw error;
  }
}
