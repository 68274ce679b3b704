// The encoder of JavaScript values: one pass over a value, children first.
import type { OwnBytes } from '@fb/bytes';
import { depthLimit } from './depth-limit.js';
import { emptyObject } from './empty-object.js';
import { Refusal } from './encode-error.js';
import type { EncodeOptions } from './encode-options.js';
import { KeyShapes, keysTo } from './key-shapes.js';
import { FLOAT_32, FLOAT_64, INT_64, packedNumber, pushNumbers } from './number-vector.js';
import { elementTypeOfArray, type NumericArray } from './numeric-array.js';
import { SlotWriter } from './slot-writer.js';
import {
  BLOB_TYPE,
  BOOL_TYPE,
  INDIRECT_FLOAT_TYPE,
  INT_TYPE,
  MAP_TYPE,
  NULL_TYPE,
  STRING_TYPE,
  UINT_TYPE,
  VECTOR_TYPE,
  typedVectorOf,
} from './type-codes.js';

const { hasOwnProperty } = Object.prototype;

// Packed types with no width, kept here: an engine loads what a module imports each time anew.
const INT_8 = INT_TYPE << 2;
const INT_16 = INT_8 | 1;
const INT_32 = INT_8 | 2;
const NULL = NULL_TYPE << 2;
const BOOL = BOOL_TYPE << 2;
const STRING = STRING_TYPE << 2;
const MAP = MAP_TYPE << 2;
const VECTOR = VECTOR_TYPE << 2;

/**
 * Writes one value after the other, each into the memory of the one before. Members are private to the compiler only:
 * those that are private to the engine cost a tenth of the time.
 */
export class ValueWriter {
  private readonly writer: SlotWriter = new SlotWriter(1024);
  private readonly shapes: KeyShapes = new KeyShapes();
  private readonly strings: Map<string, number> | null;
  private readonly shareKeyVectors: boolean;
  private readonly indirectFloats: boolean;
  private readonly maxDepth: number;
  private readonly replacer: ((key: string | number, value: unknown) => unknown) | null;

  constructor(options: EncodeOptions) {
    this.strings = options.shareStrings === true ? new Map() : null;
    this.shareKeyVectors = options.shareKeyVectors ?? true;
    this.indirectFloats = options.indirectFloats ?? false;
    this.maxDepth = depthLimit(options.maxDepth);
    this.replacer = options.replacer ?? null;
  }

  /** The buffer of a value, as a view that holds until the next call. */
  write(value: unknown): OwnBytes {
    this.writer.clear();
    this.strings?.clear();
    this.shapes.begin();
    try {
      this.value(this.replacer === null ? value : this.replacer('', value), 0, '');
    } catch (error) {
      throw error instanceof Refusal ? error.toError() : error;
    }
    this.writer.writeRoot();
    return this.writer.used();
  }

  /** `depth` is the number of containers around the value, `key` where it is in the innermost. */
  private value(value: unknown, depth: number, key: string | number): void {
    // Not a switch: engines compare the result of typeof with a constant at no cost, but make a string to switch over.
    if (typeof value === 'string') {
      if (this.strings === null && depth < this.maxDepth) this.writer.pushString(value);
      else this.string(value, depth);
    } else if (typeof value === 'number') {
      if ((value | 0) === value && value > 0)
        this.writer.push(value < 0x80 ? INT_8 : value < 0x8000 ? INT_16 : INT_32, value);
      else this.number(value);
    } else if (typeof value === 'object') {
      if (value === null) this.writer.push(NULL, 0);
      else this.object(value, depth, key);
    } else if (typeof value === 'boolean') this.writer.push(BOOL, value ? 1 : 0);
    else if (typeof value === 'bigint') this.bigint(value);
    else if (value === undefined) this.writer.push(NULL, 0);
    else throw new Refusal('unsupported', `a ${typeof value} cannot be encoded`);
  }

  private number(value: number): void {
    const { writer } = this;
    const packed = packedNumber(value);
    if (packed <= INT_32) writer.push(packed, value);
    else if (packed === INT_64) writer.pushInteger(INT_TYPE, value);
    else {
      writer.pushFloat(packed === FLOAT_32 ? 2 : 3, value);
      if (packed === FLOAT_64 && this.indirectFloats) writer.makeIndirect(INDIRECT_FLOAT_TYPE);
    }
  }

  private bigint(value: bigint): void {
    if (value < -(2n ** 63n) || value >= 2n ** 64n)
      throw new Refusal('range', `${value} has more than 64 bits`);
    this.writer.pushInteger(value < 2n ** 63n ? INT_TYPE : UINT_TYPE, value);
  }

  private string(text: string, depth: number): void {
    if (depth >= this.maxDepth) throw this.tooDeep(null);
    const writer = this.writer;
    if (this.strings === null) {
      writer.pushString(text);
      return;
    }
    const known = this.strings.get(text);
    if (known !== undefined) {
      writer.push(STRING | (known % 4), Math.floor(known / 4));
      return;
    }
    writer.pushString(text);
    const last = writer.count - 1;
    this.strings.set(text, writer.ints[last] * 4 + (writer.packed[last] & 3));
  }

  private object(value: object, depth: number, key: string | number): void {
    if (depth >= this.maxDepth) throw this.tooDeep(value);
    if (Array.isArray(value)) this.array(value, depth);
    else if (!ArrayBuffer.isView(value) && typeof (value as { toJSON?: unknown }).toJSON === 'function')
      // A Buffer of Node is bytes, whatever it would be in JSON.
      this.toJson(value, depth, key);
    else if (Object.getPrototypeOf(value) === Object.prototype) this.record(value, depth);
    else this.unordered(value, depth, key);
  }

  /** As in JSON, what `toJSON` returns is not asked for its own `toJSON`; its members are. */
  private toJson(value: object, depth: number, key: string | number): void {
    const plain = (value as { toJSON(key: string): unknown }).toJSON(String(key));
    if (typeof plain !== 'object' || plain === null) this.value(plain, depth, key);
    else if (Array.isArray(plain)) this.array(plain, depth);
    else this.unordered(plain, depth, key);
  }

  /** An object that is no array. */
  private unordered(value: object, depth: number, key: string | number): void {
    if (Object.getPrototypeOf(value) === Object.prototype) this.record(value, depth);
    else if (ArrayBuffer.isView(value)) this.view(value);
    else if (value instanceof ArrayBuffer || isShared(value)) {
      this.writer.pushBytes(BLOB_TYPE, new Uint8Array(value), 0);
    } else if (value instanceof Map) this.map(value, depth);
    else if (value instanceof Set) this.array([...value], depth);
    else if (isBoxed(value)) this.value(value.valueOf(), depth, key);
    else this.record(value, depth);
  }

  private array(values: readonly unknown[], depth: number): void {
    const writer = this.writer;
    if (
      this.replacer === null &&
      typeof values[0] === 'number' &&
      pushNumbers(writer, values, this.indirectFloats)
    )
      return;
    const first = writer.count;
    const { length } = values;
    let i = 0;
    try {
      for (; i < length; i++) {
        this.value(this.replacer === null ? values[i] : this.replacer(i, values[i]), depth + 1, i);
      }
    } catch (error) {
      throw Refusal.from(error, i, values);
    }
    const at = writer.writeVector(first, 1, null, length, 'untyped', -1, 0);
    writer.count = first;
    writer.push(VECTOR | writer.widthOfVector, at);
  }

  private record(value: object, depth: number): void {
    const writer = this.writer;
    const shapes = this.shapes;
    const first = writer.count;
    let node = shapes.root;
    /** Only of objects with many keys. */
    let keys: string[] | null = null;
    let step = '';
    try {
      // Of the ways to visit members, this loop is the one that engines compile to plain loads; Object.hasOwn is not.
      for (const key in value) {
        if (!hasOwnProperty.call(value, key)) continue;
        step = key;
        const own = (value as Readonly<Record<string, unknown>>)[key];
        const member = this.replacer === null ? own : this.replacer(key, own);
        if (member === undefined) continue;
        if (keys === null) {
          const next = node.lastKey === key ? node.lastNode : shapes.step(node, key);
          if (next === null) keys = [...keysTo(node), key];
          else node = next;
        } else keys.push(key);
        this.value(member, depth + 1, key);
      }
    } catch (error) {
      throw Refusal.from(error, step, value);
    }
    if (keys !== null) {
      shapes.writeDictionary(keys, first, writer);
      return;
    }
    const shape = node.shape ?? shapes.shapeAt(node);
    if (!this.shareKeyVectors || shape.buffer !== shapes.buffer) shapes.write(shape, writer);
    const at = writer.writeVector(first, 1, shape.order, shape.keys.length, 'untyped', shape.at, shape.width);
    writer.count = first;
    writer.push(MAP | writer.widthOfVector, at);
  }

  private map(value: ReadonlyMap<unknown, unknown>, depth: number): void {
    const record = emptyObject();
    for (const [key, member] of value) {
      if (typeof key !== 'string')
        throw new Refusal('unsupported', `a ${typeof key} cannot be the key of a map`);
      record[key] = member;
    }
    this.record(record, depth);
  }

  private view(view: ArrayBufferView): void {
    const isBytes =
      view instanceof Uint8Array || view instanceof Uint8ClampedArray || view instanceof DataView;
    if (isBytes) {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      this.writer.pushBytes(BLOB_TYPE, bytes, 0);
    } else {
      const array = withRoomForLength(view as NumericArray);
      this.writer.pushNumericArray(array, typedVectorOf(elementTypeOfArray(array)));
    }
  }

  private tooDeep(value: object | null): Refusal {
    return new Refusal('depth', `values are nested more than ${this.maxDepth} deep`, value);
  }
}

function isShared(value: object): value is SharedArrayBuffer {
  return typeof SharedArrayBuffer === 'function' && value instanceof SharedArrayBuffer;
}

/** `new Number(1)` and its like, of this realm or another. */
function isBoxed(value: object): boolean {
  return /^\[object (Number|String|Boolean|BigInt)\]$/.test(Object.prototype.toString.call(value));
}

/** A typed vector's length has the width of an element: many narrow elements need wider ones. */
function withRoomForLength(array: NumericArray): NumericArray {
  const { length } = array;
  if (array instanceof Int8Array && length > 0xff) return withRoomForLength(Int16Array.from(array));
  if (array instanceof Int16Array && length > 0xffff) return Int32Array.from(array);
  return array instanceof Uint16Array && length > 0xffff ? Uint32Array.from(array) : array;
}
