// The reference's text form of a value. It is JSON only where quotes and the types of values make it so.
import { keyText, sizedBytes, stringText } from './conversions.js';
import { depthLimit } from './depth-limit.js';
import type { FlexBytes, Slot } from './flex-bytes.js';
import {
  FlexType,
  elementTypeOf,
  fixedElementTypeOf,
  fixedLengthOf,
  isFixedTypedVector,
  isTypedVector,
} from './flex-type.js';
import { openKeys } from './map-keys.js';
import { printDouble } from './number-text.js';
import { quoteBytes } from './quote-bytes.js';

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
    const ownWidth = 1 << (packed & 3);
    switch (type) {
      case FlexType.Null:
        return this.#add('null');
      case FlexType.Bool:
        return this.#add(source.uint(at, width) === 0 ? 'false' : 'true');
      case FlexType.Int:
        return this.#add(String(source.bigInt(at, width)));
      case FlexType.UInt:
        return this.#add(String(source.bigUint(at, width)));
      case FlexType.Float:
        return this.#add(printDouble(source.float(at, width)));
      case FlexType.IndirectInt:
        return this.#add(String(source.bigInt(source.target(at, width), ownWidth)));
      case FlexType.IndirectUInt:
        return this.#add(String(source.bigUint(source.target(at, width), ownWidth)));
      case FlexType.IndirectFloat:
        return this.#add(printDouble(source.float(source.target(at, width), ownWidth)));
      case FlexType.Key:
        return this.#key(source.target(at, width), this.#quoteKeys);
      case FlexType.String:
        return this.#string(source.target(at, width), ownWidth, quote);
      case FlexType.Blob:
        return this.#add(quoteBytes(sizedBytes(source, source.target(at, width), ownWidth), false));
      case FlexType.Map:
        return this.#map(source.target(at, width), ownWidth, level);
      case FlexType.Vector:
        return this.#untyped(source.target(at, width), ownWidth, level);
      default:
        if (isTypedVector(type) || isFixedTypedVector(type)) {
          return this.#typed(source.target(at, width), ownWidth, type, level);
        }
        return this.#add('(?)');
    }
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

  #map(at: number, width: number, level: number): void {
    const source = this.#source;
    const size = source.lengthBefore(at, width);
    source.require(at, size * (width + 1));
    const { keysAt, keysWidth } = openKeys(source, at, width, size);
    this.#open(at, '{', level);
    for (let i = 0; i < size; i++) {
      this.#separate(i, level);
      const key = source.target(keysAt + i * keysWidth, keysWidth);
      this.#key(key, this.#quoteKeys || !/^[A-Za-z_]\w*$/.test(keyText(source, key)));
      this.#add(': ');
      this.value(at + i * width, width, source.bytes[at + size * width + i], true, level + 1);
    }
    // An empty map has one line break between its brackets, an empty vector two.
    this.#close('}', level, size === 0);
  }

  #untyped(at: number, width: number, level: number): void {
    const source = this.#source;
    const length = source.lengthBefore(at, width);
    source.require(at, length * (width + 1));
    this.#open(at, '[', level);
    for (let i = 0; i < length; i++) {
      this.#separate(i, level);
      this.value(at + i * width, width, source.bytes[at + length * width + i], true, level + 1);
    }
    this.#close(']', level, false);
  }

  #typed(at: number, width: number, type: number, level: number): void {
    const source = this.#source;
    const fixed = isFixedTypedVector(type);
    const length = fixed ? fixedLengthOf(type) : source.lengthBefore(at, width);
    source.require(at, length * width);
    const elementType = fixed ? fixedElementTypeOf(type) : elementTypeOf(type);
    // The width of the strings' length is lost: they read as keys.
    const packed = (elementType === FlexType.String ? FlexType.Key : elementType) << 2;
    this.#open(at, '[', level);
    for (let i = 0; i < length; i++) {
      this.#separate(i, level);
      this.value(at + i * width, width, packed, true, level + 1);
    }
    this.#close(']', level, false);
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
