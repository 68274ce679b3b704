// Where the reader is in the text, and its tokens: blanks and comments, words, numbers, strings. It works on bytes and
// knows no schema. A token stays where it is: words and numbers are ranges of the text, and so are strings without escapes.
import { dataViewOf, decodeUtf8, isUtf8 } from '@fb/bytes';
import { ByteSource } from '@fb/diagnostics';
import { messages, type JsonCode, type JsonParams } from '../messages.js';
import {
  APOSTROPHE,
  ASTERISK,
  BACKSLASH,
  CARRIAGE_RETURN,
  COLON,
  COMMA,
  DOT,
  LINE_FEED,
  LOWER_E,
  LOWER_X,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PLUS,
  QUOTE,
  SLASH,
  SPACE,
  TAB,
  hexDigit,
  isDigit,
  isWordPart,
  isWordStart,
} from './characters.js';
import { findName, matchName, type NameTable } from '../plan/name-table.js';
import { excerpts, pathStep } from './excerpt.js';
import { Stop } from './stop.js';
import { unescape } from './unescape.js';

/** How deep tables, functions, skipped values and FlexBuffer values may be nested. */
export const DEPTH_LIMIT = 64;

/** How the text is to be read. */
export interface TextRules {
  /** Keys need quotes, and no comma may precede a closer. */
  readonly strict: boolean;
  /** Strings need not be UTF-8. */
  readonly allowNonUtf8: boolean;
  /** No commas between members, and no colon needed before objects and vectors. */
  readonly asciiProto: boolean;
}

/** A reader's position in a JSON text. */
export class Cursor {
  readonly bytes: Uint8Array;
  /** The same bytes, for several at a time. */
  readonly view: DataView;
  readonly rules: TextRules;
  readonly #source: ByteSource;
  /** The next byte. */
  at = 0;
  /** Where the last token starts and ends in {@link Cursor.bytes}; a string's quotes are part of it. */
  tokenStart = 0;
  tokenEnd = 0;
  /** Where the last key starts and ends, with its quotes. */
  keyStart = 0;
  keyEnd = 0;
  /** The content of the last string: a range of the text itself, or of the decoded copy if there were escapes. */
  content: Uint8Array;
  contentStart = 0;
  contentEnd = 0;
  /** Whether the last number has a dot or an exponent. */
  fractional = false;
  /** Names and indexes from the root to the value being read; only the first {@link Cursor.level} count. */
  readonly trail: (string | number)[] = [];
  level = 0;
  /** How many levels were entered and not left. */
  depth = 0;

  constructor(path: string, bytes: Uint8Array, rules: TextRules) {
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.content = bytes;
    this.rules = rules;
    this.#source = new ByteSource(path, bytes, (part) => decodeUtf8(part, 0, part.length));
  }

  /** Refuses what is no text. Without it a zero byte may be another error, or go unnoticed behind the value. */
  checkText(): void {
    const zero = this.bytes.indexOf(0);
    if (zero >= 0) throw this.stop('JSON-BINARY', zero, zero + 1, {});
  }

  /** Goes to the start of the text, behind a byte order mark. */
  start(): void {
    const { bytes } = this;
    if (bytes[0] === 0xef) {
      if (bytes[1] !== 0xbb || bytes[2] !== 0xbf) throw this.stop('JSON-BOM', 0, 1, {});
      this.at = 3;
    }
    if (this.space() === undefined) throw this.stop('JSON-EMPTY', this.at, this.at, {});
  }

  /** Goes behind blanks and comments. Returns the byte there, `undefined` at the end of the text. */
  space(): number | undefined {
    const { bytes } = this;
    let at = this.at;
    let c: number | undefined = bytes[at];
    while (c === SPACE || c === LINE_FEED || c === CARRIAGE_RETURN || c === TAB) c = bytes[++at];
    if (c === SLASH) return this.#comments(this.at);
    this.at = at;
    return c;
  }

  /** {@link Cursor.space} where the text may well be over: reading behind its end is slow. */
  lastSpace(): number | undefined {
    return this.at < this.bytes.length ? this.space() : undefined;
  }

  /**
   * Reads a key that is one of `names`, written without escapes, and its colon; `guess` is the most likely one. Returns
   * the number of the name. For any other key -1, with the cursor where it was.
   */
  key(names: NameTable, guess: number): number {
    const { bytes, at: start } = this;
    const isQuoted = bytes[start] === QUOTE;
    if (!isQuoted && (this.rules.strict || !isWordStart(bytes[start]))) return -1;
    const from = isQuoted ? start + 1 : start;
    let found = guess;
    let at = matchName(names, guess, bytes, from);
    if (at < 0 || (isQuoted ? bytes[at] !== QUOTE : isWordPart(bytes[at]))) {
      at = from;
      if (isQuoted) for (let c = bytes[at]; c !== QUOTE && c !== BACKSLASH && c >= SPACE;) c = bytes[++at];
      else while (isWordPart(bytes[at])) at++;
      found = findName(names, bytes, from, at);
      if (found < 0 || (isQuoted && bytes[at] !== QUOTE)) return -1;
    }
    this.keyStart = start;
    this.keyEnd = isQuoted ? at + 1 : at;
    if (bytes[this.keyEnd] === COLON) {
      this.at = this.keyEnd + 1;
    } else {
      this.at = this.keyEnd;
      this.colon();
    }
    return found;
  }

  /** Goes behind the comma between members, or stays at `closer`. Returns whether there is another member. */
  comma(closer: number, count: number): boolean {
    const c = this.space();
    if (c === closer) return false;
    if (c !== COMMA) {
      if (this.rules.asciiProto && c !== undefined) return true;
      throw this.unexpected(`a comma or ${character(closer)}`);
    }
    if (this.rules.asciiProto) return true;
    const comma = this.at++;
    if (this.space() !== closer) return true;
    // The reference compiler looks only at the members it has kept so far.
    if (this.rules.strict && count > 0)
      throw this.stop('JSON-STRICT-COMMA', comma, comma + 1, { closer: character(closer) });
    return false;
  }

  /** Goes behind the colon between a key and its value. */
  colon(): void {
    const c = this.space();
    if (c === COLON) this.at++;
    else if (!this.rules.asciiProto || (c !== OPEN_BRACE && c !== OPEN_BRACKET))
      throw this.unexpected(character(COLON));
  }

  /** Goes behind the punctuation `c`, which must be next. */
  expect(c: number): void {
    if (this.space() !== c) throw this.unexpected(character(c));
    this.at++;
  }

  /** Opens a place in {@link Cursor.trail} for the member or element being read, and returns which. */
  descend(): number {
    this.trail[this.level] = '';
    return this.level++;
  }

  /** Comes back from {@link Cursor.descend}. */
  ascend(): void {
    this.level--;
  }

  /** Goes one level deeper: levels are limited. */
  enter(): void {
    if (this.depth === DEPTH_LIMIT)
      throw this.stop('JSON-DEPTH', this.at, this.at + 1, { limit: DEPTH_LIMIT });
    this.depth++;
  }

  /** Comes back from {@link Cursor.enter}. */
  leave(): void {
    this.depth--;
  }

  /** Reads a word; the cursor is at its first character. */
  word(): void {
    const { bytes } = this;
    let at = this.at + 1;
    while (isWordPart(bytes[at])) at++;
    this.tokenStart = this.at;
    this.at = this.tokenEnd = at;
  }

  /** Whether the next token is the word `text`; reads it if so. */
  takeWord(text: string): boolean {
    const { bytes, at } = this;
    for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
    if (isWordPart(bytes[at + text.length])) return false;
    this.tokenStart = at;
    this.at = this.tokenEnd = at + text.length;
    return true;
  }

  /** Whether a sign and a word are next, but not just `inf`, which with its sign is a number. */
  isSignedWord(): boolean {
    const { bytes, at } = this;
    if ((bytes[at] !== MINUS && bytes[at] !== PLUS) || !isWordStart(bytes[at + 1])) return false;
    return !(
      bytes[at + 1] === 105 &&
      bytes[at + 2] === 110 &&
      bytes[at + 3] === 102 &&
      !isWordPart(bytes[at + 4])
    );
  }

  /** Whether the next token is a number: a digit, a sign, or a dot before a digit is next. */
  isNumber(c: number | undefined): boolean {
    return (
      c !== undefined &&
      (isDigit(c) || c === MINUS || c === PLUS || (c === DOT && isDigit(this.bytes[this.at + 1])))
    );
  }

  /**
   * Reads a number: decimal with at most one dot and an exponent; or hexadecimal, where a dot needs the exponent; or
   * `inf` behind a sign. The token may still have no digits (`-.`), which shows when it is converted.
   */
  number(): void {
    const { bytes } = this;
    const start = (this.tokenStart = this.at);
    let at = start;
    if (bytes[at] === MINUS || bytes[at] === PLUS) {
      at++;
      if (bytes[at] === 105) {
        this.at = this.tokenEnd = at + 3;
        this.fractional = true;
        return;
      }
    }
    const hex = bytes[at] === 48 && (bytes[at + 1] | 32) === LOWER_X;
    if (hex) at += 2;
    let digits = at;
    let dots = 0;
    for (;;) {
      const c = bytes[at];
      if (c === DOT) dots++;
      else if (!(hex ? hexDigit(c) >= 0 : isDigit(c))) break;
      at++;
    }
    let valid = dots <= 1 && at > digits;
    let exponent = false;
    if (valid) {
      exponent = (bytes[at] | 32) === (hex ? 112 : LOWER_E);
      if (exponent) {
        at++;
        if (bytes[at] === MINUS || bytes[at] === PLUS) at++;
        digits = at;
        while (isDigit(bytes[at])) at++;
        valid = at > digits && bytes[at] !== DOT;
      } else if (hex && dots > 0) {
        valid = false;
      }
    }
    this.at = this.tokenEnd = at;
    if (!valid) throw this.stop('JSON-NUMBER', start, Math.max(at, start + 1), { text: this.tokenText() });
    this.fractional = exponent || dots > 0;
  }

  /** Reads a string; the cursor is at its opening quote, of either kind. */
  string(): void {
    const { bytes } = this;
    const start = this.at;
    const quote = bytes[start];
    let at = start + 1;
    let seen = 0;
    let c = bytes[at];
    while (c !== quote && c !== BACKSLASH && c >= SPACE) {
      seen |= c;
      c = bytes[++at];
    }
    this.tokenStart = start;
    if (c === quote) {
      this.content = bytes;
      this.contentStart = start + 1;
      this.contentEnd = at;
      this.at = this.tokenEnd = at + 1;
      if (seen < 128) return;
    } else if (c === BACKSLASH) {
      const decoded = unescape(this, start, at);
      this.content = decoded.content;
      this.contentStart = 0;
      this.contentEnd = decoded.length;
      this.at = this.tokenEnd = decoded.end;
    } else {
      throw this.badCharacter(start, at);
    }
    if (!this.rules.allowNonUtf8 && !isUtf8(this.content, this.contentStart, this.contentEnd)) {
      throw this.stop('JSON-UTF8', start, this.at, {});
    }
  }

  /** Whether the last string was written in printable ASCII without escapes. */
  isPlain(): boolean {
    if (this.content !== this.bytes) return false;
    for (let at = this.contentStart; at < this.contentEnd; at++) if (this.bytes[at] > 126) return false;
    return true;
  }

  /** Whether `c` opens a string. */
  isQuote(c: number | undefined): boolean {
    return c === QUOTE || c === APOSTROPHE;
  }

  /** Whether the last token, a word, is followed by `(` at once, which makes it a function. */
  isCall(): boolean {
    return this.bytes[this.at] === OPEN_PAREN;
  }

  /** The last word or number, or a string with its quotes. */
  tokenText(): string {
    return decodeUtf8(this.bytes, this.tokenStart, this.tokenEnd);
  }

  /** The content of the last string. */
  contentText(): string {
    return decodeUtf8(this.content, this.contentStart, this.contentEnd);
  }

  /** Reads the next token, whatever it is, and returns its name for a message. A malformed one is an error of its own. */
  token(): string {
    const c = this.space();
    if (c === undefined) return 'the end of the text';
    if (this.isQuote(c)) {
      this.string();
      return 'a string';
    }
    if (isWordStart(c)) this.word();
    else if (this.isNumber(c) && !this.isSignedWord()) this.number();
    else return this.#punctuation(c);
    return this.tokenText();
  }

  /** The error for a next token that is not `expected`. */
  unexpected(expected: string): Stop {
    return this.#wrongToken('JSON-EXPECTED', expected);
  }

  /** The error for a next token that cannot be a value of the type `expected`. */
  wrongType(expected: string): Stop {
    return this.#wrongToken('JSON-TYPE', expected);
  }

  /** The error for a place in a string where a control character or the end of the text is. */
  badCharacter(start: number, at: number): Stop {
    const c = this.bytes[at];
    if (c === undefined) return this.stop('JSON-STRING-OPEN', start, at, {});
    return this.stop('JSON-STRING-CONTROL', at, at + 1, { code: `0x${c.toString(16).padStart(2, '0')}` });
  }

  /** The error `code` for a range of the text. */
  stop<C extends JsonCode>(
    code: C,
    start: number,
    end: number,
    params: JsonParams<C>,
    hint: string | null = null,
  ): Stop {
    const span = { source: this.#source, start, end: Math.min(end, this.bytes.length) };
    const extras = { path: this.#path(), hint };
    return new Stop(messages.create(code, span, excerpts(params), extras));
  }

  #wrongToken(code: 'JSON-EXPECTED' | 'JSON-TYPE', expected: string): Stop {
    this.space();
    const start = this.at;
    const found = this.token();
    return this.stop(code, start, Math.max(this.at, start + 1), { expected, found });
  }

  #punctuation(c: number): string {
    const start = this.at++;
    const isKnown = c < 128 && '{}()[]<>,:;=+-.'.includes(String.fromCharCode(c));
    if (isKnown) return character(c);
    const found = c >= 32 && c < 127 ? character(c) : `0x${c.toString(16).toUpperCase().padStart(2, '0')}`;
    throw this.stop('JSON-CHARACTER', start, start + 1, { found });
  }

  #comments(from: number): number | undefined {
    const { bytes } = this;
    let at = from;
    // A documentation comment is fine at the very start and behind a line break; block comments do not count.
    let ownLine = from === 0;
    for (;;) {
      const c = bytes[at];
      if (c === LINE_FEED) ownLine = true;
      else if (c === SLASH && bytes[at + 1] === SLASH) {
        const start = at;
        at += 2;
        if (bytes[at] === SLASH && !ownLine)
          throw this.stop('JSON-DOC-COMMENT', start, at + 1, {}, 'use two slashes');
        while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN)
          this.#notZero(at++);
        continue;
      } else if (c === SLASH && bytes[at + 1] === ASTERISK) {
        const start = at;
        at += 2;
        while (bytes[at] !== ASTERISK || bytes[at + 1] !== SLASH) {
          if (at >= bytes.length) throw this.stop('JSON-COMMENT', start, start + 2, {});
          this.#notZero(at++);
        }
        at++;
      } else if (c !== SPACE && c !== TAB && c !== CARRIAGE_RETURN) {
        this.at = at;
        return c;
      }
      at++;
    }
  }

  /** The one place where a zero byte is no error anyway. */
  #notZero(at: number): void {
    if (this.bytes[at] === 0) throw this.stop('JSON-BINARY', at, at + 1, {});
  }

  #path(): string {
    let path = '$';
    for (let i = 0; i < this.level; i++) path += pathStep(this.trail[i]);
    return path;
  }
}

/** A punctuation character as a message shows it. */
function character(c: number): string {
  return `'${String.fromCharCode(c)}'`;
}
