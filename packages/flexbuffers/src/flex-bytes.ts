// The bytes of a buffer and the reading of scalars and offsets in them, every read inside the bounds.
import { dataViewOf } from '@fb/bytes';
import { FlexBufferError, type FlexBufferErrorCode } from './flex-buffer-error.js';

const TWO_32 = 4294967296;

/** What every reference into one buffer shares. Widths here are in bytes: 1, 2, 4 or 8. */
export class FlexBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly length: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.length = bytes.length;
  }

  /** An unsigned integer; above 2^53 it is rounded to a number. */
  uint(at: number, width: number): number {
    if (at < 0 || at + width > this.length) this.outside(at);
    if (width === 1) return this.bytes[at];
    if (width === 2) return this.view.getUint16(at, true);
    const low = this.view.getUint32(at, true);
    return width === 4 ? low : low + this.view.getUint32(at + 4, true) * TWO_32;
  }

  /** A signed integer; beyond 2^53 it is rounded to a number. */
  int(at: number, width: number): number {
    if (at < 0 || at + width > this.length) this.outside(at);
    if (width === 1) return this.view.getInt8(at);
    if (width === 2) return this.view.getInt16(at, true);
    if (width === 4) return this.view.getInt32(at, true);
    return this.view.getUint32(at, true) + this.view.getInt32(at + 4, true) * TWO_32;
  }

  bigUint(at: number, width: number): bigint {
    return width === 8 && at >= 0 && at + 8 <= this.length
      ? this.view.getBigUint64(at, true)
      : BigInt(this.uint(at, width));
  }

  bigInt(at: number, width: number): bigint {
    return width === 8 && at >= 0 && at + 8 <= this.length
      ? this.view.getBigInt64(at, true)
      : BigInt(this.int(at, width));
  }

  /** A float of 4 or 8 bytes. The format has no narrower ones; the reference reads those as signed integers. */
  float(at: number, width: number): number {
    if (width < 4) return this.int(at, width);
    if (at < 0 || at + width > this.length) this.outside(at);
    return width === 4 ? this.view.getFloat32(at, true) : this.view.getFloat64(at, true);
  }

  /** Where the offset at `at` leads: so many bytes back. */
  target(at: number, width: number): number {
    const target = at - this.uint(at, width);
    if (target < 0) this.fail('offset', at, 'an offset leads before the buffer');
    return target;
  }

  /** The length that stands before `at`. */
  lengthBefore(at: number, width: number): number {
    if (at < width) this.outside(at - width);
    return this.uint(at - width, width);
  }

  /** Checks that `size` bytes from `at` on, which is inside, are inside. */
  require(at: number, size: number): void {
    if (size > this.length - at) this.outside(at);
  }

  /** The end of the key at `at`: the place of its zero byte. */
  keyEnd(at: number): number {
    const { bytes, length } = this;
    let end = at;
    while (end < length && bytes[end] !== 0) end++;
    if (end === length) this.fail('unterminated-key', at, 'a key has no end');
    return end;
  }

  badWidth(at: number, width: number): never {
    return this.fail('width', at, `${width} is no width`);
  }

  outside(at: number): never {
    return this.fail('bounds', at, 'a value is outside of the buffer');
  }

  fail(code: FlexBufferErrorCode, at: number, detail: string): never {
    throw new FlexBufferError(code, at, '', detail);
  }
}

/** Where a value's slot is, how many bytes wide, and its packed type. */
export interface Slot {
  readonly at: number;
  readonly width: number;
  readonly packed: number;
}

/** Finds the root from the end of the buffer; throws a FlexBufferError if there can be none. */
export function findRoot(bytes: Uint8Array): Slot {
  const { length } = bytes;
  if (length < 3)
    throw new FlexBufferError('too-short', 0, '$', `${length} bytes are too few: the least is 3`);
  const width = bytes[length - 1];
  if (width !== 1 && width !== 2 && width !== 4 && width !== 8) {
    throw new FlexBufferError('width', length - 1, '$', `the root is ${width} bytes wide`);
  }
  const at = length - 2 - width;
  if (at < 0) throw new FlexBufferError('too-short', 0, '$', `the root of ${width} bytes does not fit`);
  return { at, width, packed: bytes[length - 2] };
}
