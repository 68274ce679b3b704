// UTF-8 to JavaScript strings. Malformed bytes become U+FFFD, one for each maximal subpart, as in the Encoding
// Standard; a byte order mark is kept. Three roads: short ASCII, short text by hand, the rest by the engine.
import { asciiString } from './ascii-string.js';
import { nativeDecode } from './utf8-native-decode.js';
import { utf8SequenceLength } from './utf8-sequence.js';

/** Up to this many bytes, a call into the engine costs more than the decoding. The most {@link asciiString} takes. */
const BY_HAND = 16;

/** Code units that go into one call of String.fromCharCode: enough to be fast, far below the limit of arguments. */
const CHUNK = 4096;

/**
 * The text of `bytes[start..end)`, a range inside `bytes`. Never throws, but for text longer than the engine's
 * longest string.
 * @public
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length <= BY_HAND) {
    const text = asciiString(bytes, start, length);
    if (text !== null) return text;
  } else if (nativeDecode !== null) {
    return nativeDecode(bytes, start, end);
  }
  return decodeByHand(bytes, start, end);
}

function decodeByHand(bytes: Uint8Array, start: number, end: number): string {
  const units: number[] = [];
  let text = '';
  let at = start;
  while (at < end) {
    const lead = bytes[at];
    if (lead < 0x80) {
      units.push(lead);
      at += 1;
    } else {
      const length = utf8SequenceLength(bytes, at, end);
      if (length > 0) {
        pushCodePoint(units, bytes, at, length);
        at += length;
      } else {
        units.push(0xfffd);
        at -= length;
      }
    }
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units.length = 0;
    }
  }
  return text + String.fromCharCode(...units);
}

/** Adds the code point of the well-formed sequence of `length` (2 to 4) bytes at `at`. */
function pushCodePoint(units: number[], bytes: Uint8Array, at: number, length: number): void {
  const lead = bytes[at];
  const second = bytes[at + 1] & 0x3f;
  if (length === 2) {
    units.push(((lead & 0x1f) << 6) | second);
    return;
  }
  const third = bytes[at + 2] & 0x3f;
  if (length === 3) {
    units.push(((lead & 0x0f) << 12) | (second << 6) | third);
    return;
  }
  const beyond = (((lead & 0x07) << 18) | (second << 12) | (third << 6) | (bytes[at + 3] & 0x3f)) - 0x10000;
  units.push(0xd800 | (beyond >> 10), 0xdc00 | (beyond & 0x3ff));
}
