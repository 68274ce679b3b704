// Whether bytes are well-formed UTF-8.
import { utf8SequenceLength } from './utf8-sequence.js';

/** Whether `bytes[start..end)`, a range inside `bytes`, is well-formed UTF-8. @public */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (bytes[at] < 0x80) {
      at += 1;
      continue;
    }
    const length = utf8SequenceLength(bytes, at, end);
    if (length < 0) return false;
    at += length;
  }
  return true;
}
