// Text to tokens. Never fails: what starts no token becomes a `bad` token, malformed literals keep their place.
import type { TextSource } from '@fb/diagnostics';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { isDigit, isWordPart, isWordStart, Starts, startsWhat } from './characters.js';
import { scanNumber } from './scan-number.js';
import { scanString } from './scan-string.js';
import { Kind, TokenList, type Tokens } from './token.js';

const LF = 10;
const SLASH = 0x2f;
const STAR = 0x2a;

/** Options of {@link lex}. */
export interface LexOptions {
  /** Accept string literals whose bytes are not UTF-8. */
  readonly allowNonUtf8: boolean;
}

/** The tokens of a source; the last one is the end. */
export function lex(source: TextSource, report: Report, options: LexOptions): Tokens {
  const text = source.text;
  const tokens = new TokenList(text.length);
  const tell = (code: 'LEX-BOM' | 'LEX-COMMENT-EOF' | 'LEX-DOC-INLINE', start: number, end: number): void =>
    report(messages.create(code, { source, start, end }, {}));

  const hasNul = text.includes('\0');
  let at = 0;
  // A documentation comment must be the first thing on its line; the start of the file counts, a byte order mark does not.
  let freshLine = true;
  const first = text.charCodeAt(0);
  if (first === 0xfeff) {
    at = 1;
    freshLine = false;
  } else if (first === 0xdcef) {
    // The bytes after it were most likely meant for the mark as well.
    while (at < 3 && (text.charCodeAt(at) & 0xff80) === 0xdc80) at++;
    tell('LEX-BOM', 0, at);
  }

  while (at < text.length) {
    const c = text.charCodeAt(at);
    switch (startsWhat(c)) {
      case Starts.blank:
        at++;
        continue;
      case Starts.lineFeed:
        freshLine = true;
        at++;
        continue;
      case Starts.word: {
        const start = at++;
        while (isWordPart(text.charCodeAt(at))) at++;
        tokens.push(Kind.word, start, at);
        break;
      }
      case Starts.punctuation:
        tokens.push(c, at, at + 1);
        at++;
        break;
      case Starts.comment: {
        const next = text.charCodeAt(at + 1);
        if (next === SLASH) {
          const end = lineCommentEnd(text, at);
          if (text.charCodeAt(at + 2) === SLASH && !freshLine) tell('LEX-DOC-INLINE', at, end);
          if (hasNul) refuseNul(source, at, end, report);
          at = end;
          continue;
        }
        if (next === STAR) {
          const close = text.indexOf('*/', at + 2);
          if (close < 0) {
            tell('LEX-COMMENT-EOF', at, at + 2);
            tokens.push(Kind.bad, at, text.length);
          }
          const end = close < 0 ? text.length : close + 2;
          if (hasNul) refuseNul(source, at, end, report);
          at = end;
          continue;
        }
        at = lexBadRun(source, at, tokens, report);
        break;
      }
      case Starts.other:
        at = lexLiteral(source, at, c, tokens, report, options);
        break;
      default:
        at = lexBadRun(source, at, tokens, report);
    }
    freshLine = false;
  }
  tokens.push(Kind.end, text.length, text.length);
  return tokens.done();
}

/** Appends the string, number, point or sign at `start` and returns its end. */
function lexLiteral(
  source: TextSource,
  start: number,
  c: number,
  tokens: TokenList,
  report: Report,
  options: LexOptions,
): number {
  const text = source.text;
  if (c === 0x22 || c === 0x27) {
    let good = true;
    const end = scanString(text, start, options.allowNonUtf8, (fault, from, to) => {
      good = false;
      report(messages.create(fault, { source, start: from, end: to }, {}));
    });
    tokens.push(good ? Kind.string : Kind.badString, start, end);
    return end;
  }
  const next = text.charCodeAt(start + 1);
  const isSign = c === Kind.plus || c === Kind.minus;
  if (isSign && isSignedInfinity(text, start)) {
    tokens.push(Kind.float, start, start + 4);
    return start + 4;
  }
  if ((isSign && isWordStart(next)) || (c === Kind.dot && !isDigit(next))) {
    tokens.push(c, start, start + 1);
    return start + 1;
  }
  const { kind, end } = scanNumber(text, start);
  if (kind === Kind.badNumber) {
    const number = text.slice(start, Math.min(end, start + 40));
    report(messages.create('LEX-NUM', { source, start, end }, { text: number }));
  }
  // A sign alone is stepped over, so that the number after the blank still serves as the value.
  tokens.push(isSign && end === start + 1 ? Kind.bad : kind, start, end);
  return end;
}

/** A NUL is refused in comments too: no text has one, and to the reference compiler it is the end of the file. */
function refuseNul(source: TextSource, from: number, end: number, report: Report): void {
  const start = source.text.indexOf('\0', from);
  if (start < 0 || start >= end) return;
  report(messages.create('LEX-CHAR', { source, start, end: start + 1 }, { character: 'U+0000' }));
}

/** Takes all characters in a row that start no token as one, with one message. */
function lexBadRun(source: TextSource, start: number, tokens: TokenList, report: Report): number {
  const text = source.text;
  let end = start + 1;
  while (end < text.length && startsWhat(text.charCodeAt(end)) === Starts.nothing) end++;
  tokens.push(Kind.bad, start, end);
  const code = text.codePointAt(start) ?? 0;
  const escaped = code >= 0xdc80 && code <= 0xdcff;
  const number = (escaped ? code - 0xdc00 : code)
    .toString(16)
    .toUpperCase()
    .padStart(escaped ? 2 : 4, '0');
  const printable =
    code > 0x20 && code < 0x7f
      ? `"${String.fromCharCode(code)}"`
      : escaped
        ? `byte 0x${number}`
        : `U+${number}`;
  report(messages.create('LEX-CHAR', { source, start, end }, { character: printable }));
  return end;
}

function isSignedInfinity(text: string, start: number): boolean {
  return text.startsWith('inf', start + 1) && !isWordPart(text.charCodeAt(start + 4));
}

/** A line comment ends before the next CR or LF. */
function lineCommentEnd(text: string, start: number): number {
  let end = start + 2;
  for (; end < text.length; end++) {
    const c = text.charCodeAt(end);
    if (c === LF || c === 13) break;
  }
  return end;
}
