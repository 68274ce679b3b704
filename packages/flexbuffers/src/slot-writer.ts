// The stack of values that are waiting for their container, and the bytes already written. Both the builder and the
// encoder of JavaScript values stand on it; it knows the layout of the format and nothing of who calls.
import { ForwardBuffer, encodeUtf8Into, utf8Length } from '@fb/bytes';
import { intWidth, uintWidth, widthCode, type BitWidth } from './bit-width.js';
import { copyNumbers, type NumericArray } from './numeric-array.js';
import { BOOL_TYPE, FLOAT_TYPE, INT_TYPE, KEY_TYPE, STRING_TYPE, isFixedTypedVector } from './type-codes.js';

// Packed types with no width, kept here: an engine loads what a module imports each time anew.
const KEY = KEY_TYPE << 2;
const STRING = STRING_TYPE << 2;
const BOOL = BOOL_TYPE << 2;
const FLOAT_32 = (FLOAT_TYPE << 2) | 2;

const TWO_32 = 4294967296;

/** Of strings up to this many code units, the length in bytes fits one byte whatever the characters are. */
const SHORT = 85;

/** Up to this many code units a loop is faster than a call into the engine. */
const BY_HAND = 28;

/** How a vector says what its elements are: by a byte for each, by its own type, or by that with the length in it. @public */
export type VectorKind = 'untyped' | 'typed' | 'fixed';

/** The writer's state and the writing of each kind of value. */
export class SlotWriter extends ForwardBuffer {
  /** Of the slots `0..count` of the stack: `type << 2 | own width code`. */
  packed: Uint8Array = new Uint8Array(64);
  /** Integers of at most 32 bits, as signed ones; bools; and the positions of what is behind an offset. */
  ints: Int32Array = new Int32Array(64);
  /** Floats, as doubles; and in the same memory the 64 bits of wider integers, as two words, the lower one first. */
  floats: Float64Array = new Float64Array(64);
  private words: Int32Array = new Int32Array(this.floats.buffer);
  count = 0;
  /** How many slots there is room for; 0 once finished, so that the next push comes to look. */
  private room = 64;
  finished = false;
  /** No container is narrower than this. */
  minimumWidth: BitWidth = 0;
  /** The types of elements in place give their own width, not that of their container. No reader looks at it. */
  hasOwnWidths = false;
  /** The width of the vector written last. */
  widthOfVector = 0;

  /** Forgets values and bytes and keeps the memory. */
  override clear(): void {
    super.clear();
    this.count = 0;
    this.room = this.packed.length;
    this.finished = false;
  }

  /** Pushes a null, a bool, an integer of at most 32 bits, or the position of what has been written. */
  push(packed: number, value: number): void {
    if (this.count === this.room) this.makeRoom();
    const slot = this.count++;
    this.packed[slot] = packed;
    this.ints[slot] = value;
  }

  /** Pushes a float of 32 or 64 bits. */
  pushFloat(width: 2 | 3, value: number): void {
    if (this.count === this.room) this.makeRoom();
    const slot = this.count++;
    this.packed[slot] = (FLOAT_TYPE << 2) | width;
    this.floats[slot] = value;
  }

  /** Pushes an integer of 64 bits, given by two words. */
  pushWide(type: number, low: number, high: number): void {
    this.push((type << 2) | 3, 0);
    const word = 2 * (this.count - 1);
    this.words[word] = low;
    this.words[word + 1] = high;
  }

  /** Pushes an integer of 64 bits at most, which the caller has checked, in the least width that holds it. */
  pushInteger(type: number, value: number | bigint): void {
    const near = Number(value);
    const width = type === INT_TYPE ? intWidth(near) : uintWidth(near);
    if (width < 3) this.push((type << 2) | width, near);
    else if (typeof value === 'number') this.pushWide(type, value, Math.floor(value / TWO_32));
    else this.pushWide(type, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
  }

  /** Moves the value on top of the stack to the bytes; what stays is an offset to it. */
  makeIndirect(type: number): void {
    const slot = this.count - 1;
    const width = this.packed[slot] & 3;
    const at = this.alignAndReserve(width, 1 << width);
    this.writeSlot(at, width, slot);
    this.packed[slot] = (type << 2) | width;
    this.ints[slot] = at;
  }

  /** Writes a key and returns its position; nothing is pushed. */
  writeKey(key: string): number {
    const at = this.reserve(key.length * 3 + 1);
    this.length = at + encodeUtf8Into(key, this.bytes, at) + 1;
    this.bytes[this.length - 1] = 0;
    return at;
  }

  /** Writes and pushes a string. */
  pushString(text: string): void {
    // Strings are most of what most data is, so this does at once what several functions do for others.
    const units = text.length;
    if (units <= SHORT) {
      const at = this.reserve(3 * units + 2) + 1;
      const { bytes } = this;
      let end = at;
      if (units <= BY_HAND) {
        for (let i = 0; i < units; i++) {
          const unit = text.charCodeAt(i);
          if (unit >= 0x80) break;
          bytes[end++] = unit;
        }
      }
      if (end - at !== units) end = at + encodeUtf8Into(text, bytes, at);
      bytes[at - 1] = end - at;
      bytes[end] = 0;
      this.length = end + 1;
      this.push(STRING, at);
      return;
    }
    const length = utf8Length(text);
    const width = uintWidth(length);
    const size = 1 << width;
    const at = this.alignAndReserve(width, size + length + 1) + size;
    this.writeUInt(at - size, width, length);
    encodeUtf8Into(text, this.bytes, at);
    this.bytes[at + length] = 0;
    this.push((STRING_TYPE << 2) | width, at);
  }

  /** Writes and pushes a blob, or a string of which the bytes are given; the width is at least `leastWidth`. */
  pushBytes(type: number, bytes: Uint8Array, leastWidth: BitWidth): void {
    const needed = uintWidth(bytes.length);
    const width = needed > leastWidth ? needed : leastWidth;
    const size = 1 << width;
    const end = type === STRING_TYPE ? 1 : 0;
    const at = this.alignAndReserve(width, size + bytes.length + end) + size;
    this.writeUInt(at - size, width, bytes.length);
    this.bytes.set(bytes, at);
    if (end === 1) this.bytes[at + bytes.length] = 0;
    this.push((type << 2) | width, at);
  }

  /** Writes and pushes a vector of that type, fixed or not, with the elements' own width, which its length fits. */
  pushNumericArray(array: NumericArray, type: number): void {
    const width = widthCode(array.BYTES_PER_ELEMENT);
    const prefix = isFixedTypedVector(type) ? 0 : 1 << width;
    const at = this.alignAndReserve(width, prefix + array.byteLength) + prefix;
    if (prefix > 0) this.writeUInt(at - prefix, width, array.length);
    copyNumbers(array, this.bytes, at);
    this.push((type << 2) | width, at);
  }

  /**
   * Writes slots as a vector and returns the position of its elements. The element `j` is the slot `first + stride * j`,
   * or `first + stride * order[j]`. With `keysAt` the position of a keys vector, what is written is a map's values.
   * `widthOfVector` tells the width afterwards.
   */
  writeVector(
    first: number,
    stride: number,
    order: Int32Array | null,
    length: number,
    kind: VectorKind,
    keysAt: number,
    keysWidth: number,
  ): number {
    const { packed, ints, floats } = this;
    let width: number = length < 0x100 ? this.minimumWidth : Math.max(uintWidth(length), this.minimumWidth);
    let farthest = keysAt >= 0 ? keysAt : this.length;
    const end = first + stride * length;
    for (let slot = first; slot < end; slot += stride) {
      const own = packed[slot];
      if (own < KEY || (own & ~3) === BOOL) {
        if ((own & 3) > width) width = own & 3;
      } else if (ints[slot] < farthest) farthest = ints[slot];
    }
    // Where even an element behind the last would reach the farthest target from a byte on, all reach theirs.
    const most = this.length + 8 + (3 + stride * length) * (1 << width) - farthest;
    if (width < 2 && most >= (width === 0 ? 0x100 : 0x10000)) {
      width = this.widthOfOffsets(width, first, stride, order, length, keysAt);
    }
    const size = 1 << width;
    const isTyped = kind !== 'untyped';
    let at = this.alignAndReserve(width, (length + 3) * size + length);
    if (keysAt >= 0) {
      this.writeUInt(at, width, at - keysAt);
      this.writeUInt(at + size, width, 1 << keysWidth);
      at += 2 * size;
    }
    if (kind !== 'fixed') {
      this.writeUInt(at, width, length);
      at += size;
    }
    // One loop for each width, and nothing called: this is where the time goes.
    const { bytes, view } = this;
    const types = at + length * size;
    if (isTyped || width === 3) this.writeSlots(at, width, first, stride, order, length, isTyped);
    else if (width === 0) {
      for (let j = 0; j < length; j++) {
        const slot = first + stride * (order === null ? j : order[j]);
        const own = packed[slot];
        bytes[at + j] = own < KEY || (own & ~3) === BOOL ? ints[slot] : at + j - ints[slot];
        bytes[types + j] = own;
      }
    } else if (width === 1) {
      for (let j = 0, p = at; j < length; j++, p += 2) {
        const slot = first + stride * (order === null ? j : order[j]);
        const own = packed[slot];
        if (own < KEY || (own & ~3) === BOOL) {
          view.setInt16(p, ints[slot], true);
          bytes[types + j] = (own & ~3) | 1;
        } else {
          view.setInt16(p, p - ints[slot], true);
          bytes[types + j] = own;
        }
      }
    } else {
      for (let j = 0, p = at; j < length; j++, p += 4) {
        const slot = first + stride * (order === null ? j : order[j]);
        const own = packed[slot];
        if (own === FLOAT_32) {
          view.setFloat32(p, floats[slot], true);
          bytes[types + j] = own;
        } else if (own < KEY || (own & ~3) === BOOL) {
          view.setInt32(p, ints[slot], true);
          bytes[types + j] = (own & ~3) | 2;
        } else {
          view.setInt32(p, p - ints[slot], true);
          bytes[types + j] = own;
        }
      }
    }
    if (this.hasOwnWidths && !isTyped) {
      for (let j = 0; j < length; j++)
        bytes[types + j] = packed[first + stride * (order === null ? j : order[j])];
    }
    this.length = isTyped ? types : types + length;
    this.widthOfVector = width;
    return at;
  }

  /** Writes the root: the only value on the stack, its packed type and its width. */
  writeRoot(): void {
    const packed = this.packed[0];
    const width = isInlineSlot(packed) ? packed & 3 : this.offsetWidth(this.ints[0], 0, 0);
    const size = 1 << width;
    const at = this.alignAndReserve(width, size + 2);
    this.writeSlot(at, width, 0);
    const { bytes } = this;
    bytes[at + size] = packed;
    bytes[at + size + 1] = size;
    this.count = 0;
    this.room = 0;
    this.finished = true;
  }

  /** Adds zeros up to a multiple of the width, then `size` bytes; returns where those start. */
  alignAndReserve(width: number, size: number): number {
    const padding = -this.length & ((1 << width) - 1);
    const start = this.reserve(padding + size);
    for (let i = 0; i < padding; i++) this.bytes[start + i] = 0;
    return start + padding;
  }

  /** Of the value only so many low bits count as there is width for. */
  writeUInt(at: number, width: number, value: number): void {
    const { bytes, view } = this;
    if (width === 0) bytes[at] = value;
    else if (width === 1) view.setUint16(at, value, true);
    else {
      view.setUint32(at, value, true);
      if (width === 3) view.setUint32(at + 4, 0, true);
    }
  }

  private writeSlot(at: number, width: number, slot: number): void {
    const { view } = this;
    const packed = this.packed[slot];
    const type = packed >> 2;
    if (!isInlineSlot(packed)) this.writeUInt(at, width, at - this.ints[slot]);
    else if (type === FLOAT_TYPE) {
      if (width === 2) view.setFloat32(at, this.floats[slot], true);
      else view.setFloat64(at, this.floats[slot], true);
    } else if ((packed & 3) === 3) {
      view.setInt32(at, this.words[2 * slot], true);
      view.setInt32(at + 4, this.words[2 * slot + 1], true);
    } else {
      this.writeUInt(at, width, this.ints[slot]);
      if (width === 3 && type === INT_TYPE) view.setInt32(at + 4, this.ints[slot] >> 31, true);
    }
  }

  private writeSlots(
    at: number,
    width: number,
    first: number,
    stride: number,
    order: Int32Array | null,
    length: number,
    isTyped: boolean,
  ): void {
    const { packed, bytes } = this;
    const types = at + (length << width);
    for (let j = 0; j < length; j++) {
      const slot = first + stride * (order === null ? j : order[j]);
      this.writeSlot(at + (j << width), width, slot);
      if (!isTyped) bytes[types + j] = isInlineSlot(packed[slot]) ? packed[slot] | 3 : packed[slot];
    }
  }

  /**
   * The least width from `least` on in which all offsets fit. The reference takes the place of element `j` as
   * `indexBase + stride * j` even where it is `indexBase + j`; same bytes need the same estimate.
   */
  private widthOfOffsets(
    least: number,
    first: number,
    stride: number,
    order: Int32Array | null,
    length: number,
    keysAt: number,
  ): number {
    const { packed, ints } = this;
    const indexBase = keysAt >= 0 ? 3 : 1;
    let width = keysAt >= 0 ? this.offsetWidth(keysAt, 0, least) : least;
    for (let j = 0; j < length; j++) {
      const slot = first + stride * (order === null ? j : order[j]);
      if (!isInlineSlot(packed[slot])) width = this.offsetWidth(ints[slot], indexBase + stride * j, width);
    }
    return width;
  }

  /** From element `index` of a vector of `width` that starts here back to `target`. */
  private distance(target: number, index: number, width: number): number {
    const { length } = this;
    return length + (-length & ((1 << width) - 1)) + index * (1 << width) - target;
  }

  /** The least width from `least` on in which element `index` of a vector that starts here reaches back to `target`. */
  private offsetWidth(target: number, index: number, least: number): number {
    let width = least;
    while (width < 3 && this.distance(target, index, width) >= reach(width)) width++;
    return width;
  }

  private makeRoom(): void {
    if (this.finished) throw new Error('this buffer is finished: call clear() to begin another');
    const size = this.packed.length * 2;
    const packed = new Uint8Array(size);
    const ints = new Int32Array(size);
    const words = new Int32Array(2 * size);
    packed.set(this.packed);
    ints.set(this.ints);
    words.set(this.words);
    this.packed = packed;
    this.ints = ints;
    this.words = words;
    this.floats = new Float64Array(words.buffer);
    this.room = size;
  }
}

/** Whether a slot holds its value itself rather than where that is. */
function isInlineSlot(packed: number): boolean {
  return packed < KEY || (packed & ~3) === BOOL;
}

/** The first distance that an offset of `width` does not reach; 32 bits reach farther than any buffer. */
function reach(width: number): number {
  return width === 0 ? 0x100 : width === 1 ? 0x10000 : TWO_32;
}
