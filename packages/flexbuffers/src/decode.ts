// FlexBuffers to JavaScript values, checked on the way: bytes need no verifying before.
import { decodeUtf8 } from '@fb/bytes';
import { keyText, sizedBytes } from './conversions.js';
import { depthLimit } from './depth-limit.js';
import { emptyObject } from './empty-object.js';
import { FlexBytes, findRoot } from './flex-bytes.js';
import {
  FlexType,
  elementTypeOf,
  fixedElementTypeOf,
  fixedLengthOf,
  isFixedTypedVector,
} from './flex-type.js';
import { openKeys } from './map-keys.js';
import type { Reference } from './reference.js';
import { typedArrayAt } from './typed-array-view.js';

/** What becomes of the values. @public */
export interface DecodeOptions {
  /**
   * `object` (default): maps are objects without a prototype, in which `__proto__` is a key like any other. `map`: they are
   * Maps.
   */
  readonly maps?: 'object' | 'map';
  /**
   * `auto` (default): integers are numbers if they are safe, else bigints. `number`: always numbers, rounded beyond 2^53.
   * `bigint`: always bigints.
   */
  readonly integers?: 'auto' | 'number' | 'bigint';
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

class Decoder {
  readonly #source: FlexBytes;
  readonly #asMap: boolean;
  readonly #integers: 'auto' | 'number' | 'bigint';
  readonly #typedArrays: boolean;
  readonly #views: boolean;
  readonly #maxDepth: number;
  readonly #reviver: ((key: string | number, value: unknown) => unknown) | null;
  #budget: number;
  /** Keys by their position, and lists of keys by the position and width of their vector: maps share them. */
  readonly #keyTexts: Map<number, string> = new Map();
  readonly #keyLists: Map<number, readonly string[]> = new Map();
  #lastKeysName = -1;
  #lastKeys: readonly string[] = [];

  constructor(source: FlexBytes, options: DecodeOptions) {
    this.#source = source;
    this.#asMap = options.maps === 'map';
    this.#integers = options.integers ?? 'auto';
    this.#typedArrays = options.typedVectors !== 'array';
    this.#views = options.views ?? false;
    this.#maxDepth = depthLimit(options.maxDepth);
    this.#reviver = options.reviver ?? null;
    this.#budget = ALLOWANCE + GROWTH * source.length;
  }

  value(at: number, width: number, packed: number, depth: number): unknown {
    const source = this.#source;
    const type = packed >> 2;
    switch (type) {
      case FlexType.Null:
        return null;
      case FlexType.Int:
        return this.#int(at, width);
      case FlexType.UInt:
        return this.#uint(at, width);
      case FlexType.Float:
        return source.float(at, width);
      case FlexType.Bool:
        return source.uint(at, width) !== 0;
      default:
        if (type > FlexType.Blob && type !== FlexType.VectorBool)
          source.fail('type', at, `the type ${type} is unknown`);
        return this.#behind(source.target(at, width), 1 << (packed & 3), type, depth);
    }
  }

  /** A value that is behind an offset, of a type that is known. */
  #behind(at: number, width: number, type: number, depth: number): unknown {
    const source = this.#source;
    switch (type) {
      case FlexType.String:
        return this.#string(at, width);
      case FlexType.Map:
        return this.#map(at, width, depth);
      case FlexType.Vector:
        return this.#vector(at, width, depth);
      case FlexType.Key:
        return this.#key(at);
      case FlexType.IndirectInt:
        return this.#int(at, width);
      case FlexType.IndirectUInt:
        return this.#uint(at, width);
      case FlexType.IndirectFloat:
        return source.float(at, width);
      case FlexType.Blob: {
        const bytes = sizedBytes(source, at, width);
        if (this.#views) return bytes;
        this.#spend(bytes.length, at);
        // Not slice(): that of a Buffer would be a view.
        return new Uint8Array(bytes);
      }
      default:
        return this.#typed(at, width, type, depth);
    }
  }

  #int(at: number, width: number): number | bigint {
    if (this.#integers === 'bigint') return this.#source.bigInt(at, width);
    const value = this.#source.int(at, width);
    return width < 8 || this.#integers === 'number' || Number.isSafeInteger(value)
      ? value
      : this.#source.bigInt(at, width);
  }

  #uint(at: number, width: number): number | bigint {
    if (this.#integers === 'bigint') return this.#source.bigUint(at, width);
    const value = this.#source.uint(at, width);
    return width < 8 || this.#integers === 'number' || Number.isSafeInteger(value)
      ? value
      : this.#source.bigUint(at, width);
  }

  #string(at: number, width: number): string {
    const source = this.#source;
    const length = source.lengthBefore(at, width);
    source.require(at, length);
    this.#spend(length, at);
    return decodeUtf8(source.bytes, at, at + length);
  }

  #key(at: number): string {
    let text = this.#keyTexts.get(at);
    if (text === undefined) {
      text = keyText(this.#source, at);
      this.#spend(text.length, at);
      this.#keyTexts.set(at, text);
    }
    return text;
  }

  #vector(at: number, width: number, depth: number): unknown[] {
    const source = this.#source;
    const length = source.lengthBefore(at, width);
    source.require(at, length * (width + 1));
    this.#enter(length, at, depth);
    const values: unknown[] = [];
    const types = at + length * width;
    for (let i = 0; i < length; i++) {
      const value = this.value(at + i * width, width, source.bytes[types + i], depth + 1);
      values.push(this.#reviver === null ? value : this.#reviver(i, value));
    }
    return values;
  }

  #map(at: number, width: number, depth: number): unknown {
    const source = this.#source;
    const size = source.lengthBefore(at, width);
    source.require(at, size * (width + 1));
    this.#enter(size, at, depth);
    const keys = this.#keys(at, width, size);
    const types = at + size * width;
    const object = this.#asMap ? null : emptyObject();
    const map = this.#asMap ? new Map<string, unknown>() : null;
    for (let i = 0; i < size; i++) {
      let value = this.value(at + i * width, width, source.bytes[types + i], depth + 1);
      if (this.#reviver !== null) {
        value = this.#reviver(keys[i], value);
        if (value === undefined) continue;
      }
      if (object !== null) object[keys[i]] = value;
      else map?.set(keys[i], value);
    }
    return object ?? map;
  }

  #keys(at: number, width: number, size: number): readonly string[] {
    const source = this.#source;
    const { keysAt, keysWidth } = openKeys(source, at, width, size);
    const name = keysAt * 16 + keysWidth;
    if (name === this.#lastKeysName) return this.#lastKeys;
    let keys = this.#keyLists.get(name);
    if (keys === undefined) {
      const texts: string[] = [];
      this.#spend(size, at);
      for (let i = 0; i < size; i++) texts.push(this.#key(source.target(keysAt + i * keysWidth, keysWidth)));
      keys = texts;
      this.#keyLists.set(name, keys);
    }
    this.#lastKeysName = name;
    this.#lastKeys = keys;
    return keys;
  }

  #typed(at: number, width: number, type: number, depth: number): unknown {
    const source = this.#source;
    const fixed = isFixedTypedVector(type);
    const length = fixed ? fixedLengthOf(type) : source.lengthBefore(at, width);
    source.require(at, length * width);
    const elementType = fixed ? fixedElementTypeOf(type) : elementTypeOf(type);
    if (this.#typedArrays && elementType <= FlexType.Float) {
      const numbers = typedArrayAt(source.bytes, at, length, width, elementType);
      if (numbers !== null && this.#views) return numbers;
      this.#spend(length * width, at);
      if (numbers !== null) return numbers.slice();
    }
    this.#enter(length, at, depth);
    // The width of the strings in the deprecated vector of strings is lost: they read as keys.
    const packed = (elementType === FlexType.String ? FlexType.Key : elementType) << 2;
    const values: unknown[] = [];
    for (let i = 0; i < length; i++) {
      const value = this.value(at + i * width, width, packed, depth + 1);
      values.push(this.#reviver === null ? value : this.#reviver(i, value));
    }
    return values;
  }

  #enter(length: number, at: number, depth: number): void {
    if (depth >= this.#maxDepth)
      this.#source.fail('depth', at, `containers are nested more than ${this.#maxDepth} deep`);
    this.#spend(length, at);
  }

  #spend(amount: number, at: number): void {
    this.#budget -= amount;
    if (this.#budget < 0) this.#source.fail('budget', at, 'shared values make the result too large');
  }
}
