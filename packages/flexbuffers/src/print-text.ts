// The reference's text form of a value. It is JSON only where quotes and the types of values make it so.
import { keyText, sizedBytes, stringText } from './conversions.js';
import { depthLimit } from './depth-limit.js';
import type { FlexBytes, Slot } from './flex-bytes.js';
import { openKeys, widthOfKeys } from './map-keys.js';
import { printDouble } from './number-text.js';
import { quoteBytes } from './quote-bytes.js';
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

/** How text is printed. @public */
export interface PrintTextOptions {
  /** Quotes a string that is the root; those in containers always are. Off by default. */
  readonly quoteStrings?: boolean;
  /** Quotes all keys, not only those that are no identifiers. Off by default. */
  readonly quoteKeys?: boolean;
  /** Puts each value on a line of its own, indented by this. One line by default. */
  readonly indent?: string | null;
  /** Prints characters beyond ASCII as they are rather than as `\uXXXX`; not those of keys. Off by default. */
  readonly naturalUtf8?: boolean;
  /** Deepest nesting of containers; a deeper one is an error. 64 by default, a RangeError if not 0 to 1000. */
  readonly maxDepth?: number;
}

/** Prints the value in a slot. Fails, as reading does, with a FlexBufferError. */
export function printSlot(source: FlexBytes, slot: Slot, options: PrintTextOptions = {}): string {
  const printer = new TextPrinter(source, options);
  printer.value(slot.at, slot.width, slot.packed, options.quoteStrings ?? false, 0);
  return printer.text;
}

/** The output may be this many times as long as the buffer, plus some: sharing can make it grow without end. */
const GROWTH = 64;
const ALLOWANCE = 1_000_000;

class TextPrinter {
  text = '';
  readonly #source: FlexBytes;
  readonly #quoteKeys: boolean;
  readonly #indent: string | null;
  readonly #natural: boolean;
  readonly #maxDepth: number;
  #budget: number;

  constructor(source: FlexBytes, options: PrintTextOptions) {
    this.#source = source;
    this.#quoteKeys = options.quoteKeys ?? false;
    this.#indent = options.indent ?? null;
    this.#natural = options.naturalUtf8 ?? false;
    this.#maxDepth = depthLimit(options.maxDepth);
    this.#budget = ALLOWANCE + GROWTH * source.length;
  }

  value(at: number, width: number, packed: number, quote: boolean, level: number): void {
    const source = this.#source;
    const type = packed >> 2;
    if (type === NULL_TYPE) return this.#add('null');
    if (type === BOOL_TYPE) return this.#add(source.uint(at, width) === 0 ? 'false' : 'true');
    if (type === INT_TYPE) return this.#add(String(source.bigInt(at, width)));
    if (type === UINT_TYPE) return this.#add(String(source.bigUint(at, width)));
    if (type === FLOAT_TYPE) return this.#add(printDouble(source.float(at, width)));
    if (type > BLOB_TYPE && type !== VECTOR_BOOL_TYPE) return this.#add('(?)');
    const target = source.target(at, width);
    const ownWidth = 1 << (packed & 3);
    if (isIndirect(type)) return this.value(target, ownWidth, directOf(packed), quote, level);
    if (type === KEY_TYPE) return this.#key(target, this.#quoteKeys);
    if (type === STRING_TYPE) return this.#string(target, ownWidth, quote);
    if (type === BLOB_TYPE) return this.#add(quoteBytes(sizedBytes(source, target, ownWidth), false));
    return this.#container(target, ownWidth, type, level);
  }

  #add(text: string): void {
    this.#budget -= text.length;
    if (this.#budget < 0) this.#source.fail('budget', 0, 'shared values make the text too long');
    this.text += text;
  }

  #string(at: number, ownWidth: number, quote: boolean): void {
    if (quote) this.#add(quoteBytes(sizedBytes(this.#source, at, ownWidth), this.#natural));
    else this.#add(stringText(this.#source, at, ownWidth));
  }

  #key(at: number, quote: boolean): void {
    if (quote) this.#add(quoteBytes(this.#source.bytes.subarray(at, this.#source.keyEnd(at)), false));
    else this.#add(keyText(this.#source, at));
  }

  #container(at: number, width: number, type: number, level: number): void {
    const source = this.#source;
    const isMap = type === MAP_TYPE;
    const isTyped = !isMap && type !== VECTOR_TYPE;
    const fixed = isFixedTypedVector(type);
    const length = fixed ? fixedLengthOf(type) : source.lengthBefore(at, width);
    source.require(at, length * (isTyped ? width : width + 1));
    const keysWidth = isMap ? widthOfKeys(source, at, width) : 1;
    const keysAt = isMap ? openKeys(source, at, width, length, keysWidth) : 0;
    this.#open(at, isMap ? '{' : '[', level);
    for (let i = 0; i < length; i++) {
      this.#separate(i, level);
      if (isMap) {
        const key = source.target(keysAt + i * keysWidth, keysWidth);
        this.#key(key, this.#quoteKeys || !/^[A-Za-z_]\w*$/.test(keyText(source, key)));
        this.#add(': ');
      }
      const packed = isTyped ? elementOf(type) << 2 : source.bytes[at + length * width + i];
      this.value(at + i * width, width, packed, true, level + 1);
    }
    // An empty map has one line break between its brackets, an empty vector two.
    this.#close(isMap ? '}' : ']', level, isMap && length === 0);
  }

  #open(at: number, bracket: string, level: number): void {
    if (level >= this.#maxDepth)
      this.#source.fail('depth', at, `containers are nested more than ${this.#maxDepth} deep`);
    this.#add(bracket + (this.#indent === null ? ' ' : '\n'));
  }

  #separate(index: number, level: number): void {
    if (this.#indent === null) this.#add(index === 0 ? '' : ', ');
    else this.#add((index === 0 ? '' : ',\n') + this.#indent.repeat(level + 1));
  }

  #close(bracket: string, level: number, emptyMap: boolean): void {
    if (this.#indent === null) this.#add(` ${bracket}`);
    else this.#add((emptyMap ? '' : '\n') + this.#indent.repeat(level) + bracket);
  }
}
