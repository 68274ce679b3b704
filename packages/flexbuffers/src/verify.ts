// The verifier: one pass that proves that every reader stays inside the buffer and ends. Work and memory are in
// proportion to the buffer: each value is visited once however often it is shared.
import { isUtf8 } from '@fb/bytes';
import { widthCode } from './bit-width.js';
import { depthLimit } from './depth-limit.js';
import { FlexBufferError, pathStep, type FlexBufferErrorCode } from './flex-buffer-error.js';
import { FlexBytes, findRoot } from './flex-bytes.js';
import { keyText } from './conversions.js';
import {
  BLOB_TYPE,
  INDIRECT_FLOAT_TYPE,
  KEY_TYPE,
  MAP_TYPE,
  STRING_TYPE,
  VECTOR_BOOL_TYPE,
  VECTOR_KEY_TYPE,
  VECTOR_STRING_TYPE,
  VECTOR_TYPE,
  fixedLengthOf,
  isFixedTypedVector,
  isInline,
} from './type-codes.js';

/** What {@link verify} asks of the bytes. @public */
export interface VerifyOptions {
  /** Values are aligned to their width. On by default; readers here do without, other languages may need it. */
  readonly checkAlignment?: boolean;
  /** Deepest nesting, strings and blobs included: 64 by default, as in the reference; a RangeError if not 0 to 1000. */
  readonly maxDepth?: number;
  /**
   * Allows one address to be read as two types, such as a string and a blob. Off by default, as in the reference with its
   * reuse tracker.
   */
  readonly allowRetyping?: boolean;
  /**
   * Asks also for what no reader's safety needs and the reference does not check: keys of maps in ascending order and
   * unique, a zero byte behind each string, and text that is UTF-8. Off by default.
   */
  readonly strict?: boolean;
}

/**
 * Checks bytes from a stranger: `null` if they are a sound FlexBuffer, else the first fault found. On a buffer that
 * passes, reading a value never throws. Printing or decoding it as a whole may still be refused, where shared values
 * make the result many times larger than the buffer.
 * @public
 */
export function verify(bytes: Uint8Array, options: VerifyOptions = {}): FlexBufferError | null {
  const maxDepth = depthLimit(options.maxDepth);
  try {
    const root = findRoot(bytes);
    new Verifier(new FlexBytes(bytes), options, maxDepth).value(root.at, root.width, root.packed);
    return null;
  } catch (error) {
    if (error instanceof FlexBufferError) return error;
    throw error;
  }
}

class Verifier {
  readonly #source: FlexBytes;
  readonly #checkAlignment: boolean;
  readonly #maxDepth: number;
  readonly #allowRetyping: boolean;
  readonly #strict: boolean;
  /** For each address of a key or of a length the packed type that was verified there; 0 is none. */
  readonly #seen: Uint8Array;
  /** Keys that begin behind the last zero byte have no end. */
  readonly #lastNul: number;
  /** The open containers: address of the length, and how far in: an element's number, of a map with its keys. */
  readonly #open: { address: number; index: number; keysAt: number; keysWidth: number }[] = [];
  #depth = 0;
  #vectors = 0;
  /** Elements do not overlap in a sound buffer and take a byte at least. Some overlap is harmless and let pass. */
  #budget: number;

  constructor(source: FlexBytes, options: VerifyOptions, maxDepth: number) {
    this.#source = source;
    this.#checkAlignment = options.checkAlignment ?? true;
    this.#maxDepth = maxDepth;
    this.#allowRetyping = options.allowRetyping ?? false;
    this.#strict = options.strict ?? false;
    this.#seen = new Uint8Array(source.length);
    this.#lastNul = source.bytes.lastIndexOf(0);
    this.#budget = 4 * source.length;
  }

  value(at: number, width: number, packed: number): void {
    const type = packed >> 2;
    if (isInline(type)) return;
    if (type > BLOB_TYPE && type !== VECTOR_BOOL_TYPE) this.#fail('type', at, `the type ${type} is unknown`);
    const ownWidth = 1 << (packed & 3);
    const target = this.#target(at, width);
    if (this.#checkAlignment && target % ownWidth !== 0) {
      this.#fail('alignment', target, `a value ${ownWidth} bytes wide is not at a multiple of that`);
    }
    if (type === KEY_TYPE) this.#key(target);
    else if (type <= INDIRECT_FLOAT_TYPE && type !== STRING_TYPE) this.#inside(target, ownWidth);
    else if (isFixedTypedVector(type)) this.#inside(target, fixedLengthOf(type) * ownWidth);
    else this.#sized(target, ownWidth, type);
  }

  /** Whatever has its length before it. */
  #sized(at: number, width: number, type: number): void {
    this.#depth += 1;
    this.#vectors += 1;
    if (this.#depth > this.#maxDepth)
      this.#fail('depth', at, `values are nested more than ${this.#maxDepth} deep`);
    if (this.#vectors > this.#source.length) this.#fail('budget', at, 'there are more vectors than bytes');
    const address = at - width;
    if (address < 0) this.#fail('bounds', at, 'the length would stand before the buffer');
    if (!this.#alreadySeen(address, (type << 2) | widthCode(width))) this.#contents(at, width, type);
    this.#depth -= 1;
  }

  #contents(at: number, width: number, type: number): void {
    const length = this.#source.uint(at - width, width);
    if (type === STRING_TYPE || type === BLOB_TYPE) {
      this.#inside(at, length + (type === STRING_TYPE ? 1 : 0));
      if (type === STRING_TYPE && this.#strict) this.#text(at, length);
      return;
    }
    const untyped = type === VECTOR_TYPE || type === MAP_TYPE;
    this.#inside(at, length * (untyped ? width + 1 : width));
    if (!untyped && type !== VECTOR_KEY_TYPE && type !== VECTOR_STRING_TYPE) return;
    this.#spend(length, at);
    const place = { address: at - width, index: -1, keysAt: -1, keysWidth: 0 };
    this.#open.push(place);
    if (type === MAP_TYPE) this.#keysOf(at, width, length, place);
    for (let i = 0; i < length; i++) {
      place.index = i;
      if (untyped) this.value(at + i * width, width, this.#source.bytes[at + length * width + i]);
      else this.#key(this.#target(at + i * width, width));
    }
    this.#open.pop();
  }

  /** The keys of a map, before its values so that a path can name them. */
  #keysOf(at: number, width: number, size: number, place: { keysAt: number; keysWidth: number }): void {
    const source = this.#source;
    const field = at - 3 * width;
    if (field < 0) this.#fail('bounds', at, 'the map has no room for its keys before it');
    const keysWidth = source.uint(field + width, width);
    if (keysWidth !== 1 && keysWidth !== 2 && keysWidth !== 4 && keysWidth !== 8) {
      this.#fail('width', field + width, `the keys of the map are ${keysWidth} bytes wide`);
    }
    const keysAt = this.#target(field, width);
    // A map's keys count as nested as deep as the map itself.
    this.#depth -= 1;
    this.#sized(keysAt, keysWidth, VECTOR_KEY_TYPE);
    this.#depth += 1;
    const count = source.uint(keysAt - keysWidth, keysWidth);
    if (count !== size) this.#fail('map-size', at, `the map has ${count} keys and ${size} values`);
    if (this.#strict) this.#order(keysAt, keysWidth, size);
    place.keysAt = keysAt;
    place.keysWidth = keysWidth;
  }

  #key(at: number): void {
    if (this.#alreadySeen(at, KEY_TYPE << 2)) return;
    if (at > this.#lastNul) this.#fail('unterminated-key', at, 'a key has no end');
    if (!this.#strict) return;
    const end = this.#source.keyEnd(at);
    this.#spend(end - at, at);
    if (!isUtf8(this.#source.bytes, at, end)) this.#fail('utf8', at, 'a key is not UTF-8');
  }

  #text(at: number, length: number): void {
    this.#spend(length, at);
    if (!isUtf8(this.#source.bytes, at, at + length)) this.#fail('utf8', at, 'a string is not UTF-8');
    if (this.#source.bytes[at + length] !== 0)
      this.#fail('unterminated-string', at, 'no zero byte ends the string');
  }

  #order(keysAt: number, keysWidth: number, size: number): void {
    const { bytes } = this.#source;
    for (let i = 1; i < size; i++) {
      const before = this.#target(keysAt + (i - 1) * keysWidth, keysWidth);
      const after = this.#target(keysAt + i * keysWidth, keysWidth);
      let common = 0;
      while (bytes[before + common] === bytes[after + common] && bytes[before + common] !== 0) common++;
      this.#spend(common, after);
      if (bytes[before + common] >= bytes[after + common]) {
        this.#fail(
          'map-order',
          after,
          `the key "${keyText(this.#source, after)}" is not in order, or not unique`,
        );
      }
    }
  }

  /** Whether the same was verified here before; a value that is being verified contains itself. */
  #alreadySeen(address: number, packed: number): boolean {
    const seen = this.#seen[address];
    if (seen === 0) {
      this.#seen[address] = packed;
      return false;
    }
    if (seen === packed) {
      if (this.#open.some((place) => place.address === address)) {
        this.#fail('cycle', address, 'a container contains itself');
      }
      return true;
    }
    if (!this.#allowRetyping)
      this.#fail('type-conflict', address, 'one address is used as values of two types');
    return false;
  }

  #target(at: number, width: number): number {
    const target = at - this.#source.uint(at, width);
    if (target < 0) this.#fail('offset', at, 'an offset leads before the start of the buffer');
    return target;
  }

  /** As in the reference, nothing is as large as the buffer: the root has bytes of its own. */
  #inside(at: number, size: number): void {
    if (size >= this.#source.length || size > this.#source.length - at)
      this.#fail('bounds', at, `${size} bytes are more than the buffer has left`);
  }

  #spend(amount: number, at: number): void {
    this.#budget -= amount;
    if (this.#budget < 0) this.#fail('budget', at, 'values overlap too much');
  }

  #fail(code: FlexBufferErrorCode, at: number, detail: string): never {
    throw new FlexBufferError(code, at, this.#path(), detail);
  }

  #path(): string {
    let path = '$';
    for (const { index, keysAt, keysWidth } of this.#open) {
      // A fault in the keys of a map, which come before its values, is the map's.
      if (index < 0) break;
      if (keysAt < 0) path += pathStep(index);
      else path += pathStep(keyText(this.#source, this.#target(keysAt + index * keysWidth, keysWidth)));
    }
    return path;
  }
}
