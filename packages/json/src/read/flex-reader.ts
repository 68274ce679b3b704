// Any JSON value to a FlexBuffer, straight into its builder: objects become maps, arrays untyped vectors. No schema.
import { Builder } from '@fb/flexbuffers';
import { parseFloatText } from '../numbers/float-text.js';
import { IntegerText } from '../numbers/integer-text.js';
import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, isWordStart } from '../text/characters.js';
import type { Cursor } from '../text/cursor.js';
import { readKey } from './read-key.js';

/** Reads the next value and gives the finished FlexBuffer. `exact` keeps integers that the reference turns into 0. */
export function readFlexBuffer(cursor: Cursor, exact: boolean): Uint8Array {
  const reader = new FlexReader(cursor, exact);
  reader.value();
  return reader.builder.finish();
}

class FlexReader {
  readonly builder: Builder = new Builder({ shareKeys: true, shareStrings: true });
  readonly #cursor: Cursor;
  readonly #exact: boolean;
  readonly #integers: IntegerText = new IntegerText();

  constructor(cursor: Cursor, exact: boolean) {
    this.#cursor = cursor;
    this.#exact = exact;
  }

  /** Recursion is bounded by the cursor's depth limit. */
  value(): void {
    const cursor = this.#cursor;
    cursor.enter();
    const c = cursor.space();
    if (c === OPEN_BRACE) this.#map();
    else if (c === OPEN_BRACKET) this.#vector();
    else if (cursor.isQuote(c)) {
      cursor.string();
      this.builder.string(cursor.content.subarray(cursor.contentStart, cursor.contentEnd));
    } else if (cursor.isNumber(c)) this.#number();
    else if (c !== undefined && isWordStart(c)) this.#word();
    else throw cursor.wrongType('a value');
    cursor.leave();
  }

  #map(): void {
    const cursor = this.#cursor;
    const seen = new Set<string>();
    let twice: { name: string; start: number; end: number } | null = null;
    this.builder.startMap();
    cursor.at++;
    const level = cursor.descend();
    let count = 0;
    for (let more = cursor.space() !== CLOSE_BRACE; more; more = cursor.comma(CLOSE_BRACE, count)) {
      cursor.trail[level] = '';
      const isString = cursor.isQuote(cursor.space());
      const name = readKey(cursor);
      this.builder.key(isString ? cursor.content.subarray(cursor.contentStart, cursor.contentEnd) : name);
      // Readers see a key up to its first NUL.
      const key = name.split('\0', 1)[0] ?? '';
      if (seen.has(key)) twice ??= { name: key, start: cursor.tokenStart, end: cursor.tokenEnd };
      seen.add(key);
      cursor.trail[level] = key;
      cursor.colon();
      this.value();
      count++;
    }
    cursor.at++;
    cursor.ascend();
    this.builder.endMap();
    // The builder compares bytes: names that are not UTF-8 may only look the same.
    if (twice !== null && this.builder.hasDuplicateKeys) {
      throw cursor.stop('JSON-FLEX-KEY-TWICE', twice.start, twice.end, { name: twice.name });
    }
  }

  #vector(): void {
    const cursor = this.#cursor;
    this.builder.startVector();
    cursor.at++;
    const level = cursor.descend();
    let count = 0;
    for (let more = cursor.space() !== CLOSE_BRACKET; more; more = cursor.comma(CLOSE_BRACKET, count)) {
      cursor.trail[level] = count++;
      this.value();
    }
    cursor.at++;
    cursor.ascend();
    this.builder.endVector();
  }

  #number(): void {
    const cursor = this.#cursor;
    const { bytes, at: start } = cursor;
    if (cursor.isSignedWord()) {
      cursor.at++;
      cursor.word();
      return this.#double(start, cursor.tokenEnd);
    }
    cursor.number();
    if (cursor.fractional) return this.#double(start, cursor.tokenEnd);
    const integers = this.#integers;
    const outcome = integers.parse(bytes, start, cursor.tokenEnd);
    const magnitude = (BigInt(integers.high) << 32n) | BigInt(integers.low);
    const value = integers.negative ? -magnitude : magnitude;
    const isSigned = outcome === 'integer' && BigInt.asIntN(64, value) === value;
    if (!this.#exact) {
      // The reference reads decimal digits only, and takes 0 for what is out of range.
      const isHex = cursor.tokenText().includes('x') || cursor.tokenText().includes('X');
      this.builder.int(isSigned && !isHex ? value : 0);
    } else if (isSigned) {
      this.builder.int(value);
    } else if (outcome === 'integer' && !integers.negative) {
      this.builder.uint(value);
    } else {
      const params = {
        text: cursor.tokenText(),
        type: 'a 64-bit integer',
        min: -(2n ** 63n),
        max: 2n ** 64n - 1n,
      };
      throw cursor.stop('JSON-RANGE', start, cursor.tokenEnd, params);
    }
  }

  #double(start: number, end: number): void {
    const value = parseFloatText(this.#cursor.bytes, start, end, false);
    if (value === null) {
      const found = this.#cursor.tokenText();
      throw this.#cursor.stop('JSON-FLEX-VALUE', start, end, { found });
    }
    this.builder.double(value);
  }

  #word(): void {
    const cursor = this.#cursor;
    const { builder } = this;
    cursor.word();
    const text = cursor.tokenText();
    const words = this.#exact ? text.toLowerCase() : text;
    if (text === 'true' || text === 'false') builder.bool(text === 'true');
    else if (text === 'null') builder.null();
    else if (words === 'nan') builder.double(NaN);
    else if (words === 'inf' || words === 'infinity') builder.double(Infinity);
    else
      throw cursor.stop(
        'JSON-FLEX-VALUE',
        cursor.tokenStart,
        cursor.tokenEnd,
        { found: text },
        'put it in quotes',
      );
  }
}
