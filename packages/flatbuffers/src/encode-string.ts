// Strings for generated encoders.
import { encodeUtf8Into, utf8Length } from '@fb/bytes';
import type { Encoder } from './encoder.js';
import { invalidValue } from './invalid-value-error.js';
import type { Offset } from './types.js';
import { encodeOffsetVector } from './encode-vector.js';

/** Strings up to this many UTF-16 code units are tried as ASCII first, in one pass. */
const SHORT = 64;

/** Writes a string; bytes are taken as UTF-8. For generated code. @public */
export function encodeString(encoder: Encoder, text: string | Uint8Array): Offset {
  if (typeof text !== 'string' || text.length > SHORT) return encodeLong(encoder, text);
  const { length } = text;
  if (encoder.at < SHORT + 12) encoder.grow(SHORT + 12);
  const { at, bytes, view } = encoder;
  // The end of the string and the bytes up to what follows, at most four.
  view.setInt32(at - 4, 0, true);
  const start = (at - length - 1) & -4;
  let all = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    all |= a | b | c | d;
    view.setInt32(start + i, a | (b << 8) | (c << 16) | (d << 24), true);
  }
  for (; i < length; i++) {
    const unit = text.charCodeAt(i);
    bytes[start + i] = unit;
    all |= unit;
  }
  if (all >= 0x80) return encodeLong(encoder, text);
  view.setInt32(start - 4, length, true);
  encoder.at = start - 4;
  return encoder.end - encoder.at;
}

/** Writes a vector of strings. For generated code. @public */
export function encodeStringVector(encoder: Encoder, texts: readonly (string | Uint8Array)[]): Offset {
  const base = encoder.offsetCount;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    if (text === undefined || text === null) throw invalidValue(texts, i, 'is missing');
    const offset = encodeString(encoder, text);
    encoder.offsets[encoder.offsetCount++] = offset;
  }
  return encodeOffsetVector(encoder, base);
}

function encodeLong(encoder: Encoder, text: string | Uint8Array): Offset {
  if (typeof text !== 'string' && !(text instanceof Uint8Array))
    throw new TypeError(`a string is expected, not a ${typeof text}`);
  const length = typeof text === 'string' ? utf8Length(text) : text.length;
  const start = encoder.reserve(length + 1, 4);
  if (typeof text === 'string') encodeUtf8Into(text, encoder.bytes, start);
  else encoder.bytes.set(text, start);
  encoder.bytes[start + length] = 0;
  if (start < 4) encoder.grow(4);
  encoder.at -= 4;
  encoder.view.setInt32(encoder.at, length, true);
  return encoder.end - encoder.at;
}
