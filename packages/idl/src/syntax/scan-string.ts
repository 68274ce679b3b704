// String literals: where they end, what is wrong inside, and what they stand for.
import { decodeSource, encodeSource, isWellFormed } from '@fb/diagnostics';
import { isHexDigit } from './characters.js';

/** What may be wrong in a literal, as codes of the message catalogue. */
export type StringFault =
  'STR-CTRL' | 'STR-ESC' | 'STR-HEX' | 'STR-SUR-HIGH' | 'STR-SUR-MULTI' | 'STR-SUR-LOW' | 'STR-UTF8';

/** Receives a fault and where it is. */
export type OnFault = (fault: StringFault, start: number, end: number) => void;

const ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  t: 9,
  r: 13,
  b: 8,
  f: 12,
  '"': 0x22,
  "'": 0x27,
  '\\': 0x5c,
  '/': 0x2f,
};
const BACKSLASH = 0x5c;

/** The end (exclusive) of the literal whose opening quote is at `start`. Faults are reported; it never runs past the line. */
export function scanString(text: string, start: number, allowNonUtf8: boolean, onFault: OnFault): number {
  const quote = text.charCodeAt(start);
  let at = start + 1;
  let plain = true;
  let faults = 0;
  const fault: OnFault = (code, from, to) => {
    faults++;
    onFault(code, from, to);
  };
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === quote) break;
    if (Number.isNaN(c) || c === 10 || c === 13) {
      onFault('STR-CTRL', start, at);
      return at;
    }
    if (c < 0x20) {
      fault('STR-CTRL', at, at + 1);
      at++;
    } else if (c === BACKSLASH) {
      plain = false;
      at = scanEscape(text, at, fault);
    } else {
      if (c > 0x7e) plain = false;
      at++;
    }
  }
  const end = at + 1;
  if (!plain && faults === 0 && !allowNonUtf8 && !isWellFormed(stringValue(text, start, end)))
    onFault('STR-UTF8', start, end);
  return end;
}

/** Whether a literal holds printable ASCII without escapes, which a number written as a string must. */
export function isPlainLiteral(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 1; at++) {
    const c = text.charCodeAt(at);
    if (c < 0x20 || c > 0x7e || c === BACKSLASH) return false;
  }
  return true;
}

/** What the literal stands for. Bytes that are not UTF-8 are lone surrogates U+DC80..U+DCFF. */
export function stringValue(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes('\\')) return raw;
  let value = '';
  let at = 0;
  for (let next = raw.indexOf('\\'); next >= 0; next = raw.indexOf('\\', at)) {
    value += raw.slice(at, next);
    const letter = raw[next + 1] ?? '';
    at = next + 2;
    if (letter === 'x') {
      const byte = parseInt(raw.slice(at, at + 2), 16);
      value += String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
      at += 2;
    } else if (letter === 'u') {
      // Both halves of a pair come out as they are.
      value += String.fromCharCode(parseInt(raw.slice(at, at + 4), 16));
      at += 4;
    } else {
      value += String.fromCharCode(ESCAPES[letter] ?? 0);
    }
  }
  value += raw.slice(at);
  // Bytes that were escaped one by one may be a character together.
  return isWellFormed(value) ? value : decodeSource(encodeSource(value));
}

/** Scans the escape whose backslash is at `at` and returns its end. */
function scanEscape(text: string, at: number, fault: OnFault): number {
  const letter = text[at + 1] ?? '';
  if (letter === 'x') return hexDigits(text, at, 2, fault);
  if (letter !== 'u') {
    if (Object.hasOwn(ESCAPES, letter)) return at + 2;
    // A line break after the backslash is left to the caller, which reports the open string.
    const isBreak = letter === '' || letter === '\n' || letter === '\r';
    fault('STR-ESC', at, isBreak ? at + 1 : at + 2);
    return isBreak ? at + 1 : at + 2;
  }
  const end = hexDigits(text, at, 4, fault);
  if (end !== at + 6) return end;
  const unit = parseInt(text.slice(at + 2, end), 16);
  if (unit >= 0xdc00 && unit <= 0xdfff) fault('STR-SUR-LOW', at, end);
  if (unit < 0xd800 || unit > 0xdbff) return end;
  if (text.slice(end, end + 2) !== '\\u') {
    fault('STR-SUR-HIGH', at, end);
    return end;
  }
  const pairEnd = hexDigits(text, end, 4, fault);
  if (pairEnd !== end + 6) return pairEnd;
  const low = parseInt(text.slice(end + 2, pairEnd), 16);
  if (low >= 0xd800 && low <= 0xdbff) fault('STR-SUR-MULTI', at, pairEnd);
  else if (low < 0xdc00 || low > 0xdfff) fault('STR-SUR-HIGH', at, end);
  return pairEnd;
}

function hexDigits(text: string, at: number, count: number, fault: OnFault): number {
  let end = at + 2;
  while (end < at + 2 + count && isHexDigit(text.charCodeAt(end))) end++;
  if (end < at + 2 + count) fault('STR-HEX', at, end);
  return end;
}
