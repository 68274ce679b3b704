// What generated `decodeX` functions read with. Bytes need not be verified: reading stays inside of them, offsets only
// lead forward, and depth and work are bounded, so that whatever the bytes are it ends, with values or an error.
import { dataViewOf } from '@fb/bytes';
import { FlatBufferError } from './flatbuffer-error.js';

/** Tables within tables, as for a verifier: no more is surely held by the call stack. */
const DEPTH_LIMIT = 1000;

/** Bytes that may be read however small the buffer is, and for each of its bytes: parts may be shared. */
const LEAST_WORK = 16_000_000;
const WORK_PER_BYTE = 32;

/**
 * Bytes being decoded, as the functions that read single fields take them. The members but for the constructor are for
 * generated code.
 * @public
 */
export class Decoder {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  private work: number;
  private depth = 0;

  /**
   * Reads `bytes`, which must stay as they are meanwhile; it may be a part of a larger ArrayBuffer. `work` is how many
   * bytes may be read until all ends with an error: there is no limit unless it is given.
   */
  constructor(bytes: Uint8Array, work: number = Infinity) {
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.work = work;
  }

  /** The position of what the offset at `at` leads to. */
  follow(at: number): number {
    return at + this.view.getUint32(at, true);
  }

  /** The number of elements, of `size` bytes each, of the vector at `at`: all of them are there. */
  count(at: number, size: number): number {
    const count = this.view.getUint32(at, true);
    const bytes = count * size;
    if (at + 4 + bytes > this.bytes.length) {
      throw new FlatBufferError('bounds', at, '', 'a vector reaches beyond the bytes');
    }
    this.take(at, bytes + 4);
    return count;
  }

  /** Counts bytes that are read. */
  take(at: number, size: number): void {
    this.work -= size;
    if (this.work < 0) {
      throw new FlatBufferError('work', at, '', 'parts are shared so often that decoding would not end');
    }
  }

  /** One table further in; tables that may hold themselves count. */
  enter(at: number): void {
    this.take(at, 8);
    this.depth += 1;
    if (this.depth > DEPTH_LIMIT) throw new FlatBufferError('depth', at, '', 'tables are nested too deep');
  }

  /** One table further out. */
  leave(): void {
    this.depth -= 1;
  }
}

declare const target: unique symbol;

/** A position in the bytes of a {@link Decoder}, of a table, struct, string or vector (`T[]`). @public */
export type At<T> = number & { readonly [target]: T };

/** The number of elements of a vector. @public */
export function vectorLength(decoder: Decoder, vector: At<readonly unknown[]>): number {
  return decoder.view.getUint32(vector, true);
}

/** Where in the table at `at` the field with the vtable entry `entry` is; 0 if it is absent. For generated code. @public */
export function fieldOffset(view: DataView, at: number, entry: number): number {
  const vtable = at - view.getInt32(at, true);
  return entry < view.getUint16(vtable, true) ? view.getUint16(vtable + entry, true) : 0;
}

/** What every `decodeX` does: reads the root table with `read`. Throws a FlatBufferError where bytes end. @public */
export function decodeRoot<T>(bytes: Uint8Array, read: (decoder: Decoder, at: number) => T): T {
  const decoder = new Decoder(bytes, LEAST_WORK + WORK_PER_BYTE * bytes.length);
  try {
    return read(decoder, decoder.follow(0));
  } catch (error) {
    // What a view throws outside of its bytes, and an engine whose stack is smaller than any known.
    if (!(error instanceof RangeError)) throw error;
    throw new FlatBufferError('bounds', 0, '', 'something reaches beyond the bytes');
  }
}

/** The error for the table at `at`, which lacks the required field `name`. For generated code. @public */
export function missingField(at: number, name: string): FlatBufferError {
  return new FlatBufferError('required', at, name, 'a required field is absent');
}

/** The value of a required union; throws if its tag is not one that the schema had. For generated code. @public */
export function knownMember<T>(value: T | null, at: number): T {
  if (value === null) {
    throw new FlatBufferError('union', at, '', 'a required union has a tag that is not known');
  }
  return value;
}

/**
 * The position of the first of the `count` tags, of `size` bytes each, that the offset at `at` leads to. Throws if a
 * vector of unions has another number of tags. For generated code. @public
 */
export function unionTags(decoder: Decoder, at: number, size: number, count: number): number {
  const start = decoder.follow(at);
  if (decoder.count(start, size) !== count) {
    throw new FlatBufferError(
      'union',
      start,
      '',
      'a vector of unions has another number of tags than of values',
    );
  }
  return start + 4;
}
