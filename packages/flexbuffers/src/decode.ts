// FlexBuffers to JavaScript values, checked on the way: bytes need no verifying before.
import { decodeUtf8 } from '@fb/bytes';
import { keyText, sizedBytes } from './conversions.js';
import { depthLimit } from './depth-limit.js';
import { emptyObject } from './empty-object.js';
import { FlexBytes, findRoot } from './flex-bytes.js';
import { openKeys, widthOfKeys } from './map-keys.js';
import type { Reference } from './reference.js';
import { typedArrayAt } from './typed-array-view.js';
import {
  BLOB_TYPE,
  BOOL_TYPE,
  FLOAT_TYPE,
  INT_TYPE,
  KEY_TYPE,
  MAP_TYPE,
  NULL_TYPE,
  STRING_TYPE,
  UINT_TYPE,
  VECTOR_BOOL_TYPE,
  VECTOR_TYPE,
  directOf,
  elementOf,
  fixedLengthOf,
  isFixedTypedVector,
  isIndirect,
} from './type-codes.js';

/** What becomes of the values. @public */
export interface DecodeOptions {
  /**
   * `object` (default): maps are objects without a prototype, in which `__proto__` is a key like any other. `map`: they are
   * Maps.
   */
  readonly maps?: 'object' | 'map';
  /**
   * `auto` (default): integers are numbers if they are safe, else bigints. `number`: always numbers, rounded beyond 2^53.
   * `bigint`: always bigints. `wide`: bigints if they are stored in 8 bytes, as npm `flatbuffers` gives them.
   */
  readonly integers?: 'auto' | 'number' | 'bigint' | 'wide';
  /** `typed-array` (default): typed vectors of numbers are typed arrays. `array`: they are arrays. */
  readonly typedVectors?: 'typed-array' | 'array';
  /** Blobs, and typed arrays where they are aligned, are views of the buffer rather than copies. Off by default. */
  readonly views?: boolean;
  /** Deepest nesting of containers: 64 by default, a RangeError if not 0 to 1000. */
  readonly maxDepth?: number;
  /**
   * What stands in the result for each value, innermost first: called with the key (the root has `''`, elements have their
   * index). As in JSON, `undefined` leaves out an entry. Typed arrays are called with as a whole.
   */
  readonly reviver?: (key: string | number, value: unknown) => unknown;
}

/**
 * Decodes a buffer, or one value of it, into JavaScript values. Strings and keys are strings, blobs `Uint8Array`s, vectors
 * arrays, typed vectors of numbers typed arrays (those of bools and keys, arrays), maps objects. Of a key that a map holds
 * twice the later value counts. Throws a {@link FlexBufferError} if the bytes are no FlexBuffer, if containers nest too deep
 * (as those that contain themselves do), or if shared values would become many times larger than the buffer.
 * @public
 */
export function decode(from: Uint8Array | Reference, options: DecodeOptions = {}): unknown {
  const isBytes = from instanceof Uint8Array;
  const slot = isBytes ? findRoot(from) : from;
  const decoder = new Decoder(new FlexBytes(isBytes ? from : from.bytes), options);
  const value = decoder.value(slot.at, slot.width, slot.packed, 0);
  return options.reviver === undefined ? value : options.reviver('', value);
}

/** Values and bytes of text may be this many times the buffer's size, plus some. */
const GROWTH = 64;
const ALLOWANCE = 1_000_000;

/** Vectors up to this length become array literals. */
const FEW = 4;

// The types read most, kept here: an engine loads what a module imports each time anew.
const INT = INT_TYPE;
const FLOAT = FLOAT_TYPE;
const STRING = STRING_TYPE;
const MAP = MAP_TYPE;
const VECTOR = VECTOR_TYPE;

/** Keys of maps that share a vector of keys. */
interface KeyList {
  /** The position and the width of the vector in one number. */
  readonly name: number;
  readonly keys: readonly string[];
}

/** How many lists of keys are at hand without a look-up. */
const RECENT = 4;

/** Members are private to the compiler only: those that are private to the engine cost a tenth of the time. */
class Decoder {
  private readonly source: FlexBytes;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly asMap: boolean;
  private readonly integers: 'auto' | 'number' | 'bigint' | 'wide';
  private readonly typedArrays: boolean;
  private readonly views: boolean;
  private readonly maxDepth: number;
  private readonly reviver: ((key: string | number, value: unknown) => unknown) | null;
  private budget: number;
  /** Keys by their position, and lists of keys by their name: maps share them. */
  private readonly keyTexts: Map<number, string> = new Map();
  private readonly keyLists: Map<number, KeyList> = new Map();
  private readonly recent: KeyList[] = [];
  private turn = 0;

  constructor(source: FlexBytes, options: DecodeOptions) {
    this.source = source;
    this.bytes = source.bytes;
    this.view = source.view;
    this.asMap = options.maps === 'map';
    this.integers = options.integers ?? 'auto';
    this.typedArrays = options.typedVectors !== 'array';
    this.views = options.views ?? false;
    this.maxDepth = depthLimit(options.maxDepth);
    this.reviver = options.reviver ?? null;
    this.budget = ALLOWANCE + GROWTH * source.length;
  }

  value(at: number, width: number, packed: number, depth: number): unknown {
    const type = packed >> 2;
    // The most frequent types first; they are read here rather than by a function each.
    if (type === STRING) {
      const target = this.target(at, width);
      const lengthWidth = 1 << (packed & 3);
      const length =
        lengthWidth === 1 && target > 0
          ? this.bytes[target - 1]
          : this.source.lengthBefore(target, lengthWidth);
      this.source.require(target, length);
      this.spend(length, at);
      return decodeUtf8(this.bytes, target, target + length);
    }
    if (type === INT) {
      // Whatever holds a slot was found to be inside, so that these need no further checks.
      if (this.integers !== 'bigint') {
        if (width === 1) return (this.bytes[at] << 24) >> 24;
        if (width === 2) return this.view.getInt16(at, true);
        if (width === 4) return this.view.getInt32(at, true);
      }
      return this.integer(at, width, true);
    }
    if (type === FLOAT && width >= 4)
      return width === 4 ? this.view.getFloat32(at, true) : this.view.getFloat64(at, true);
    if (type === MAP) return this.map(this.target(at, width), 1 << (packed & 3), depth);
    if (type === VECTOR) return this.vector(this.target(at, width), 1 << (packed & 3), depth);
    if (type === NULL_TYPE) return null;
    if (type === UINT_TYPE) return this.integer(at, width, false);
    if (type === FLOAT) return this.source.float(at, width);
    if (type === BOOL_TYPE) return this.source.uint(at, width) !== 0;
    if (type > BLOB_TYPE && type !== VECTOR_BOOL_TYPE)
      this.source.fail('type', at, `the type ${type} is unknown`);
    return this.behind(this.target(at, width), 1 << (packed & 3), packed, depth);
  }

  private target(at: number, width: number): number {
    // The slot is inside: what holds it was checked.
    const distance =
      width === 1
        ? this.bytes[at]
        : width === 2
          ? this.view.getUint16(at, true)
          : this.source.uint(at, width);
    if (distance > at) this.source.target(at, width);
    return at - distance;
  }

  /** A value that is behind an offset, of a type that is known. */
  private behind(at: number, width: number, packed: number, depth: number): unknown {
    const { source } = this;
    const type = packed >> 2;
    if (type === KEY_TYPE) return this.key(at);
    if (isIndirect(type)) {
      source.require(at, width);
      return this.value(at, width, directOf(packed), depth);
    }
    if (type !== BLOB_TYPE) return this.typed(at, width, type, depth);
    const bytes = sizedBytes(source, at, width);
    if (this.views) return bytes;
    this.spend(bytes.length, at);
    // Not slice(): that of a Buffer would be a view.
    return new Uint8Array(bytes);
  }

  private integer(at: number, width: number, signed: boolean): number | bigint {
    const { source, integers } = this;
    if (integers !== 'bigint' && (integers !== 'wide' || width < 8)) {
      const value = signed ? source.int(at, width) : source.uint(at, width);
      if (width < 8 || integers === 'number' || Number.isSafeInteger(value)) return value;
    }
    return signed ? source.bigInt(at, width) : source.bigUint(at, width);
  }

  private key(at: number): string {
    let text = this.keyTexts.get(at);
    if (text === undefined) {
      text = keyText(this.source, at);
      this.spend(text.length, at);
      this.keyTexts.set(at, text);
    }
    return text;
  }

  private vector(at: number, width: number, depth: number): unknown[] {
    const { source, bytes, reviver } = this;
    const length = source.lengthBefore(at, width);
    source.require(at, length * (width + 1));
    this.enter(length, at, depth);
    const types = at + length * width;
    if (length <= FEW && reviver === null) return this.fewValues(at, width, types, length, depth);
    if (width >= 4 && reviver === null && bytes[types] >> 2 === FLOAT) {
      const floats = this.floats(at, width, types, length);
      if (floats !== null) return floats;
    }
    const values: unknown[] = [];
    for (let i = 0; i < length; i++) {
      const value = this.value(at + i * width, width, bytes[types + i], depth + 1);
      values.push(reviver === null ? value : reviver(i, value));
    }
    return values;
  }

  /** A vector of nothing but floats, which engines keep unboxed; `null` if there is something else in it. */
  private floats(at: number, width: number, types: number, length: number): number[] | null {
    const { bytes, view } = this;
    const values: number[] = [];
    for (let i = 0, p = at; i < length; i++, p += width) {
      if (bytes[types + i] >> 2 !== FLOAT) return null;
      values.push(width === 4 ? view.getFloat32(p, true) : view.getFloat64(p, true));
    }
    return values;
  }

  /** An array to which elements are added has room for many: of few, a literal is as large as it needs to be. */
  private fewValues(at: number, width: number, types: number, length: number, depth: number): unknown[] {
    const { bytes } = this;
    if (length === 0) return [];
    const first = this.value(at, width, bytes[types], depth + 1);
    if (length === 1) return [first];
    const second = this.value(at + width, width, bytes[types + 1], depth + 1);
    if (length === 2) return [first, second];
    const third = this.value(at + 2 * width, width, bytes[types + 2], depth + 1);
    if (length === 3) return [first, second, third];
    return [first, second, third, this.value(at + 3 * width, width, bytes[types + 3], depth + 1)];
  }

  private map(at: number, width: number, depth: number): unknown {
    const { source, bytes, reviver } = this;
    const size = source.lengthBefore(at, width);
    source.require(at, size * (width + 1));
    this.enter(size, at, depth);
    const keys = this.keys(at, width, size);
    const types = at + size * width;
    if (this.asMap || reviver !== null) return this.mapByOptions(at, width, size, keys, depth);
    const object = emptyObject();
    for (let i = 0; i < size; i++) {
      object[keys[i]] = this.value(at + i * width, width, bytes[types + i], depth + 1);
    }
    return object;
  }

  private mapByOptions(
    at: number,
    width: number,
    size: number,
    keys: readonly string[],
    depth: number,
  ): unknown {
    const object = emptyObject();
    const map = new Map<string, unknown>();
    for (let i = 0; i < size; i++) {
      let value = this.value(at + i * width, width, this.bytes[at + size * width + i], depth + 1);
      if (this.reviver !== null) {
        value = this.reviver(keys[i], value);
        if (value === undefined) continue;
      }
      if (this.asMap) map.set(keys[i], value);
      else object[keys[i]] = value;
    }
    return this.asMap ? map : object;
  }

  private keys(at: number, width: number, size: number): readonly string[] {
    const { source } = this;
    const keysWidth = widthOfKeys(source, at, width);
    const keysAt = openKeys(source, at, width, size, keysWidth);
    const name = keysAt * 16 + keysWidth;
    for (const recent of this.recent) if (recent.name === name) return recent.keys;
    let list = this.keyLists.get(name);
    if (list === undefined) {
      const keys: string[] = [];
      this.spend(size, at);
      for (let i = 0; i < size; i++) keys.push(this.key(source.target(keysAt + i * keysWidth, keysWidth)));
      list = { name, keys };
      this.keyLists.set(name, list);
    }
    // The one used longest ago is overwritten, near enough.
    this.recent[this.turn] = list;
    this.turn = (this.turn + 1) % RECENT;
    return list.keys;
  }

  private typed(at: number, width: number, type: number, depth: number): unknown {
    const { source } = this;
    const fixed = isFixedTypedVector(type);
    const length = fixed ? fixedLengthOf(type) : source.lengthBefore(at, width);
    source.require(at, length * width);
    const elementType = elementOf(type);
    if (this.typedArrays && elementType <= FLOAT_TYPE) {
      const numbers = typedArrayAt(source.bytes, at, length, width, elementType);
      if (numbers !== null && this.views) return numbers;
      this.spend(length * width, at);
      if (numbers !== null) return numbers.slice();
    }
    this.enter(length, at, depth);
    const values: unknown[] = [];
    for (let i = 0; i < length; i++) {
      const value = this.value(at + i * width, width, elementType << 2, depth + 1);
      values.push(this.reviver === null ? value : this.reviver(i, value));
    }
    return values;
  }

  private enter(length: number, at: number, depth: number): void {
    if (depth >= this.maxDepth)
      this.source.fail('depth', at, `containers are nested more than ${this.maxDepth} deep`);
    this.spend(length, at);
  }

  private spend(amount: number, at: number): void {
    this.budget -= amount;
    if (this.budget < 0) this.source.fail('budget', at, 'shared values make the result too large');
  }
}
