// The builder: every value the format knows, written front to back, byte for byte as the C++ builder writes it.
// It checks how it is used and shares keys and strings; the layout itself is in slot-writer.ts.
import { decodeUtf8, isUtf8, type OwnBytes } from '@fb/bytes';
import { floatWidth, uintWidth, type BitWidth } from './bit-width.js';
import type { BuilderOptions, BuilderValue, MapWriter, TypedElements, VectorWriter } from './builder-api.js';
import type { FlexType } from './flex-type.js';
import { sortKeys } from './key-order.js';
import { elementTypeOfArray, type NumericArray } from './numeric-array.js';
import { SlotWriter, type VectorKind } from './slot-writer.js';
import {
  BLOB_TYPE,
  BOOL_TYPE,
  INDIRECT_FLOAT_TYPE,
  INDIRECT_INT_TYPE,
  INDIRECT_UINT_TYPE,
  INT_TYPE,
  KEY_TYPE,
  MAP_TYPE,
  NULL_TYPE,
  STRING_TYPE,
  UINT_TYPE,
  VECTOR_BOOL_TYPE,
  VECTOR_TYPE,
  fixedTypedVectorOf,
  typedVectorOf,
} from './type-codes.js';

const MIN_INT64 = -(2n ** 63n);
const END_INT64 = 2n ** 63n;
const END_UINT64 = 2n ** 64n;

/** A container that was started: which, and the slot of its first value. */
interface OpenContainer {
  readonly kind: 'vector' | 'map';
  readonly first: number;
}

/**
 * Builds a FlexBuffer. Any value may be the root: write exactly one, then {@link Builder.finish}. In a vector each call
 * adds an element; in a map each call takes a key first, or follows a call of {@link Builder.key}.
 *
 * ```ts
 * const b = new Builder();
 * b.map((m) => {
 *   m.vector('vec', (v) => {
 *     v.int(-100);
 *     v.string('Fred');
 *     v.indirectFloat(4.0);
 *   });
 *   m.int('foo', 100);
 * });
 * const bytes = b.finish();
 * ```
 *
 * `startVector('vec')` … `endVector()` and `startMap()` … `endMap()` write the same bytes as the callbacks.
 * Misuse throws an Error, a TypeError or a RangeError that says what to do instead; after one the builder has to be
 * cleared.
 * @public
 */
export class Builder implements VectorWriter, MapWriter {
  readonly #writer: SlotWriter;
  readonly #keys: Map<string, number> | null;
  readonly #strings: Map<string, number> | null;
  readonly #keyVectors: Map<string, number> | null;
  /** Keys and strings that are not UTF-8 need pools of their own: they have no text to be looked up by. */
  readonly #rawKeys: Map<string, number> = new Map();
  readonly #rawStrings: Map<string, number> = new Map();
  readonly #open: OpenContainer[] = [];
  #duplicates = false;

  constructor(options: BuilderOptions = {}) {
    const { shareKeys = true, shareStrings = false, shareKeyVectors = false, capacity = 1024 } = options;
    this.#writer = new SlotWriter(capacity);
    this.#writer.hasOwnWidths = options.typeWidths === 'own';
    this.#keys = shareKeys ? new Map() : null;
    this.#strings = shareStrings ? new Map() : null;
    this.#keyVectors = shareKeys && shareKeyVectors ? new Map() : null;
  }

  /** Whether a map with two equal keys was written since this builder was made. Look-ups find one of them. */
  get hasDuplicateKeys(): boolean {
    return this.#duplicates;
  }

  null(key?: string): void {
    if (key !== undefined) this.key(key);
    this.#writer.push(NULL_TYPE << 2, 0);
  }

  bool(value: boolean): void;
  bool(key: string, value: boolean): void;
  bool(a: string | boolean, b?: boolean): void {
    this.#writer.push(BOOL_TYPE << 2, this.#value('boolean', a, b) ? 1 : 0);
  }

  /** A signed integer of at most 64 bits, in the least width that holds it. */
  int(value: number | bigint): void;
  int(key: string, value: number | bigint): void;
  int(a: string | number | bigint, b?: number | bigint): void {
    this.#pushInteger(INT_TYPE, this.#integer(a, b));
  }

  /** An unsigned integer of at most 64 bits, in the least width that holds it. */
  uint(value: number | bigint): void;
  uint(key: string, value: number | bigint): void;
  uint(a: string | number | bigint, b?: number | bigint): void {
    this.#pushInteger(UINT_TYPE, this.#integer(a, b));
  }

  /** A float of 32 bits; a number that needs more is rounded. */
  float(value: number): void;
  float(key: string, value: number): void;
  float(a: string | number, b?: number): void {
    this.#writer.pushFloat(2, Math.fround(this.#value('number', a, b)));
  }

  /** A float in 32 bits if they hold it exactly, else in 64; NaN takes 64. */
  double(value: number): void;
  double(key: string, value: number): void;
  double(a: string | number, b?: number): void {
    const value = this.#value('number', a, b);
    this.#writer.pushFloat(floatWidth(value), value);
  }

  /** As `int`, behind an offset: a wide number then does not widen the container it is in. */
  indirectInt(value: number | bigint): void;
  indirectInt(key: string, value: number | bigint): void;
  indirectInt(a: string | number | bigint, b?: number | bigint): void {
    this.#pushInteger(INT_TYPE, this.#integer(a, b));
    this.#writer.makeIndirect(INDIRECT_INT_TYPE);
  }

  /** As `uint`, behind an offset. */
  indirectUInt(value: number | bigint): void;
  indirectUInt(key: string, value: number | bigint): void;
  indirectUInt(a: string | number | bigint, b?: number | bigint): void {
    this.#pushInteger(UINT_TYPE, this.#integer(a, b));
    this.#writer.makeIndirect(INDIRECT_UINT_TYPE);
  }

  /** As `float`, behind an offset. */
  indirectFloat(value: number): void;
  indirectFloat(key: string, value: number): void;
  indirectFloat(a: string | number, b?: number): void {
    this.#writer.pushFloat(2, Math.fround(this.#value('number', a, b)));
    this.#writer.makeIndirect(INDIRECT_FLOAT_TYPE);
  }

  /** As `double`, behind an offset. */
  indirectDouble(value: number): void;
  indirectDouble(key: string, value: number): void;
  indirectDouble(a: string | number, b?: number): void {
    const value = this.#value('number', a, b);
    this.#writer.pushFloat(floatWidth(value), value);
    this.#writer.makeIndirect(INDIRECT_FLOAT_TYPE);
  }

  /**
   * A key: in a map the name of the value that follows, elsewhere a short string. Readers see it up to its first NUL.
   * Bytes are taken as they are.
   */
  key(text: string | Uint8Array): void {
    const writer = this.#writer;
    if (this.#keys === null) {
      writer.push(KEY_TYPE << 2, this.#writeKey(text));
      return;
    }
    const name = poolName(text, true);
    const pool = name.raw ? this.#rawKeys : this.#keys;
    let at = pool.get(name.text);
    if (at === undefined) {
      at = this.#writeKey(text);
      pool.set(name.text, at);
    }
    writer.push(KEY_TYPE << 2, at);
  }

  /** A string; bytes are taken as they are and should be UTF-8. Lone surrogates become U+FFFD. */
  string(text: string | Uint8Array): void;
  string(key: string, text: string | Uint8Array): void;
  string(a: string | Uint8Array, b?: string | Uint8Array): void {
    if (b !== undefined) this.key(a);
    const text = b ?? a;
    const writer = this.#writer;
    if (this.#strings === null) {
      this.#pushString(text);
      return;
    }
    const name = poolName(text, false);
    const pool = name.raw ? this.#rawStrings : this.#strings;
    const known = pool.get(name.text);
    if (known !== undefined) writer.push((STRING_TYPE << 2) | (known % 4), Math.floor(known / 4));
    else {
      this.#pushString(text);
      pool.set(name.text, writer.ints[writer.count - 1] * 4 + (writer.packed[writer.count - 1] & 3));
    }
  }

  /** Bytes. */
  blob(bytes: Uint8Array): void;
  blob(key: string, bytes: Uint8Array): void;
  blob(a: string | Uint8Array, b?: Uint8Array): void {
    this.#writer.pushBytes(BLOB_TYPE, this.#bytes(a, b), 0);
  }

  /** Bytes that start at a multiple of `1 << width` bytes from the start of the buffer. */
  alignedBlob(bytes: Uint8Array, width: BitWidth): void;
  alignedBlob(key: string, bytes: Uint8Array, width: BitWidth): void;
  alignedBlob(a: string | Uint8Array, b: Uint8Array | BitWidth, c?: BitWidth): void {
    const width = c ?? (b as BitWidth);
    requireWidth(width);
    this.#writer.pushBytes(BLOB_TYPE, this.#bytes(a, c === undefined ? undefined : (b as Uint8Array)), width);
  }

  /** A vector of any values; the callback writes its elements. */
  vector(write: (vector: VectorWriter) => void): void;
  vector(key: string, write: (vector: VectorWriter) => void): void;
  vector(a: string | ((vector: VectorWriter) => void), b?: (vector: VectorWriter) => void): void {
    this.#vectorBy(this.#value('function', a, b), 'untyped');
  }

  /**
   * A vector of elements of one type: ints, uints, floats, bools, keys or (deprecated by the format) strings. Of an array
   * the elements keep their width; those a callback writes get the least that fits all.
   */
  typedVector(elements: TypedElements): void;
  typedVector(key: string, elements: TypedElements): void;
  typedVector(a: string | TypedElements, b?: TypedElements): void {
    const elements = this.#elements(a, b);
    if (typeof elements === 'function') this.#vectorBy(elements, 'typed');
    else if (ArrayBuffer.isView(elements)) this.#pushTypedVector(elements);
    else this.#pushTypedVector(Uint8Array.from(elements, Number), VECTOR_BOOL_TYPE);
  }

  /** A vector of 2, 3 or 4 ints, uints or floats, without a length. */
  fixedTypedVector(elements: NumericArray | ((vector: VectorWriter) => void)): void;
  fixedTypedVector(key: string, elements: NumericArray | ((vector: VectorWriter) => void)): void;
  fixedTypedVector(
    a: string | NumericArray | ((vector: VectorWriter) => void),
    b?: NumericArray | ((vector: VectorWriter) => void),
  ): void {
    const elements = this.#elements(a, b);
    if (typeof elements === 'function') this.#vectorBy(elements, 'fixed');
    else {
      const type = fixedTypedVectorOf(elementTypeOfArray(elements), elements.length);
      if (type < 0)
        throw new RangeError(`a fixed typed vector has 2, 3 or 4 elements, not ${elements.length}`);
      this.#writer.pushNumericArray(elements, type);
    }
  }

  /** A map; the callback writes its entries in any order. */
  map(write: (map: MapWriter) => void): void;
  map(key: string, write: (map: MapWriter) => void): void;
  map(a: string | ((map: MapWriter) => void), b?: (map: MapWriter) => void): void {
    const write = this.#value('function', a, b);
    this.startMap();
    write(this);
    this.endMap();
  }

  /** Starts a vector; what is written until {@link Builder.endVector} is its elements. */
  startVector(key?: string): void {
    if (key !== undefined) this.key(key);
    this.#open.push({ kind: 'vector', first: this.#writer.count });
  }

  /** Ends the vector that was started last and is not ended yet. */
  endVector(kind: VectorKind = 'untyped'): void {
    const { first } = this.#close('vector');
    const writer = this.#writer;
    const length = writer.count - first;
    const type = kind === 'untyped' ? VECTOR_TYPE : this.#typeOfVector(first, length, kind);
    const at = writer.writeVector(first, 1, null, length, kind, -1, 0);
    writer.count = first;
    writer.push((type << 2) | writer.widthOfVector, at);
  }

  /** Starts a map; what is written until {@link Builder.endMap} is its keys and values, in turn. */
  startMap(key?: string): void {
    if (key !== undefined) this.key(key);
    this.#open.push({ kind: 'map', first: this.#writer.count });
  }

  /** Ends the map that was started last and is not ended yet. */
  endMap(): void {
    const { first } = this.#close('map');
    const writer = this.#writer;
    const length = (writer.count - first) / 2;
    for (let slot = first; slot < writer.count; slot += 2) {
      if (writer.packed[slot] >> 2 === KEY_TYPE && slot + 1 < writer.count) continue;
      const what = writer.packed[slot] >> 2 === KEY_TYPE ? 'the last key has no value' : 'a value has no key';
      throw new Error(`in this map ${what}: give each value a key, as in m.int('size', 3)`);
    }
    const { order, hasDuplicates } = sortKeys(writer.bytes, writer.ints, first, 2, length);
    if (hasDuplicates) this.#duplicates = true;
    const { at: keysAt, width: keysWidth } = this.#keyVector(order, first, length);
    const at = writer.writeVector(first + 1, 2, order, length, 'untyped', keysAt, keysWidth);
    writer.count = first;
    writer.push((MAP_TYPE << 2) | writer.widthOfVector, at);
  }

  /** The value written last, for `reuseValue`. */
  lastValue(): BuilderValue {
    const { count, packed, ints } = this.#writer;
    if (count === 0) throw new Error('there is no value to take: write one first');
    const last = count - 1;
    const type = (packed[last] >> 2) as FlexType;
    return { type, packed: packed[last], int: ints[last], bits: this.#bits()[last] };
  }

  /** Writes again a value of this buffer; what is behind an offset is shared, not copied. */
  reuseValue(value: BuilderValue): void;
  reuseValue(key: string, value: BuilderValue): void;
  reuseValue(a: string | BuilderValue, b?: BuilderValue): void {
    const value = this.#value('object', a, b);
    const writer = this.#writer;
    writer.push(value.packed, value.int);
    this.#bits()[writer.count - 1] = value.bits;
  }

  /** Takes back the value written last; bytes that it wrote stay, unused. */
  undo(): void {
    const writer = this.#writer;
    const first = this.#open.at(-1)?.first ?? 0;
    if (writer.count <= first) throw new Error('there is no value to undo in the container that is open');
    writer.count -= 1;
  }

  /** From now on no container is narrower, which leaves room for mutation; scalars and arrays are not affected. */
  forceMinimumBitWidth(width: BitWidth): void {
    requireWidth(width);
    this.#writer.minimumWidth = width;
  }

  /** Ends the buffer and returns a copy of its bytes. */
  finish(): OwnBytes {
    return this.finishView().slice();
  }

  /** Ends the buffer and returns a view of its bytes, which holds until the builder is cleared. */
  finishView(): OwnBytes {
    const writer = this.#writer;
    if (writer.finished) throw new Error('this buffer is finished already: call clear() to begin another');
    if (this.#open.length > 0)
      throw new Error(`a ${this.#open.at(-1)?.kind} is still open: end it before finish()`);
    if (writer.count !== 1) {
      throw new Error(
        `a buffer has exactly one root, here are ${writer.count} values: put them in a vector or a map`,
      );
    }
    writer.writeRoot();
    return writer.used();
  }

  /** Forgets everything but the options, to build the next buffer in the same memory. */
  clear(): void {
    this.#writer.clear();
    this.#writer.minimumWidth = 0;
    this.#open.length = 0;
    this.#keys?.clear();
    this.#strings?.clear();
    this.#keyVectors?.clear();
    this.#rawKeys.clear();
    this.#rawStrings.clear();
  }

  /** The value among `(value)` and `(key, value)`; the key is written. */
  #value<T>(type: 'boolean' | 'number' | 'function' | 'object', a: string | T, b: T | undefined): T {
    const value = b === undefined ? a : b;
    if (typeof value !== type)
      throw new TypeError(`expected a ${type}, got ${typeof value} ${String(value)}`);
    if (b !== undefined) this.key(a as string);
    return value as T;
  }

  #integer(a: string | number | bigint, b: number | bigint | undefined): number | bigint {
    const value = b === undefined ? a : b;
    if (typeof value === 'string')
      throw new TypeError(`expected a number or a bigint, got the string ${value}`);
    if (b !== undefined) this.key(a as string);
    return value;
  }

  #bytes(a: string | Uint8Array, b: Uint8Array | undefined): Uint8Array {
    const value = b === undefined ? a : b;
    if (!(value instanceof Uint8Array)) throw new TypeError(`expected a Uint8Array, got ${typeof value}`);
    if (b !== undefined) this.key(a as string);
    return value;
  }

  #elements<T extends TypedElements>(a: string | T, b: T | undefined): T {
    const value = b === undefined ? a : b;
    if (typeof value === 'string') throw new TypeError('expected an array or a callback, got a string');
    if (b !== undefined) this.key(a as string);
    return value;
  }

  #vectorBy(write: (vector: VectorWriter) => void, kind: VectorKind): void {
    this.startVector();
    write(this);
    this.endVector(kind);
  }

  #pushInteger(type: number, value: number | bigint): void {
    const signed = type === INT_TYPE;
    const inRange = value >= (signed ? MIN_INT64 : 0) && value < (signed ? END_INT64 : END_UINT64);
    if (typeof value === 'number' && !(inRange && Number.isInteger(value))) {
      throw new RangeError(
        signed
          ? `${value} is not an integer from -2^63 to 2^63-1: use double, or uint up to 2^64-1`
          : `${value} is not an integer from 0 to 2^64-1: use int for negative ones, double for others`,
      );
    }
    if (!inRange) {
      throw new RangeError(`${value} does not fit ${signed ? 'a signed' : 'an unsigned'} integer of 64 bits`);
    }
    this.#writer.pushInteger(type, value);
  }

  #writeKey(key: string | Uint8Array): number {
    const writer = this.#writer;
    if (typeof key === 'string') return writer.writeKey(key);
    const at = writer.reserve(key.length + 1);
    writer.bytes.set(key, at);
    writer.bytes[at + key.length] = 0;
    return at;
  }

  #pushString(text: string | Uint8Array): void {
    if (typeof text === 'string') this.#writer.pushString(text);
    else this.#writer.pushBytes(STRING_TYPE, text, 0);
  }

  /** A typed vector, by default of the type of the elements of `array`. */
  #pushTypedVector(array: NumericArray, type = typedVectorOf(elementTypeOfArray(array))): void {
    const size = array.BYTES_PER_ELEMENT;
    if (1 << uintWidth(array.length) > size) {
      throw new RangeError(
        `the length ${array.length} does not fit one element of ${size} bytes: use an array of wider elements`,
      );
    }
    this.#writer.pushNumericArray(array, type);
  }

  /** What the slots hold, as bits. */
  #bits(): BigInt64Array {
    return new BigInt64Array(this.#writer.floats.buffer);
  }

  #close(kind: 'vector' | 'map'): OpenContainer {
    const open = this.#open.at(-1);
    if (open === undefined) throw new Error(`there is no ${kind} to end: start one first`);
    if (open.kind !== kind) throw new Error(`the container that is open is a ${open.kind}, not a ${kind}`);
    this.#open.pop();
    return open;
  }

  #typeOfVector(first: number, length: number, kind: 'typed' | 'fixed'): number {
    // The reference gives a typed vector without elements the type of a vector of keys.
    const elementType = length === 0 ? KEY_TYPE : this.#writer.packed[first] >> 2;
    for (let slot = first + 1; slot < first + length; slot++) {
      if (this.#writer.packed[slot] >> 2 !== elementType) {
        throw new TypeError(
          'the elements of a typed vector are of one type: use an untyped vector for a mixture',
        );
      }
    }
    const type = kind === 'typed' ? typedVectorOf(elementType) : fixedTypedVectorOf(elementType, length);
    if (type >= 0) return type;
    throw new TypeError(
      kind === 'typed'
        ? 'a typed vector holds ints, uints, floats, bools, keys or strings: use an untyped vector for other values'
        : 'a fixed typed vector holds 2, 3 or 4 ints, uints or floats: use a typed vector for others',
    );
  }

  #keyVector(order: Int32Array, first: number, length: number): { at: number; width: number } {
    const writer = this.#writer;
    const pool = this.#keyVectors;
    if (pool === null) {
      const at = writer.writeVector(first, 2, order, length, 'typed', -1, 0);
      return { at, width: writer.widthOfVector };
    }
    // Keys are shared, so that their positions say which they are.
    const name = Array.from(order, (index) => writer.ints[first + 2 * index]).join();
    let known = pool.get(name);
    if (known === undefined) {
      known = writer.writeVector(first, 2, order, length, 'typed', -1, 0) * 4 + writer.widthOfVector;
      pool.set(name, known);
    }
    return { at: Math.floor(known / 4), width: known % 4 };
  }
}

/** By what a pool knows a key or a string: its text, or its bytes one by one if they are not UTF-8. */
function poolName(
  text: string | Uint8Array,
  untilNul: boolean,
): { readonly text: string; readonly raw: boolean } {
  const isText = typeof text === 'string';
  const raw = !isText && !isUtf8(text, 0, text.length);
  const whole = isText ? text : raw ? Array.from(text).join() : decodeUtf8(text, 0, text.length);
  const end = untilNul && !raw ? whole.indexOf('\0') : -1;
  return { text: end < 0 ? whole : whole.slice(0, end), raw };
}

function requireWidth(width: number): void {
  if (width !== 0 && width !== 1 && width !== 2 && width !== 3) {
    throw new RangeError(`${width} is no bit width: 0, 1, 2, 3 stand for 8, 16, 32, 64 bits`);
  }
}
