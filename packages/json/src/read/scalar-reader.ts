// A scalar's text to its value. Numbers, booleans, words, quoted scalars, enum names, hashes and functions: what the
// dialect accepts for the field's type, converted at once, exactly.
import { didYouMean } from '@fb/diagnostics';
import { ForwardBuffer } from '@fb/bytes';
import { hashWords } from '../fnv-hash.js';
import { parseFloatText, roundToSingle, EXACT_POWERS } from '../numbers/float-text.js';
import { IntegerText } from '../numbers/integer-text.js';
import { writeFloat } from '../numbers/number-writer.js';
import { BOOL, DOUBLE, FLOAT, LONG, ULONG, USHORT, SHORT } from '../plan/kind.js';
import type { EnumEntry, ValuePlan } from '../plan/plan.js';
import type { Planner } from '../plan/planner.js';
import {
  CLOSE_PAREN,
  DOT,
  LOWER_E,
  LOWER_X,
  MINUS,
  PLUS,
  QUOTE,
  SPACE,
  isDigit,
  isWordStart,
} from '../text/characters.js';
import type { JsonCode, JsonParams } from '../messages.js';
import type { Cursor } from '../text/cursor.js';
import type { Stop } from '../text/stop.js';
import { enumWords } from './enum-words.js';
import { conversionFunction, conversionFunctions } from './conversion-functions.js';

/** Digits that a double holds exactly, whatever they are. */
const SAFE_DIGITS = 15;

/** Reads scalars at a cursor. */
export class ScalarReader {
  readonly #cursor: Cursor;
  readonly #planner: Planner;
  readonly #integers: IntegerText = new IntegerText();
  /** The words of the last `long` or `ulong`, signed. */
  low = 0;
  high = 0;
  /** Whether the last value was `null`. */
  isNull = false;

  constructor(cursor: Cursor, planner: Planner) {
    this.#cursor = cursor;
    this.#planner = planner;
  }

  /** Reads a value of a scalar type. Of 64-bit integers the result is in `low` and `high`. */
  read(type: ValuePlan): number {
    const cursor = this.#cursor;
    const c = cursor.space();
    this.isNull = false;
    if (c !== undefined && (isDigit(c) || c === MINUS)) {
      const value = type.kind <= ULONG ? this.#shortInteger(type) : this.#shortDecimal(type.kind === FLOAT);
      if (value === value) return value;
    } else if (c === QUOTE && type.enum !== null && type.hash === null) {
      const entry = this.#quotedName(type.enum.byName);
      if (entry !== undefined) return this.#entry(entry);
    }
    return this.#any(type, c);
  }

  /** Whether the field's attribute `hash` applies: 16, 32 and 64 bits, but not bytes. */
  #hashes(type: ValuePlan): boolean {
    return type.hash !== null && type.kind >= SHORT && type.kind <= ULONG;
  }

  /** A decimal integer of up to 15 digits; NaN for any other token, with the cursor where it was. */
  #shortInteger(type: ValuePlan): number {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    const start = cursor.at;
    const negative = bytes[start] === MINUS;
    const first = negative ? start + 1 : start;
    let at = first;
    let value = 0;
    let c = bytes[at];
    while (isDigit(c)) {
      value = value * 10 + (c - 48);
      c = bytes[++at];
    }
    const lower = c | 32;
    if (at === first || at - first > SAFE_DIGITS || c === DOT || lower === LOWER_E || lower === LOWER_X)
      return NaN;
    cursor.tokenStart = start;
    cursor.tokenEnd = cursor.at = at;
    if (type.kind < LONG) return this.#fit(type, negative ? -value : value);
    if (negative && value !== 0 && type.kind === ULONG) throw this.#outOfRange(type);
    const high = Math.floor(value / 0x100000000);
    this.low = value | 0;
    this.high = high;
    if (negative) this.#negate();
    return value;
  }

  /** A decimal of up to 15 digits with a small exponent, which one exact operation gives; NaN for any other token. */
  #shortDecimal(single: boolean): number {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    const start = cursor.at;
    const negative = bytes[start] === MINUS;
    const first = negative ? start + 1 : start;
    let at = first;
    let mantissa = 0;
    let exponent = 0;
    let c = bytes[at];
    while (isDigit(c)) {
      mantissa = mantissa * 10 + (c - 48);
      c = bytes[++at];
    }
    let digits = at - first;
    if (c === DOT && digits > 0) {
      const point = ++at;
      c = bytes[at];
      while (isDigit(c)) {
        mantissa = mantissa * 10 + (c - 48);
        c = bytes[++at];
      }
      exponent = point - at;
      digits -= exponent;
    }
    const lower = c | 32;
    if (
      digits === 0 ||
      digits > SAFE_DIGITS ||
      exponent < -22 ||
      c === DOT ||
      lower === LOWER_E ||
      lower === LOWER_X
    ) {
      return NaN;
    }
    let value = exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa;
    if (single && Math.fround(value) !== value) value = roundToSingle(value, bytes, first, at);
    cursor.tokenStart = start;
    cursor.tokenEnd = cursor.at = at;
    return negative ? -value : value;
  }

  /** The value of a quoted name without escapes; `undefined` for anything else, with the cursor where it was. */
  #quotedName(names: ReadonlyMap<string, EnumEntry>): EnumEntry | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    cursor.string();
    const entry = cursor.plain ? names.get(cursor.contentText()) : undefined;
    if (entry === undefined) cursor.at = start;
    return entry;
  }

  #any(type: ValuePlan, c: number | undefined): number {
    const cursor = this.#cursor;
    if (c === undefined) throw cursor.wrongType(type.name);
    if ((c === MINUS || c === PLUS) && cursor.isSignedWord()) {
      const start = cursor.at++;
      cursor.word();
      cursor.tokenStart = start;
      if (cursor.isCall()) return this.#call(type);
      return this.#convert(type, cursor.bytes, start, cursor.tokenEnd);
    }
    if (cursor.isNumber(c)) {
      cursor.number();
      if (cursor.fractional && type.kind < FLOAT) throw this.#mistyped(type);
      return this.#convert(type, cursor.bytes, cursor.tokenStart, cursor.tokenEnd);
    }
    if (isWordStart(c)) {
      cursor.word();
      if (this.#hashes(type)) return this.#hash(type, cursor.bytes, cursor.tokenStart, cursor.tokenEnd);
      if (cursor.isCall()) return this.#call(type);
      return this.#word(type, cursor.bytes, cursor.tokenStart, cursor.tokenEnd, false);
    }
    if (cursor.isQuote(c)) {
      cursor.string();
      const { content, contentStart, contentEnd } = cursor;
      if (this.#hashes(type)) return this.#hash(type, content, contentStart, contentEnd);
      if (!cursor.plain) throw this.#stop('JSON-QUOTED-SCALAR', { type: type.name });
      return this.#word(type, content, contentStart, contentEnd, true);
    }
    throw cursor.wrongType(type.name);
  }

  /** A bare word, or what a quoted scalar holds. */
  #word(type: ValuePlan, bytes: Uint8Array, start: number, end: number, quoted: boolean): number {
    const text = quoted ? this.#cursor.contentText() : this.#cursor.tokenText();
    if (type.kind === BOOL && (text === 'true' || text === 'false')) return text === 'true' ? 1 : 0;
    if (text === 'null') {
      this.isNull = true;
      return 0;
    }
    if (type.kind > BOOL && type.kind <= ULONG && isWordStart(bytes[start])) {
      return this.#wide(type, enumWords(this.#cursor, this.#planner, type, text));
    }
    let stop = end;
    if (quoted) {
      while (stop > start && bytes[stop - 1] === SPACE) stop--;
      // C's strtod knows `nan(...)`, the dialect does not.
      if (type.kind >= FLOAT && text.includes(')')) throw this.#stop('JSON-NUMBER', { text });
    } else if (type.kind < FLOAT) {
      throw this.#mistyped(type);
    }
    return this.#convert(type, bytes, start, stop);
  }

  /** The text of a number to its value. */
  #convert(type: ValuePlan, bytes: Uint8Array, start: number, end: number): number {
    if (type.kind >= FLOAT) return this.#float(type, bytes, start, end);
    const integers = this.#integers;
    const outcome = integers.parse(bytes, start, end);
    if (outcome === 'malformed') throw this.#stop('JSON-NUMBER', { text: this.#cursor.tokenText() });
    if (outcome === 'too large') throw this.#outOfRange(type);
    if (type.kind < LONG) {
      const value = integers.high * 0x100000000 + integers.low;
      return this.#fit(type, integers.negative ? -value : value);
    }
    this.low = integers.low | 0;
    this.high = integers.high | 0;
    if (type.kind === ULONG) {
      if (integers.negative && (integers.low !== 0 || integers.high !== 0)) throw this.#outOfRange(type);
      return 0;
    }
    const beyond = integers.high > 0x80000000 || (integers.high === 0x80000000 && integers.low > 0);
    if (integers.negative ? beyond : integers.high >= 0x80000000) throw this.#outOfRange(type);
    if (integers.negative) this.#negate();
    return 0;
  }

  #float(type: ValuePlan, bytes: Uint8Array, start: number, end: number): number {
    let from = start;
    while (from < end && bytes[from] === SPACE) from++;
    const value = parseFloatText(bytes, from, end, type.kind === FLOAT);
    if (value !== null) return value;
    const text = this.#cursor.tokenText();
    if (/^["']? *[-+]?0x[\da-f.]+ *["']?$/i.test(text))
      throw this.#stop('JSON-HEX-FLOAT', { text, type: type.name });
    throw this.#stop('JSON-NUMBER', { text });
  }

  /** A call of a conversion function, whose name was read. Its result has 12 decimals, as a text of it has. */
  #call(type: ValuePlan): number {
    const cursor = this.#cursor;
    const { tokenStart: start, tokenEnd: end } = cursor;
    const name = cursor.tokenText();
    if (type.kind < FLOAT) throw cursor.stop('JSON-FUNCTION-TYPE', start, end, { name, type: type.name });
    const apply = conversionFunction(name);
    if (apply === undefined) {
      throw cursor.stop('JSON-FUNCTION', start, end, { name }, didYouMean(name, conversionFunctions()));
    }
    cursor.enter();
    cursor.at++;
    const argument = this.read({ ...type, kind: DOUBLE, name: 'double' });
    if (this.isNull) throw this.#stop('JSON-NULL', { type: 'double' });
    cursor.expect(CLOSE_PAREN);
    cursor.leave();
    const text = new ForwardBuffer(32);
    writeFloat(text, apply(argument), 12);
    const value = parseFloatText(text.bytes, 0, text.length, type.kind === FLOAT);
    return value ?? NaN;
  }

  #hash(type: ValuePlan, bytes: Uint8Array, start: number, end: number): number {
    if (type.hash === null) return 0;
    const [low, high] = hashWords(type.hash, bytes, start, end);
    this.low = low | 0;
    this.high = high | 0;
    if (type.kind >= LONG) return 0;
    // The same bits, whether the field is signed or not.
    if (type.kind <= USHORT) return type.min < 0 ? (low << 16) >> 16 : low & 0xffff;
    return type.min < 0 ? low | 0 : low;
  }

  #entry(entry: EnumEntry): number {
    this.low = entry.low;
    this.high = entry.high;
    return entry.number;
  }

  /** The value of names, which may be out of range where the field is a plain integer. */
  #wide(type: ValuePlan, value: bigint): number {
    if (type.kind < LONG) return this.#fit(type, Number(value));
    const isUnsigned = type.kind === ULONG;
    if (value !== (isUnsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value)))
      throw this.#outOfRange(type);
    this.low = Number(BigInt.asIntN(32, value));
    this.high = Number(BigInt.asIntN(32, value >> 32n));
    return 0;
  }

  /** Checks the range of an integer of up to 32 bits. A bool of 2 to 255 is true. */
  #fit(type: ValuePlan, value: number): number {
    if (value < type.min || value > type.max) throw this.#outOfRange(type);
    return type.kind === BOOL && value > 1 ? 1 : value;
  }

  #negate(): void {
    this.low = -this.low | 0;
    this.high = this.low === 0 ? -this.high | 0 : ~this.high;
  }

  #outOfRange(type: ValuePlan): Stop {
    const [min, max] =
      type.kind === LONG
        ? ['-9223372036854775808', '9223372036854775807']
        : type.kind === ULONG
          ? ['0', '18446744073709551615']
          : [type.min, type.max];
    return this.#stop('JSON-RANGE', { text: this.#cursor.tokenText(), type: type.name, min, max });
  }

  /** A number or word was found that this type does not take. */
  #mistyped(type: ValuePlan): Stop {
    return this.#stop('JSON-TYPE', { expected: type.name, found: this.#cursor.tokenText() });
  }

  /** An error at the last token. */
  #stop<C extends JsonCode>(code: C, params: JsonParams<C>): Stop {
    return this.#cursor.stop(code, this.#cursor.tokenStart, this.#cursor.tokenEnd, params);
  }
}
