// JavaScript values to FlexBuffers: the natural value for each, and an error with a path for what has none.
import { floatWidth, intWidth } from './bit-width.js';
import { depthLimit } from './depth-limit.js';
import { emptyObject } from './empty-object.js';
import { EncodeError, type EncodeErrorCode } from './encode-error.js';
import { pathStep } from './flex-buffer-error.js';
import { FlexType } from './flex-type.js';
import { KeyShapes, MOST_KEYS, keysTo, type Shape } from './key-shapes.js';
import { SlotWriter, type NumericArray } from './slot-writer.js';

/** How values are encoded. @public */
export interface EncodeOptions {
  /** Writes equal strings once: smaller, and slower. Off by default. */
  readonly shareStrings?: boolean;
  /**
   * Writes the keys of objects with the same keys once: smaller and faster. On by default. The verifier of flatc 25.12.19
   * refuses buffers in which anything, such keys included, is shared more than 63 times: turn it off for those.
   */
  readonly shareKeyVectors?: boolean;
  /**
   * Floats that need 64 bits stand behind an offset, so that one of them does not widen everything beside it. Off by
   * default: it makes records with few floats smaller, and takes a step more to read.
   */
  readonly indirectFloats?: boolean;
  /** Deepest nesting, strings and blobs included: 64 by default, as verifiers allow; a RangeError if not 0 to 1000. */
  readonly maxDepth?: number;
  /**
   * What to encode instead of each value: called with the key (the root has `''`, elements have their index) before
   * anything else looks at the value. As in JSON, `undefined` leaves out an entry.
   */
  readonly replacer?: (key: string | number, value: unknown) => unknown;
}

/**
 * Encodes a JavaScript value:
 *
 * - `null`, booleans and strings are what they are; `undefined` is left out of objects and is null elsewhere;
 * - safe integers are ints; other numbers are floats in 32 bits where these hold them exactly, else in 64;
 * - bigints are ints, or from 2^63 to 2^64-1 uints; beyond they are refused;
 * - arrays and Sets are vectors, holes are null; plain objects and Maps with string keys are maps;
 * - `Uint8Array`, `Uint8ClampedArray`, `DataView` and `ArrayBuffer` are blobs of the bytes that they show; other typed
 *   arrays are typed vectors, of wider elements if the length does not fit one: 16 bits from 256 `Int8Array` elements on,
 *   32 bits from 65,536 elements of 16 bits on;
 * - an object with a `toJSON` method is what that returns, so that a Date is a string; boxed values are the values;
 * - other objects are maps of their own enumerable members with string names.
 *
 * Functions, symbols, cycles and keys with a NUL throw an {@link EncodeError} with the path. Equal values give equal bytes.
 * @public
 */
export function encode(value: unknown, options: EncodeOptions = {}): Uint8Array<ArrayBuffer> {
  return new Encoder(options).encode(value);
}

/** Encodes many values, faster than {@link encode}: memory and the shapes of objects are kept between them. @public */
export class Encoder {
  readonly #writer: SlotWriter = new SlotWriter(1024);
  readonly #shapes: KeyShapes = new KeyShapes();
  readonly #strings: Map<string, number> | null;
  readonly #shareKeyVectors: boolean;
  readonly #indirectFloats: boolean;
  readonly #maxDepth: number;
  readonly #replacer: ((key: string | number, value: unknown) => unknown) | null;
  /** The containers around the value that is being encoded, and the key in each: for the path of an error. */
  readonly #holders: object[] = [];
  readonly #steps: (string | number)[] = [];
  #busy = false;

  constructor(options: EncodeOptions = {}) {
    this.#strings = options.shareStrings === true ? new Map() : null;
    this.#shareKeyVectors = options.shareKeyVectors ?? true;
    this.#indirectFloats = options.indirectFloats ?? false;
    this.#maxDepth = depthLimit(options.maxDepth);
    this.#replacer = options.replacer ?? null;
  }

  /** Encodes a value as {@link encode} does and returns a copy of the bytes. */
  encode(value: unknown): Uint8Array<ArrayBuffer> {
    return this.encodeView(value).slice();
  }

  /** As {@link Encoder.encode}, but the bytes are a view that holds until the next value is encoded. */
  encodeView(value: unknown): Uint8Array<ArrayBuffer> {
    if (this.#busy)
      throw new Error('this encoder is encoding: use another one within toJSON, a getter or a replacer');
    this.#busy = true;
    try {
      this.#writer.clear();
      this.#strings?.clear();
      this.#shapes.begin();
      this.#value(this.#replacer === null ? value : this.#replacer('', value), 0);
      this.#writer.writeRoot();
      return this.#writer.out.used();
    } finally {
      this.#busy = false;
      // Keep no object alive that was encoded.
      this.#holders.length = 0;
    }
  }

  /** `depth` is the number of containers around the value. */
  #value(value: unknown, depth: number): void {
    switch (typeof value) {
      case 'string':
        return this.#string(value, depth);
      case 'number':
        return this.#number(value);
      case 'object':
        return value === null ? this.#writer.push(FlexType.Null, 0, 0) : this.#object(value, depth);
      case 'boolean':
        return this.#writer.push(FlexType.Bool, 0, value ? 1 : 0);
      case 'bigint':
        return this.#bigint(value, depth);
      case 'undefined':
        return this.#writer.push(FlexType.Null, 0, 0);
      default:
        return this.#refuse('unsupported', depth, `a ${typeof value} cannot be encoded`);
    }
  }

  #number(value: number): void {
    const writer = this.#writer;
    if (Number.isSafeInteger(value) && (value !== 0 || 1 / value > 0)) {
      writer.push(FlexType.Int, intWidth(value), value);
    } else {
      // A NaN needs no 64 bits: it has nothing to lose.
      const width = value === value ? floatWidth(value) : 2;
      writer.push(FlexType.Float, width, value);
      if (width === 3 && this.#indirectFloats) writer.makeIndirect(FlexType.IndirectFloat);
    }
  }

  #bigint(value: bigint, depth: number): void {
    if (value < -(2n ** 63n) || value >= 2n ** 64n)
      this.#refuse('range', depth, `${value} has more than 64 bits`);
    if (value < 2n ** 63n) this.#writer.pushInt(value);
    else this.#writer.pushUInt(value);
  }

  #string(text: string, depth: number): void {
    if (depth >= this.#maxDepth) this.#tooDeep(depth, null);
    const writer = this.#writer;
    const known = this.#strings?.get(text);
    if (known !== undefined) {
      writer.push(FlexType.String, known % 4, Math.floor(known / 4));
      return;
    }
    writer.pushString(text);
    if (this.#strings !== null) {
      this.#strings.set(text, writer.values[writer.count - 1] * 4 + writer.widths[writer.count - 1]);
    }
  }

  #object(value: object, depth: number): void {
    if (depth >= this.#maxDepth) this.#tooDeep(depth, value);
    this.#holders[depth] = value;
    if (Array.isArray(value)) this.#array(value, depth);
    else if (typeof (value as { toJSON?: unknown }).toJSON === 'function') this.#toJson(value, depth);
    else this.#unordered(value, depth);
  }

  /** As in JSON, what `toJSON` returns is not asked for its own `toJSON`; its members are. */
  #toJson(value: object, depth: number): void {
    const key = depth === 0 ? '' : String(this.#steps[depth - 1]);
    const plain = (value as { toJSON(key: string): unknown }).toJSON(key);
    if (typeof plain !== 'object' || plain === null) this.#value(plain, depth);
    else if (Array.isArray(plain)) this.#array(plain, depth);
    else this.#unordered(plain, depth);
  }

  /** An object that is no array. */
  #unordered(value: object, depth: number): void {
    if (Object.getPrototypeOf(value) === Object.prototype) this.#record(value, depth);
    else if (ArrayBuffer.isView(value)) this.#view(value);
    else if (value instanceof ArrayBuffer || isShared(value)) {
      this.#writer.pushBytes(FlexType.Blob, new Uint8Array(value), 0);
    } else if (value instanceof Map) this.#map(value, depth);
    else if (value instanceof Set) this.#array([...value], depth);
    else if (isBoxed(value)) this.#value(value.valueOf(), depth);
    else this.#record(value, depth);
  }

  #array(values: readonly unknown[], depth: number): void {
    const writer = this.#writer;
    const first = writer.count;
    const { length } = values;
    for (let i = 0; i < length; i++) {
      this.#steps[depth] = i;
      this.#value(this.#replacer === null ? values[i] : this.#replacer(i, values[i]), depth + 1);
    }
    const at = writer.writeVector(first, 1, null, length, 'untyped', -1, 0);
    writer.count = first;
    writer.push(FlexType.Vector, writer.widthOfVector, at);
  }

  #record(value: object, depth: number): void {
    const writer = this.#writer;
    const shapes = this.#shapes;
    const first = writer.count;
    let node = shapes.root;
    /** Only of objects with many keys. */
    let keys: string[] | null = null;
    // Of the ways to visit members, this loop is the one that engines compile to plain loads.
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      this.#steps[depth] = key;
      const own = (value as Readonly<Record<string, unknown>>)[key];
      const member = this.#replacer === null ? own : this.#replacer(key, own);
      if (member === undefined) continue;
      if (keys === null && node.depth === MOST_KEYS) keys = keysTo(node);
      if (keys === null) node = shapes.step(node, key);
      else keys.push(key);
      this.#value(member, depth + 1);
    }
    let shape = keys === null ? node.shape : null;
    if (shape === null) {
      shape = this.#shapeOf(keys ?? keysTo(node), depth);
      if (keys === null) node.shape = shape;
    }
    shapes.write(shape, writer, this.#shareKeyVectors);
    const at = writer.writeVector(first, 1, shape.order, shape.keys.length, 'untyped', shape.at, shape.width);
    writer.count = first;
    writer.push(FlexType.Map, writer.widthOfVector, at);
  }

  #map(value: ReadonlyMap<unknown, unknown>, depth: number): void {
    const record = emptyObject();
    for (const [key, member] of value) {
      if (typeof key !== 'string')
        this.#refuse('unsupported', depth, `a ${typeof key} cannot be the key of a map`);
      record[key] = member;
    }
    this.#record(record, depth);
  }

  #shapeOf(keys: readonly string[], depth: number): Shape {
    for (const key of keys) {
      if (key.includes('\0'))
        this.#refuse('key', depth, `the key ${JSON.stringify(key)} has a NUL, which would end it`);
    }
    return this.#shapes.shapeOf(keys);
  }

  #view(view: ArrayBufferView): void {
    const isBytes =
      view instanceof Uint8Array || view instanceof Uint8ClampedArray || view instanceof DataView;
    if (isBytes) {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      this.#writer.pushBytes(FlexType.Blob, bytes, 0);
    } else this.#writer.pushNumericArray(withRoomForLength(view as NumericArray), false);
  }

  #tooDeep(depth: number, value: object | null): never {
    const holders =
      value === null ? this.#holders.slice(0, depth) : [...this.#holders.slice(0, depth), value];
    // With a limit of depth, a cycle is never missed; it is only found late.
    const closes = holders.findIndex((holder, i) => holders.indexOf(holder) < i);
    if (closes >= 0) this.#refuse('cycle', closes, 'this object contains itself');
    this.#refuse('depth', depth, `values are nested more than ${this.#maxDepth} deep`);
  }

  #refuse(code: EncodeErrorCode, depth: number, detail: string): never {
    throw new EncodeError(code, `$${this.#steps.slice(0, depth).map(pathStep).join('')}`, detail);
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
