// Lazy reading: references to values, and the containers that give them. Nothing is parsed or copied before it is asked
// for. The four classes are one file because each gives the others: their constructors and factories are private to all
// else, and bracket notation (`Vector['open']`) is how TypeScript lets friends in.
import { floatWidth } from './bit-width.js';
import {
  keyText,
  sizedBytes,
  stringText,
  textToNul,
  toBool,
  toDouble,
  toInt32,
  toInt64,
  toUint32,
  toUint64,
} from './conversions.js';
import { FlexBytes, findRoot } from './flex-bytes.js';
import type { FlexType } from './flex-type.js';
import { findKey, openKeys, widthOfKeys } from './map-keys.js';
import { mutateBool, mutateFloat, mutateInteger, mutateText } from './mutate.js';
import { printSlot } from './print-text.js';
import type { NumericArray } from './numeric-array.js';
import { typedArrayAt } from './typed-array-view.js';
import {
  BLOB_TYPE,
  BOOL_TYPE,
  FLOAT_TYPE,
  INDIRECT_FLOAT_TYPE,
  INDIRECT_INT_TYPE,
  INDIRECT_UINT_TYPE,
  INT_TYPE,
  KEY_TYPE,
  MAP_TYPE,
  NULL_TYPE,
  STRING_TYPE,
  UINT_TYPE,
  VECTOR_KEY_TYPE,
  VECTOR_TYPE,
  elementOf,
  fixedLengthOf,
  isFixedTypedVector,
  isTypedVector,
} from './type-codes.js';

/**
 * The root of a buffer. The bytes are read where they are; they may be a part of a larger ArrayBuffer. Only the last
 * bytes are looked at: bytes from a stranger should pass {@link verify} first. Throws a {@link FlexBufferError} if the
 * buffer has no root.
 * @public
 */
export function getRoot(bytes: Uint8Array): Reference {
  const root = findRoot(bytes);
  return Reference['of'](new FlexBytes(bytes), root.at, root.width, root.packed);
}

/**
 * A value in a buffer. Ask for its type first, or read it as what you want: a value of another type converts, and what
 * has no such reading is 0, `false`, or empty. On a verified buffer nothing here throws; on other bytes everything may
 * throw a {@link FlexBufferError}, and nothing reads outside of the buffer.
 * @public
 */
export class Reference {
  /** Where the value's slot is in the buffer, in bytes from its start. */
  readonly at: number;
  /** Size of the slot in bytes: 1, 2, 4 or 8, as wide as what the value is in. */
  readonly width: number;
  /** The packed type: `type` in the upper 6 bits, in the lower 2 the width code of what an offset leads to. */
  readonly packed: number;
  private readonly source: FlexBytes;

  private constructor(source: FlexBytes, at: number, width: number, packed: number) {
    this.source = source;
    this.at = at;
    this.width = width;
    this.packed = packed;
  }

  private static of(source: FlexBytes, at: number, width: number, packed: number): Reference {
    return new Reference(source, at, width, packed);
  }

  /** The whole buffer. */
  get bytes(): Uint8Array {
    return this.source.bytes;
  }

  /** The type code; bytes from elsewhere may hold a number that `FlexType` does not know. */
  get type(): FlexType {
    return (this.packed >> 2) as FlexType;
  }

  isNull(): boolean {
    return this.type === NULL_TYPE;
  }

  isBool(): boolean {
    return this.type === BOOL_TYPE;
  }

  /** A signed integer, in place or indirect. */
  isInt(): boolean {
    return this.type === INT_TYPE || this.type === INDIRECT_INT_TYPE;
  }

  /** An unsigned integer, in place or indirect. */
  isUInt(): boolean {
    return this.type === UINT_TYPE || this.type === INDIRECT_UINT_TYPE;
  }

  isFloat(): boolean {
    return this.type === FLOAT_TYPE || this.type === INDIRECT_FLOAT_TYPE;
  }

  isNumeric(): boolean {
    return this.isInt() || this.isUInt() || this.isFloat();
  }

  isString(): boolean {
    return this.type === STRING_TYPE;
  }

  isKey(): boolean {
    return this.type === KEY_TYPE;
  }

  isBlob(): boolean {
    return this.type === BLOB_TYPE;
  }

  isMap(): boolean {
    return this.type === MAP_TYPE;
  }

  /** An untyped vector or a map, whose values are one. */
  isVector(): boolean {
    return this.type === VECTOR_TYPE || this.type === MAP_TYPE;
  }

  isUntypedVector(): boolean {
    return this.type === VECTOR_TYPE;
  }

  isTypedVector(): boolean {
    return isTypedVector(this.type);
  }

  /** A typed vector of 2, 3 or 4 numbers. */
  isFixedTypedVector(): boolean {
    return isFixedTypedVector(this.type);
  }

  isAnyVector(): boolean {
    return this.isVector() || this.isTypedVector() || this.isFixedTypedVector();
  }

  /**
   * A number cut off to an integer, a bool as 0 or 1, the decimal number that a string is, the length of an untyped vector;
   * else 0. A float out of range gives the nearest end of the range, a uint from 2^63 on the int of the same bits.
   */
  asInt64(): bigint {
    return toInt64(this.source, this.at, this.width, this.packed);
  }

  /** As {@link Reference.asInt64}, but unsigned: negative integers give the uint of the same bits, negative floats 0. */
  asUint64(): bigint {
    return toUint64(this.source, this.at, this.width, this.packed);
  }

  /** The low 32 bits of {@link Reference.asInt64}. */
  asInt32(): number {
    return toInt32(this.source, this.at, this.width, this.packed);
  }

  asInt16(): number {
    return (toInt32(this.source, this.at, this.width, this.packed) << 16) >> 16;
  }

  asInt8(): number {
    return (toInt32(this.source, this.at, this.width, this.packed) << 24) >> 24;
  }

  /** The low 32 bits of {@link Reference.asUint64}. */
  asUint32(): number {
    return toUint32(this.source, this.at, this.width, this.packed);
  }

  asUint16(): number {
    return toUint32(this.source, this.at, this.width, this.packed) & 0xffff;
  }

  asUint8(): number {
    return toUint32(this.source, this.at, this.width, this.packed) & 0xff;
  }

  /** The number as a double; integers beyond 2^53 are rounded. */
  asDouble(): number {
    return toDouble(this.source, this.at, this.width, this.packed);
  }

  /** {@link Reference.asDouble} rounded to 32 bits. */
  asFloat(): number {
    return Math.fround(toDouble(this.source, this.at, this.width, this.packed));
  }

  /** Whether a bool is true, or {@link Reference.asUint64} is not 0. So `0.5` and `"true"` are false, `"1"` is true. */
  asBool(): boolean {
    return toBool(this.source, this.at, this.width, this.packed);
  }

  /** The text of a string or a key, else `""`. Bytes that are not UTF-8 show as U+FFFD. */
  asString(): string {
    if (this.type === STRING_TYPE) return stringText(this.source, this.target(), this.ownWidth());
    return this.type === KEY_TYPE ? keyText(this.source, this.target()) : '';
  }

  /**
   * The text of a key; else `""`. A string reads as a key too: from its start to the next NUL in the buffer, which is the
   * one that ends the string if the string has none and was written soundly.
   */
  asKey(): string {
    if (this.type === KEY_TYPE) return keyText(this.source, this.target());
    return this.type === STRING_TYPE ? textToNul(this.source, this.target()) : '';
  }

  /** The bytes of a blob or of a string, as a view of the buffer; else none. */
  asBlob(): Uint8Array {
    const known = this.type === BLOB_TYPE || this.type === STRING_TYPE;
    return known ? sizedBytes(this.source, this.target(), this.ownWidth()) : this.source.bytes.subarray(0, 0);
  }

  /** The elements of an untyped vector or the values of a map; else an empty vector. */
  asVector(): Vector {
    return this.isVector()
      ? Vector['open'](this.source, this.target(), this.ownWidth())
      : Vector['empty'](this.source);
  }

  /** The elements of a typed vector; else an empty one. */
  asTypedVector(): TypedVector {
    return this.isTypedVector() ? this.typedVector() : TypedVector['empty'](this.source);
  }

  /** The elements of a fixed typed vector; else an empty one. */
  asFixedTypedVector(): TypedVector {
    return this.isFixedTypedVector() ? this.typedVector() : TypedVector['empty'](this.source);
  }

  /** The elements of whatever kind of vector it is, or the values of a map; else an empty vector. */
  asAnyVector(): Vector | TypedVector {
    return this.isTypedVector() || this.isFixedTypedVector() ? this.typedVector() : this.asVector();
  }

  /** The entries of a map; else an empty map. */
  asMap(): FlexMap {
    return this.isMap()
      ? FlexMap['open'](this.source, this.target(), this.ownWidth())
      : FlexMap['empty'](this.source);
  }

  /**
   * The value as text: strings and keys as they are, numbers in decimal (`4.0` for the float 4), containers in the
   * format of {@link printText}.
   */
  toString(): string {
    return printSlot(this.source, this);
  }

  /**
   * Overwrites an integer in the buffer. False, and nothing changed, if this is not an integer or the new one does not
   * fit the width in place.
   */
  mutateInt(value: number | bigint): boolean {
    return mutateInteger(this.source, this, value, true);
  }

  /** As {@link Reference.mutateInt}, for a value taken as unsigned. */
  mutateUint(value: number | bigint): boolean {
    return mutateInteger(this.source, this, value, false);
  }

  mutateBool(value: boolean): boolean {
    return mutateBool(this.source, this, value);
  }

  /** Overwrites a float with `value` rounded to 32 bits. */
  mutateFloat(value: number): boolean {
    return mutateFloat(this.source, this, Math.fround(value), 4);
  }

  /** Overwrites a float. False if 32 bits are there and the value needs 64. */
  mutateDouble(value: number): boolean {
    return mutateFloat(this.source, this, value, 1 << floatWidth(value));
  }

  /** Overwrites a string or a key with a text of the same length in bytes. */
  mutateString(text: string | Uint8Array): boolean {
    return mutateText(this.source, this, text);
  }

  private ownWidth(): number {
    return 1 << (this.packed & 3);
  }

  private target(): number {
    return this.source.target(this.at, this.width);
  }

  private typedVector(): TypedVector {
    return TypedVector['open'](this.source, this.target(), this.ownWidth(), this.type);
  }
}

/** The elements of an untyped vector, or the values of a map in the order of their keys. @public */
export class Vector implements Iterable<Reference> {
  /** Number of elements. */
  readonly length: number;
  private readonly source: FlexBytes;
  private readonly at: number;
  private readonly width: number;

  private constructor(source: FlexBytes, at: number, width: number, length: number) {
    this.source = source;
    this.at = at;
    this.width = width;
    this.length = length;
  }

  /** The vector whose elements, `width` bytes each, begin at `at`. */
  private static open(source: FlexBytes, at: number, width: number): Vector {
    const length = source.lengthBefore(at, width);
    source.require(at, length * (width + 1));
    return new Vector(source, at, width, length);
  }

  private static empty(source: FlexBytes): Vector {
    return new Vector(source, 0, 1, 0);
  }

  /** The element at `index`; a null beyond the ends. */
  get(index: number): Reference {
    if (!(index >= 0 && index < this.length)) return nullReference(this.source);
    const place = Math.floor(index);
    const packed = this.source.bytes[this.at + this.length * this.width + place];
    return Reference['of'](this.source, this.at + place * this.width, this.width, packed);
  }

  *[Symbol.iterator](): IterableIterator<Reference> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }
}

/** The elements of a typed or fixed typed vector. @public */
export class TypedVector implements Iterable<Reference> {
  /** Number of elements. */
  readonly length: number;
  /** Their type. Deprecated vectors of strings have keys, since the width of the strings' length is lost. */
  readonly elementType: FlexType;
  /** Size of an element in bytes: 1, 2, 4 or 8. */
  readonly elementSize: number;
  private readonly source: FlexBytes;
  private readonly at: number;

  private constructor(source: FlexBytes, at: number, width: number, length: number, elementType: FlexType) {
    this.source = source;
    this.at = at;
    this.length = length;
    this.elementSize = width;
    this.elementType = elementType;
  }

  /** The vector of type `type` whose elements, `width` bytes each, begin at `at`. */
  private static open(source: FlexBytes, at: number, width: number, type: number): TypedVector {
    const fixed = isFixedTypedVector(type);
    const length = fixed ? fixedLengthOf(type) : source.lengthBefore(at, width);
    source.require(at, length * width);
    return new TypedVector(source, at, width, length, elementOf(type) as FlexType);
  }

  private static empty(source: FlexBytes): TypedVector {
    return new TypedVector(source, 0, 1, 0, KEY_TYPE);
  }

  /** The element at `index`; a null beyond the ends. */
  get(index: number): Reference {
    if (!(index >= 0 && index < this.length)) return nullReference(this.source);
    const at = this.at + Math.floor(index) * this.elementSize;
    return Reference['of'](this.source, at, this.elementSize, this.elementType << 2);
  }

  *[Symbol.iterator](): IterableIterator<Reference> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }

  /**
   * The numbers as a typed array: a view of the buffer, without a copy, where this machine is little-endian and the first
   * element lies in its ArrayBuffer at a multiple of the element size; elsewhere a copy. Elements are aligned from the
   * buffer's start, so a buffer that itself starts at a multiple of 8 always gives views.
   * Bools are bytes. `null` for keys, and for floats of less than 32 bits.
   */
  toTypedArray(): NumericArray | null {
    return typedArrayAt(this.source.bytes, this.at, this.length, this.elementSize, this.elementType);
  }
}

/**
 * The entries of a map, in the byte order of their keys. A look-up is a binary search in place. Where a buffer holds a
 * key twice, a look-up finds one of the two and iteration shows both.
 * @public
 */
export class FlexMap implements Iterable<[key: string, value: Reference]> {
  /** Number of entries. */
  readonly size: number;
  private readonly source: FlexBytes;
  private readonly at: number;
  private readonly width: number;
  private readonly keysAt: number;
  private readonly keysWidth: number;

  private constructor(
    source: FlexBytes,
    at: number,
    width: number,
    size: number,
    keysAt: number,
    keysWidth: number,
  ) {
    this.source = source;
    this.at = at;
    this.width = width;
    this.size = size;
    this.keysAt = keysAt;
    this.keysWidth = keysWidth;
  }

  /** The map whose values, `width` bytes each, begin at `at`. */
  private static open(source: FlexBytes, at: number, width: number): FlexMap {
    const size = source.lengthBefore(at, width);
    source.require(at, size * (width + 1));
    const keysWidth = widthOfKeys(source, at, width);
    const keysAt = openKeys(source, at, width, size, keysWidth);
    return new FlexMap(source, at, width, size, keysAt, keysWidth);
  }

  private static empty(source: FlexBytes): FlexMap {
    return new FlexMap(source, 0, 1, 0, 0, 1);
  }

  /** The value under `key`; a null if there is none. */
  get(key: string): Reference {
    const index = this.find(key);
    return index < 0 ? nullReference(this.source) : this.value(index);
  }

  has(key: string): boolean {
    return this.find(key) >= 0;
  }

  /** The keys as a vector; `get(i)` of it belongs to `get(i)` of {@link FlexMap.values}. */
  keys(): TypedVector {
    return this.size === 0
      ? TypedVector['empty'](this.source)
      : TypedVector['open'](this.source, this.keysAt, this.keysWidth, VECTOR_KEY_TYPE);
  }

  /** The values as a vector. */
  values(): Vector {
    return this.size === 0 ? Vector['empty'](this.source) : Vector['open'](this.source, this.at, this.width);
  }

  /** Key and value of each entry. */
  *entries(): IterableIterator<[key: string, value: Reference]> {
    for (let i = 0; i < this.size; i++) yield [keyText(this.source, this.keyAt(i)), this.value(i)];
  }

  [Symbol.iterator](): IterableIterator<[key: string, value: Reference]> {
    return this.entries();
  }

  private value(index: number): Reference {
    const packed = this.source.bytes[this.at + this.size * this.width + index];
    return Reference['of'](this.source, this.at + index * this.width, this.width, packed);
  }

  private keyAt(index: number): number {
    return this.source.target(this.keysAt + index * this.keysWidth, this.keysWidth);
  }

  private find(key: string): number {
    return findKey(this.source, this.keysAt, this.keysWidth, this.size, key);
  }
}

/** A null: what look-ups that find nothing give. The type ignores its bytes, so any place will do. */
function nullReference(source: FlexBytes): Reference {
  return Reference['of'](source, 0, 1, 0);
}
