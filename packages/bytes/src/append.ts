// Adds to a growing text. The room is made first: a buffer that grows is another buffer.
import type { ForwardBuffer } from './forward-buffer.js';

/** Adds one byte. @public */
export function appendByte(out: ForwardBuffer, byte: number): void {
  const at = out.reserve(1);
  out.bytes[at] = byte;
}

/** Adds bytes. @public */
export function appendBytes(out: ForwardBuffer, bytes: Uint8Array): void {
  let at = out.reserve(bytes.length);
  const target = out.bytes;
  // Most are short, where a loop beats a block copy.
  if (bytes.length > 64) target.set(bytes, at);
  else for (let i = 0; i < bytes.length; i++) target[at++] = bytes[i];
}

/** Adds a text of ASCII characters. @public */
export function appendAscii(out: ForwardBuffer, text: string): void {
  const at = out.reserve(text.length);
  const { bytes } = out;
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
