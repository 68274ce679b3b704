// Strings as JSON text: escapes where the text needs them, `\u` for everything beyond ASCII unless it is asked for raw.
import { appendByte, appendBytes, isUtf8, type ForwardBuffer } from '@fb/bytes';
import { isPlainText } from '../text/plain-text.js';

const QUOTE = 34;
const BACKSLASH = 92;
const HEX: Uint8Array = Uint8Array.from('0123456789ABCDEF', (digit) => digit.charCodeAt(0));

/** The letter of a short escape, by the byte it stands for; 0 where there is none. */
const SHORT: Uint8Array = shortEscapes();

/** How characters beyond printable ASCII are written. */
export interface StringRules {
  /** As they are, but for control characters. */
  readonly naturalUtf8: boolean;
  /** Bytes that are not UTF-8 become `\xHH`. */
  readonly allowNonUtf8: boolean;
}

/** Writes `bytes[start..end)`, which `view` shows as well, as a quoted string. Returns where the first byte that is not UTF-8 is, -1 if all was written. */
export function writeString(
  out: ForwardBuffer,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  rules: StringRules,
): number {
  const from = out.reserve(end - start + 2);
  const target = out.bytes;
  let to = from;
  target[to++] = QUOTE;
  let at = start;
  for (; at + 4 <= end; at += 4, to += 4) {
    const four = view.getInt32(at, true);
    if (!isPlainText(four)) break;
    out.view.setInt32(to, four, true);
  }
  for (; at < end; at++) {
    const c = bytes[at];
    if (c < 32 || c > 126 || c === QUOTE || c === BACKSLASH) break;
    target[to++] = c;
  }
  if (at === end) {
    target[to] = QUOTE;
    return -1;
  }
  out.length = to;
  for (; at < end; at++) {
    const c = bytes[at];
    if (c >= 32 && c < 127 && c !== QUOTE && c !== BACKSLASH) appendByte(out, c);
    else if (c < 128) writeAscii(out, c, rules.naturalUtf8);
    else {
      const size = sequenceSize(bytes, at, end);
      if (size > 0) {
        if (rules.naturalUtf8) appendBytes(out, bytes.subarray(at, at + size));
        else writePoint(out, codePoint(bytes, at, size));
        at += size - 1;
      } else if (rules.allowNonUtf8) {
        writeEscape(out, 120, c, 2);
      } else {
        return at;
      }
    }
  }
  appendByte(out, QUOTE);
  return -1;
}

function writeAscii(out: ForwardBuffer, c: number, natural: boolean): void {
  if (SHORT[c] !== 0) {
    const at = out.reserve(2);
    out.bytes[at] = BACKSLASH;
    out.bytes[at + 1] = SHORT[c];
  } else if (c === 127 && natural) {
    appendByte(out, c);
  } else {
    writeEscape(out, 117, c, 4);
  }
}

function writePoint(out: ForwardBuffer, point: number): void {
  if (point < 0x10000) return writeEscape(out, 117, point, 4);
  writeEscape(out, 117, 0xd800 + ((point - 0x10000) >> 10), 4);
  writeEscape(out, 117, 0xdc00 + ((point - 0x10000) & 0x3ff), 4);
}

/** A backslash, a letter and hexadecimal digits. */
function writeEscape(out: ForwardBuffer, letter: number, value: number, digits: number): void {
  let at = out.reserve(2 + digits);
  const { bytes } = out;
  bytes[at++] = BACKSLASH;
  bytes[at++] = letter;
  for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) bytes[at++] = HEX[(value >> shift) & 15];
}

/** The size of the well-formed sequence at `at`, which begins beyond ASCII; 0 if there is none. */
function sequenceSize(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at];
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return at + size <= end && isUtf8(bytes, at, at + size) ? size : 0;
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  let point = bytes[at] & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) point = (point << 6) | (bytes[at + i] & 63);
  return point;
}

function shortEscapes(): Uint8Array {
  const table = new Uint8Array(128);
  for (const [byte, letter] of ['\bb', '\tt', '\nn', '\ff', '\rr', '""', '\\\\']) {
    table[byte.charCodeAt(0)] = letter.charCodeAt(0);
  }
  return table;
}
