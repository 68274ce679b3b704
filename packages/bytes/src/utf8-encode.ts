// JavaScript strings to UTF-8. Lone surrogates become U+FFFD (EF BF BD), as in the Encoding Standard.
import type { OwnBytes } from './own-bytes.js';
import { nativeByteLength, nativeEncode } from './utf8-native-encode.js';

/** Up to this many UTF-16 code units a plain loop is faster than a call into the engine. */
const BY_HAND = 28;

/** How many bytes `text` has in UTF-8. @public */
export function utf8Length(text: string): number {
  if (text.length > BY_HAND && nativeByteLength !== null) return nativeByteLength(text);
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) length += 1;
    else if (isPairAt(text, i, unit)) {
      // Two code units, four bytes.
      length += 2;
      i += 1;
    } else length += 2;
  }
  return length;
}

/** `text` in UTF-8, in memory of its own. @public */
export function encodeUtf8(text: string): OwnBytes {
  const bytes = new Uint8Array(utf8Length(text));
  encodeUtf8Into(text, bytes, 0);
  return bytes;
}

/**
 * Writes `text` to `target` from index `at` on and returns the number of bytes written. The caller guarantees the
 * room: {@link utf8Length} bytes, or three for each UTF-16 code unit.
 * @public
 */
export function encodeUtf8Into(text: string, target: Uint8Array, at: number): number {
  if (text.length > BY_HAND && nativeEncode !== null) return nativeEncode(text, target, at);
  const length = text.length;
  let to = at;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[to++] = unit;
    } else if (unit < 0x800) {
      target[to++] = 0xc0 | (unit >> 6);
      target[to++] = 0x80 | (unit & 0x3f);
    } else if (isPairAt(text, i, unit)) {
      i += 1;
      const point = 0x10000 + ((unit & 0x3ff) << 10) + (text.charCodeAt(i) & 0x3ff);
      target[to++] = 0xf0 | (point >> 18);
      target[to++] = 0x80 | ((point >> 12) & 0x3f);
      target[to++] = 0x80 | ((point >> 6) & 0x3f);
      target[to++] = 0x80 | (point & 0x3f);
    } else {
      const scalar = unit >= 0xd800 && unit <= 0xdfff ? 0xfffd : unit;
      target[to++] = 0xe0 | (scalar >> 12);
      target[to++] = 0x80 | ((scalar >> 6) & 0x3f);
      target[to++] = 0x80 | (scalar & 0x3f);
    }
  }
  return to - at;
}

/** Whether the code unit at `i` is a high surrogate that a low one follows. */
function isPairAt(text: string, i: number, unit: number): boolean {
  // Past the end, charCodeAt gives NaN, and `NaN & 0xfc00` is 0.
  return (unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}
