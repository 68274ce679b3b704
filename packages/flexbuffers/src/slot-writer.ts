// The stack of values that are waiting for their container, and the bytes already written. Both the builder and the
// encoder of JavaScript values stand on it; it knows the layout of the format and nothing of who calls.
import { ForwardBuffer, encodeUtf8Into, isLittleEndian, utf8Length } from '@fb/bytes';
import { intWidth, uintWidth, widthCode, type BitWidth } from './bit-width.js';
import { FlexType, fixedTypedVectorOf, isInline, typedVectorOf } from './flex-type.js';

const TWO_32 = 4294967296;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

/** In place of the width 3: the slot holds the 64 bits of an integer that a number cannot hold. */
const WIDE = 4;

/** How a vector says what its elements are: by a byte for each, by its own type, or by that with the length in it. @public */
export type VectorKind = 'untyped' | 'typed' | 'fixed';

/** Typed arrays whose elements a typed vector can hold as they are. @public */
export type NumericArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** The writer's state and the writing of each kind of value. */
export class SlotWriter {
  readonly out: ForwardBuffer;
  /** Slots `0..count` of the stack: type, own width code (or WIDE), and the value or the position of its bytes. */
  types: Uint8Array = new Uint8Array(64);
  widths: Uint8Array = new Uint8Array(64);
  values: Float64Array<ArrayBuffer> = new Float64Array(64);
  /** The memory of `values`, for 64-bit integers that are not safe numbers. */
  bits: BigInt64Array<ArrayBuffer> = new BigInt64Array(this.values.buffer);
  count = 0;
  /** How many slots there is room for; 0 once finished, so that the next push comes to look. */
  limit = 64;
  finished = false;
  /** No container is narrower than this. */
  minimumWidth: BitWidth = 0;

  constructor(capacity: number) {
    this.out = new ForwardBuffer(capacity);
  }

  /** Forgets values and bytes and keeps the memory. */
  clear(): void {
    this.out.clear();
    this.count = 0;
    this.limit = this.types.length;
    this.finished = false;
  }

  push(type: number, width: number, value: number): void {
    if (this.count === this.limit) this.#makeRoom();
    const slot = this.count++;
    this.types[slot] = type;
    this.widths[slot] = width;
    this.values[slot] = value;
  }

  /** Pushes again what `types`, `widths` and `bits` held of some slot. */
  pushCopy(type: number, width: number, bits: bigint): void {
    this.push(type, width, 0);
    this.bits[this.count - 1] = bits;
  }

  pushInt(value: number | bigint): void {
    if (typeof value === 'number') {
      if (!Number.isInteger(value) || value < -(2 ** 63) || value >= 2 ** 63) {
        throw new RangeError(
          `${value} is not an integer from -2^63 to 2^63-1: use double, or uint up to 2^64-1`,
        );
      }
      // `+ 0` turns -0 into 0.
      this.push(FlexType.Int, intWidth(value), value + 0);
    } else if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
      this.pushInt(Number(value));
    } else if (value >= MIN_INT64 && value <= MAX_INT64) this.pushCopy(FlexType.Int, WIDE, value);
    else throw new RangeError(`${value} does not fit a signed integer of 64 bits`);
  }

  pushUInt(value: number | bigint): void {
    if (typeof value === 'number') {
      if (!Number.isInteger(value) || value < 0 || value >= 2 ** 64) {
        throw new RangeError(
          `${value} is not an integer from 0 to 2^64-1: use int for negative ones, double for others`,
        );
      }
      this.push(FlexType.UInt, uintWidth(value), value + 0);
    } else if (value >= 0n && value <= Number.MAX_SAFE_INTEGER) this.pushUInt(Number(value));
    else if (value >= 0n && value <= MAX_UINT64) this.pushCopy(FlexType.UInt, WIDE, BigInt.asIntN(64, value));
    else throw new RangeError(`${value} does not fit an unsigned integer of 64 bits`);
  }

  /** Moves the value on top of the stack to the bytes; what stays is an offset to it. */
  makeIndirect(type: number): void {
    const slot = this.count - 1;
    const width = Math.min(this.widths[slot], 3);
    const at = this.alignAndReserve(width, 1 << width);
    this.#writeSlot(at, width, slot);
    this.types[slot] = type;
    this.widths[slot] = width;
    this.values[slot] = at;
  }

  /** Writes a key and returns its position; nothing is pushed. */
  writeKey(key: string | Uint8Array): number {
    const { out } = this;
    const at = out.length;
    if (typeof key === 'string') {
      out.reserve(key.length * 3 + 1);
      out.length = at + encodeUtf8Into(key, out.bytes, at) + 1;
    } else {
      out.reserve(key.length + 1);
      out.bytes.set(key, at);
    }
    out.bytes[out.length - 1] = 0;
    return at;
  }

  /** Writes and pushes a string. */
  pushString(text: string | Uint8Array): void {
    if (typeof text !== 'string') {
      this.pushBytes(FlexType.String, text, 0);
      return;
    }
    const { out } = this;
    if (text.length * 3 < 0x100) {
      // The length fits a byte whatever the characters are, so no need to know it before they are written.
      const at = out.length + 1;
      out.reserve(text.length * 3 + 2);
      const length = encodeUtf8Into(text, out.bytes, at);
      out.bytes[at - 1] = length;
      out.bytes[at + length] = 0;
      out.length = at + length + 1;
      this.push(FlexType.String, 0, at);
      return;
    }
    const length = utf8Length(text);
    const width = uintWidth(length);
    const size = 1 << width;
    const at = this.alignAndReserve(width, size + length + 1) + size;
    this.writeUInt(at - size, width, length);
    encodeUtf8Into(text, out.bytes, at);
    out.bytes[at + length] = 0;
    this.push(FlexType.String, width, at);
  }

  /** Writes and pushes a blob, or a string of which the bytes are given; the width is at least `leastWidth`. */
  pushBytes(type: number, bytes: Uint8Array, leastWidth: BitWidth): void {
    const needed = uintWidth(bytes.length);
    const width = needed > leastWidth ? needed : leastWidth;
    const size = 1 << width;
    const end = type === FlexType.String ? 1 : 0;
    const at = this.alignAndReserve(width, size + bytes.length + end) + size;
    this.writeUInt(at - size, width, bytes.length);
    this.out.bytes.set(bytes, at);
    if (end === 1) this.out.bytes[at + bytes.length] = 0;
    this.push(type, width, at);
  }

  /** Writes and pushes a typed vector with the elements' own width; no narrowing. */
  pushNumericArray(array: NumericArray, fixed: boolean): void {
    const type = elementTypeOfArray(array);
    const width = widthCode(array.BYTES_PER_ELEMENT);
    const vectorType = fixed ? fixedTypedVectorOf(type, array.length) : typedVectorOf(type);
    if (vectorType < 0)
      throw new RangeError(`a fixed typed vector has 2, 3 or 4 elements, not ${array.length}`);
    if (!fixed && uintWidth(array.length) > width) {
      throw new RangeError(
        `the length ${array.length} does not fit one element of ${1 << width} bytes: use an array of wider elements`,
      );
    }
    const size = 1 << width;
    const prefix = fixed ? 0 : size;
    const at = this.alignAndReserve(width, prefix + array.byteLength) + prefix;
    if (!fixed) this.writeUInt(at - prefix, width, array.length);
    this.#copyNumbers(at, width, array);
    this.push(vectorType, width, at);
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
    const prefix = keysAt >= 0 ? 3 : kind === 'fixed' ? 0 : 1;
    const width = this.#vectorWidth(first, stride, order, length, prefix === 3 ? 3 : 1, keysAt);
    const size = 1 << width;
    const types = kind === 'untyped' ? length : 0;
    const start = this.alignAndReserve(width, (prefix + length) * size + types);
    const at = start + prefix * size;
    if (prefix === 3) {
      this.writeUInt(start, width, start - keysAt);
      this.writeUInt(start + size, width, 1 << keysWidth);
    }
    if (prefix > 0) this.writeUInt(at - size, width, length);
    this.#writeElements(at, width, first, stride, order, length);
    if (types > 0) this.#writeTypes(at + length * size, width, first, stride, order, length);
    this.widthOfVector = width;
    return at;
  }

  /** The width of the vector written last. */
  widthOfVector = 0;

  /** Writes the root: the only value on the stack, its packed type and its width. */
  writeRoot(): void {
    const inline = isInline(this.types[0]);
    const ownWidth = Math.min(this.widths[0], 3);
    const width = inline ? ownWidth : this.#offsetWidth(this.values[0], 0, 0);
    const size = 1 << width;
    const at = this.alignAndReserve(width, size + 2);
    this.#writeSlot(at, width, 0);
    const { bytes } = this.out;
    bytes[at + size] = (this.types[0] << 2) | ownWidth;
    bytes[at + size + 1] = size;
    this.count = 0;
    this.limit = 0;
    this.finished = true;
  }

  /** Adds zeros up to a multiple of the width, then `size` bytes; returns where those start. */
  alignAndReserve(width: number, size: number): number {
    const { out } = this;
    const padding = -out.length & ((1 << width) - 1);
    const start = out.reserve(padding + size);
    for (let i = 0; i < padding; i++) out.bytes[start + i] = 0;
    return start + padding;
  }

  writeUInt(at: number, width: number, value: number): void {
    const { bytes, view } = this.out;
    if (width === 0) bytes[at] = value;
    else if (width === 1) view.setUint16(at, value, true);
    else if (width === 2) view.setUint32(at, value, true);
    else {
      // The setters take their argument modulo 2^32, of negative numbers too.
      view.setUint32(at, value, true);
      view.setUint32(at + 4, Math.floor(value / TWO_32), true);
    }
  }

  #writeSlot(at: number, width: number, slot: number): void {
    const type = this.types[slot];
    const value = this.values[slot];
    if (!isInline(type)) this.writeUInt(at, width, at - value);
    else if (type === FlexType.Float) {
      if (width === 2) this.out.view.setFloat32(at, value, true);
      else this.out.view.setFloat64(at, value, true);
    } else if (this.widths[slot] === WIDE) this.out.view.setBigInt64(at, this.bits[slot], true);
    else this.writeUInt(at, width, value);
  }

  /** As many calls of writeSlot would, with what does not change lifted out: this is where the time goes. */
  #writeElements(
    at: number,
    width: number,
    first: number,
    stride: number,
    order: Int32Array | null,
    length: number,
  ): void {
    const { types, values } = this;
    const { bytes, view } = this.out;
    if (width === 3) {
      for (let j = 0; j < length; j++) {
        this.#writeSlot(at + j * 8, 3, first + stride * (order === null ? j : order[j]));
      }
      return;
    }
    for (let j = 0, p = at; j < length; j++, p += 1 << width) {
      const slot = first + stride * (order === null ? j : order[j]);
      const type = types[slot];
      const value = type <= FlexType.Float || type === FlexType.Bool ? values[slot] : p - values[slot];
      if (width === 0) bytes[p] = value;
      else if (width === 1) view.setInt16(p, value, true);
      else if (type === FlexType.Float) view.setFloat32(p, value, true);
      else view.setInt32(p, value, true);
    }
  }

  #writeTypes(
    at: number,
    width: number,
    first: number,
    stride: number,
    order: Int32Array | null,
    length: number,
  ): void {
    const { types, widths } = this;
    const { bytes } = this.out;
    for (let j = 0; j < length; j++) {
      const slot = first + stride * (order === null ? j : order[j]);
      const type = types[slot];
      bytes[at + j] = (type << 2) | (isInline(type) ? width : widths[slot]);
    }
  }

  /**
   * The width in which the length, every inline value and every offset fit. The reference takes the place of element
   * `j` as `indexBase + stride * j` even where it is `indexBase + j`; same bytes need the same estimate.
   */
  #vectorWidth(
    first: number,
    stride: number,
    order: Int32Array | null,
    length: number,
    indexBase: number,
    keysAt: number,
  ): number {
    const { types, widths, values } = this;
    const lengthWidth = uintWidth(length);
    let width: number = lengthWidth > this.minimumWidth ? lengthWidth : this.minimumWidth;
    if (keysAt >= 0) width = this.#offsetWidth(keysAt, 0, width);
    let start = this.#alignedEnd(width);
    for (let j = 0; j < length; j++) {
      const slot = first + stride * (order === null ? j : order[j]);
      const type = types[slot];
      const least =
        type <= FlexType.Float || type === FlexType.Bool
          ? widths[slot]
          : start + ((indexBase + stride * j) << width) - values[slot] < reach(width)
            ? width
            : this.#offsetWidth(values[slot], indexBase + stride * j, width);
      if (least > width) {
        width = least < 3 ? least : 3;
        start = this.#alignedEnd(width);
      }
    }
    return width;
  }

  /** Where a vector of `width` would begin. */
  #alignedEnd(width: number): number {
    const end = this.out.length;
    return end + (-end & ((1 << width) - 1));
  }

  /** The least width from `least` on in which element `index` of a vector that starts here reaches back to `target`. */
  #offsetWidth(target: number, index: number, least: number): number {
    let width = least;
    while (width < 3 && this.#alignedEnd(width) + index * (1 << width) - target >= reach(width)) width++;
    return width;
  }

  #copyNumbers(at: number, width: number, array: NumericArray): void {
    const { bytes, view } = this.out;
    if (width === 0 || isLittleEndian) {
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    } else if (array instanceof BigInt64Array || array instanceof BigUint64Array) {
      for (let i = 0; i < array.length; i++) view.setBigInt64(at + 8 * i, array[i], true);
    } else if (array instanceof Float32Array) {
      for (let i = 0; i < array.length; i++) view.setFloat32(at + 4 * i, array[i], true);
    } else if (array instanceof Float64Array) {
      for (let i = 0; i < array.length; i++) view.setFloat64(at + 8 * i, array[i], true);
    } else {
      for (let i = 0; i < array.length; i++) this.writeUInt(at + (i << width), width, array[i]);
    }
  }

  #makeRoom(): void {
    if (this.finished) throw new Error('this buffer is finished: call clear() to begin another');
    const size = this.types.length * 2;
    const types = new Uint8Array(size);
    const widths = new Uint8Array(size);
    const bits = new BigInt64Array(size);
    types.set(this.types);
    widths.set(this.widths);
    bits.set(this.bits);
    this.types = types;
    this.widths = widths;
    this.bits = bits;
    this.values = new Float64Array(bits.buffer);
    this.limit = size;
  }
}

/** The first distance that an offset of `width` does not reach; buffers are not as large as 64 bits reach. */
function reach(width: number): number {
  return width === 0 ? 0x100 : width === 1 ? 0x10000 : TWO_32;
}

function elementTypeOfArray(array: NumericArray): number {
  if (array instanceof Float32Array || array instanceof Float64Array) return FlexType.Float;
  const signed =
    array instanceof Int8Array ||
    array instanceof Int16Array ||
    array instanceof Int32Array ||
    array instanceof BigInt64Array;
  return signed ? FlexType.Int : FlexType.UInt;
}
