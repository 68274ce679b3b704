// A scalar's text to its value. Numbers, booleans, words, quoted scalars, enum names, hashes and functions: what the
// dialect accepts for the field's type, converted at once, exactly.
import { didYouMean } from '@fb/diagnostics';
import { decodeUtf8, encodeUtf8 } from '@fb/bytes';
import { callConversion, conversionFunctions } from '@fb/schema';
import { MANY_DIGITS, roundDecimal } from '../numbers/round-decimal.js';
import { hashWords } from '../fnv-hash.js';
import { parseFloatText, roundToSingle, EXACT_POWERS } from '../numbers/float-text.js';
import { IntegerText } from '../numbers/integer-text.js';
import { BOOL, DOUBLE, FLOAT, LONG, ULONG, USHORT, SHORT } from '../plan/kind.js';
import type { EnumEntry, EnumPlan, EnumScope, ValuePlan } from '../plan/plan.js';
import { findName } from '../plan/name-table.js';
import {
  CLOSE_PAREN,
  DOT,
  LOWER_E,
  LOWER_X,
  MINUS,
  PLUS,
  QUOTE,
  SPACE,
  OPEN_PAREN,
  isDigit,
  isWordPart,
  isWordStart,
} from '../text/characters.js';
import type { JsonCode, JsonParams } from '../messages.js';
import type { Cursor } from '../text/cursor.js';
import type { Stop } from '../text/stop.js';
import { enumWords } from './enum-words.js';

/** Digits that a double holds exactly, whatever they are. */
const SAFE_DIGITS = 15;

/** Beyond it a double may round to an infinite float. */
const LARGE = 1e38;

/** Reads scalars at a cursor. What compiled readers call is public. */
export class ScalarReader {
  readonly #cursor: Cursor;
  readonly #enums: EnumScope;
  readonly #integers: IntegerText = new IntegerText();
  /** What {@link ScalarReader.integer}, {@link ScalarReader.decimal} and {@link ScalarReader.flag} have read. */
  value: number = NaN;
  /** The words of the last `long` or `ulong`, signed. */
  low = 0;
  high = 0;
  /** Whether the last value was `null`. */
  isNull = false;

  constructor(cursor: Cursor, enums: EnumScope) {
    this.#cursor = cursor;
    this.#enums = enums;
  }

  /** Reads a value of a scalar type. Of 64-bit integers the result is in `low` and `high`. */
  read(type: ValuePlan): number {
    this.isNull = false;
    const { kind } = type;
    if (type.enum !== null && kind < LONG) {
      const entry = type.hash === null ? this.enumName(type.enum) : undefined;
      if (entry !== undefined) return entry.number;
    }
    const isUsual =
      kind >= FLOAT
        ? this.decimal(kind === FLOAT)
        : kind >= LONG
          ? this.long(kind === LONG)
          : kind === BOOL
            ? this.flag()
            : this.integer(type.min, type.max);
    return isUsual ? this.value : this.#any(type, this.#cursor.space());
  }

  // The usual forms: these return false, with the cursor where it was or behind blanks, for any other.

  /** Reads a decimal integer of up to 15 digits, which must be in the range. */
  integer(min: number, max: number): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    cursor.space();
    let at = cursor.at;
    let c = bytes[at];
    const negative = c === MINUS;
    if (negative) c = bytes[++at];
    const first = at;
    // 9 digits fit 32 bits.
    let small = 0;
    for (const stop = at + 9; isDigit(c) && at < stop; c = bytes[++at])
      small = (Math.imul(small, 10) + c - 48) | 0;
    let value = small;
    for (; isDigit(c); c = bytes[++at]) value = value * 10 + (c - 48);
    if (at === first || at - first > SAFE_DIGITS || isNumberPart(c)) return false;
    if (negative) value = -value;
    if (value < min || value > max) return false;
    this.value = value;
    cursor.at = at;
    return true;
  }

  /** Reads a decimal integer of up to 2^53 into `low` and `high`. */
  long(signed: boolean): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    cursor.space();
    let at = cursor.at;
    let c = bytes[at];
    const negative = c === MINUS;
    if (negative) c = bytes[++at];
    const first = at;
    let value = 0;
    for (; isDigit(c); c = bytes[++at]) value = value * 10 + (c - 48);
    if (at === first || value > Number.MAX_SAFE_INTEGER || isNumberPart(c)) return false;
    if (negative && !signed && value !== 0) return false;
    this.low = value | 0;
    this.high = Math.floor(value / 0x100000000) | 0;
    if (negative) this.#negate();
    cursor.at = at;
    return true;
  }

  /** Reads a decimal, rounded once to a float if `single`. */
  decimal(single: boolean): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    cursor.space();
    let at = cursor.at;
    let c = bytes[at];
    const negative = c === MINUS;
    if (negative) c = bytes[++at];
    const first = at;
    // Good for 9 digits, which fit 32 bits.
    let small = 0;
    for (; isDigit(c); c = bytes[++at]) small = (Math.imul(small, 10) + c - 48) | 0;
    let digits = at - first;
    let exponent = 0;
    if (digits === 0) return false;
    if (c === DOT) {
      const point = ++at;
      for (c = bytes[at]; isDigit(c); c = bytes[++at]) small = (Math.imul(small, 10) + c - 48) | 0;
      exponent = point - at;
      digits -= exponent;
    }
    const lower = c | 32;
    if (c === DOT || lower === LOWER_X) return false;
    let end = at;
    if (lower === LOWER_E) {
      end = decimalExponent(bytes, at);
      if (end < 0) return false;
      exponent += exponentOf(bytes, at, end);
    }
    let value = NaN;
    if (digits <= 9 && exponent >= -22 && exponent <= 22) {
      value = exponent < 0 ? small / EXACT_POWERS[-exponent] : small * EXACT_POWERS[exponent];
    } else if (digits <= MANY_DIGITS) {
      value = roundDecimal(bytes, first, at, exponent);
    }
    if (value !== value) value = Number(decodeUtf8(bytes, first, end));
    if (single) {
      const near = Math.fround(value);
      const other = 2 * value - near;
      // Only in the middle of two floats more than the double counts; without a call, which would cost more than all this.
      const isSure = Math.fround(other) !== other && value < LARGE;
      value = near === value || isSure ? near : roundToSingle(value, bytes, first, end);
    }
    this.value = negative ? -value : value;
    cursor.at = end;
    return true;
  }

  /** Reads `true` or `false`. */
  flag(): boolean {
    const cursor = this.#cursor;
    cursor.space();
    const { bytes, at } = cursor;
    const isTrue = bytes[at] === 116 && bytes[at + 1] === 114 && bytes[at + 2] === 117;
    const tail = isTrue ? at + 3 : at + 4;
    if (
      !isTrue &&
      !(bytes[at] === 102 && bytes[at + 1] === 97 && bytes[at + 2] === 108 && bytes[at + 3] === 115)
    )
      return false;
    if (bytes[tail] !== LOWER_E || isWordPart(bytes[tail + 1]) || bytes[tail + 1] === OPEN_PAREN)
      return false;
    this.value = isTrue ? 1 : 0;
    cursor.at = tail + 1;
    return true;
  }

  /** Reads one name in double quotes. */
  enumName(type: EnumPlan): EnumEntry | undefined {
    const cursor = this.#cursor;
    if (cursor.space() !== QUOTE) return undefined;
    const { bytes, at: start } = cursor;
    let at = start + 1;
    for (let c = bytes[at]; c !== QUOTE && c > SPACE;) c = bytes[++at];
    if (bytes[at] !== QUOTE) return undefined;
    const found = findName(type.names, bytes, start + 1, at);
    if (found < 0) return undefined;
    cursor.at = at + 1;
    return type.entries[found];
  }

  /** Whether the field's attribute `hash` applies: 16, 32 and 64 bits, but not bytes. */
  #hashes(type: ValuePlan): boolean {
    return type.hash !== null && type.kind >= SHORT && type.kind <= ULONG;
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
      if (!cursor.isPlain()) throw this.#stop('JSON-QUOTED-SCALAR', { type: type.name });
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
      return this.#wide(type, enumWords(this.#cursor, this.#enums, type, text));
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
    const names = [...conversionFunctions()];
    if (!names.includes(name))
      throw cursor.stop('JSON-FUNCTION', start, end, { name }, didYouMean(name, names));
    cursor.enter();
    cursor.at++;
    const argument = this.read({ ...type, kind: DOUBLE, name: 'double' });
    if (this.isNull) throw this.#stop('JSON-NULL', { type: 'double' });
    cursor.expect(CLOSE_PAREN);
    cursor.leave();
    const text = encodeUtf8(callConversion(name, argument) ?? '');
    return parseFloatText(text, 0, text.length, type.kind === FLOAT) ?? NaN;
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

/** Whether a number goes on with `c`, behind digits: a dot, an exponent, or `x`. */
function isNumberPart(c: number): boolean {
  const lower = c | 32;
  return c === DOT || lower === LOWER_E || lower === LOWER_X;
}

/** Where the exponent with its letter at `at` ends; -1 if it has no digits, or a dot follows. */
function decimalExponent(bytes: Uint8Array, at: number): number {
  let to = at + 1;
  if (bytes[to] === MINUS || bytes[to] === PLUS) to++;
  const first = to;
  while (isDigit(bytes[to])) to++;
  return to === first || bytes[to] === DOT ? -1 : to;
}

/** The exponent `bytes[at..end)`; of a very large one a large number. */
function exponentOf(bytes: Uint8Array, at: number, end: number): number {
  let to = at + 1;
  const negative = bytes[to] === MINUS;
  if (negative || bytes[to] === PLUS) to++;
  let exponent = 0;
  for (; to < end; to++) exponent = Math.min(exponent * 10 + bytes[to] - 48, 1e6);
  return negative ? -exponent : exponent;
}
