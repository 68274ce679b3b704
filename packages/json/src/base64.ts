// Bytes as base64 text and back (RFC 4648, section 4), without the platform.
import type { ForwardBuffer } from '@fb/bytes';
import { word } from './print/word.js';

const ALPHABET: Uint8Array = word('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PAD = 61;

/** The value of each character plus one; 0 for what is none. Also knows the two characters of the variant for URLs. */
const VALUES: Uint8Array = characterValues();

/** Writes `bytes[start..end)` in base64, padded. */
export function writeBase64(out: ForwardBuffer, bytes: Uint8Array, start: number, end: number): void {
  let to = out.reserve(Math.ceil((end - start) / 3) * 4);
  const target = out.bytes;
  for (let at = start; at < end; at += 3) {
    const left = end - at;
    const three = (bytes[at] << 16) | (left > 1 ? bytes[at + 1] << 8 : 0) | (left > 2 ? bytes[at + 2] : 0);
    target[to++] = ALPHABET[three >> 18];
    target[to++] = ALPHABET[(three >> 12) & 63];
    target[to++] = left > 1 ? ALPHABET[(three >> 6) & 63] : PAD;
    target[to++] = left > 2 ? ALPHABET[three & 63] : PAD;
  }
}

/** The bytes of the base64 text `text[start..end)`, padded or not; `null` if it is none. */
export function readBase64(text: Uint8Array, start: number, end: number): Uint8Array | null {
  let stop = end;
  while (stop > start && end - stop < 2 && text[stop - 1] === PAD) stop--;
  const count = stop - start;
  if (count % 4 === 1 || (stop < end && (end - start) % 4 !== 0)) return null;
  const bytes = new Uint8Array((count * 3) >> 2);
  let bits = 0;
  let to = 0;
  for (let i = 0; i < count; i++) {
    const value = VALUES[text[start + i]];
    if (value === 0) return null;
    bits = ((bits << 6) | (value - 1)) & 0xffffff;
    if (i % 4 === 0) continue;
    bytes[to++] = bits >> (6 - 2 * (i % 4));
  }
  // Bits that stand for nothing must be 0.
  const rest = count % 4 === 2 ? bits & 15 : count % 4 === 3 ? bits & 3 : 0;
  return rest === 0 ? bytes : null;
}

function characterValues(): Uint8Array {
  const values = new Uint8Array(256);
  for (const [value, character] of ALPHABET.entries()) values[character] = value + 1;
  values[45] = 63;
  values[95] = 64;
  return values;
}
