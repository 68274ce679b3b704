// Strings with escape sequences: their content is decoded into bytes of its own.
import { BACKSLASH, LOWER_U, LOWER_X, SPACE, hexDigit } from './characters.js';
import type { JsonCode, JsonParams } from '../messages.js';
import type { Stop } from './stop.js';

/** The text a string is in, and the errors about it. */
export interface EscapedText {
  readonly bytes: Uint8Array;
  badCharacter(start: number, at: number): Stop;
  stop<C extends JsonCode>(code: C, start: number, end: number, params: JsonParams<C>): Stop;
}

/** A string's content, and where the text goes on behind its closing quote. */
export interface Unescaped {
  readonly content: Uint8Array;
  readonly length: number;
  readonly end: number;
}

/**
 * Decodes the string that starts at `start` (its quote) and has its first backslash at `backslash`. What `\x` gives may
 * be no UTF-8: the caller checks.
 */
export function unescape(text: EscapedText, start: number, backslash: number): Unescaped {
  const { bytes } = text;
  const quote = bytes[start];
  // No escape is shorter than what it stands for, so the text up to the quote bounds the content.
  let end = backslash;
  while (end < bytes.length && bytes[end] !== quote) end += bytes[end] === BACKSLASH ? 2 : 1;
  const out = new Uint8Array(Math.min(end, bytes.length) - start);
  out.set(bytes.subarray(start + 1, backslash));
  let length = backslash - start - 1;
  let at = backslash;
  for (;;) {
    const c = bytes[at];
    if (c === quote) break;
    if (!(c >= SPACE)) throw text.badCharacter(start, at);
    if (c !== BACKSLASH) {
      out[length++] = c;
      at++;
      continue;
    }
    const kind = bytes[at + 1];
    if (kind === LOWER_U) {
      const unit = digits(text, at, 4);
      let point = unit;
      let size = 6;
      if (unit >= 0xd800 && unit < 0xe000) {
        point = pair(text, at, unit);
        size = 12;
      }
      length = encode(out, length, point);
      at += size;
    } else if (kind === LOWER_X) {
      out[length++] = digits(text, at, 2);
      at += 4;
    } else {
      out[length++] = simple(text, at, kind);
      at += 2;
    }
  }
  return { content: out, length, end: at + 1 };
}

/** The byte that a backslash and one character stand for. */
function simple(text: EscapedText, at: number, kind: number): number {
  switch (kind) {
    case 110:
      return 10;
    case 116:
      return 9;
    case 114:
      return 13;
    case 98:
      return 8;
    case 102:
      return 12;
    case 34:
    case 39:
    case 47:
    case 92:
      return kind;
    default:
      if (!(kind >= SPACE)) throw text.badCharacter(at, at + 1);
      throw text.stop('JSON-ESCAPE', at, at + 2, {
        escape: kind < 127 ? `\\${String.fromCharCode(kind)}` : 'this backslash and what follows',
      });
  }
}

/** The number of the `count` hexadecimal digits behind the escape at `at`. */
function digits(text: EscapedText, at: number, count: 2 | 4): number {
  let value = 0;
  for (let i = 0; i < count; i++) {
    const digit = hexDigit(text.bytes[at + 2 + i]);
    if (digit < 0) {
      const escape = count === 2 ? '\\x' : '\\u';
      throw text.stop('JSON-ESCAPE-DIGITS', at, at + 2 + i, { escape, count });
    }
    value = value * 16 + digit;
  }
  return value;
}

/** The code point of a surrogate pair: the escape at `at` must be a high one and another must follow at once. */
function pair(text: EscapedText, at: number, unit: number): number {
  const { bytes } = text;
  const alone = (): never => {
    throw text.stop('JSON-SURROGATE', at, at + 6, { code: `U+${unit.toString(16).toUpperCase()}` });
  };
  if (unit >= 0xdc00 || bytes[at + 6] !== BACKSLASH || bytes[at + 7] !== LOWER_U) return alone();
  const low = digits(text, at + 6, 4);
  if (low < 0xdc00 || low > 0xdfff) return alone();
  return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

/** Writes a code point as UTF-8 and returns the new length. */
function encode(out: Uint8Array, length: number, point: number): number {
  if (point < 0x80) {
    out[length++] = point;
  } else if (point < 0x800) {
    out[length++] = 0xc0 | (point >> 6);
    out[length++] = 0x80 | (point & 63);
  } else {
    if (point < 0x10000) {
      out[length++] = 0xe0 | (point >> 12);
    } else {
      out[length++] = 0xf0 | (point >> 18);
      out[length++] = 0x80 | ((point >> 12) & 63);
    }
    out[length++] = 0x80 | ((point >> 6) & 63);
    out[length++] = 0x80 | (point & 63);
  }
  return length;
}
