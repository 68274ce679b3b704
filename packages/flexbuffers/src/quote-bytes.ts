// Bytes as a quoted string in the reference's text form.
import { decodeUtf8, utf8SequenceLength } from '@fb/bytes';

const SHORT: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

/**
 * `bytes` in quotes: printable ASCII as it is, other characters as `\uXXXX` (as they are if `natural`), bytes that are not
 * UTF-8 as `\xXX`.
 */
export function quoteBytes(bytes: Uint8Array, natural: boolean): string {
  let text = '"';
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    const size = utf8SequenceLength(bytes, at, bytes.length);
    if (byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c) {
      const end = plainEnd(bytes, at);
      text += decodeUtf8(bytes, at, end);
      at = end;
    } else if (size < 0) {
      text += `\\x${hex(byte, 2)}`;
      at += 1;
    } else {
      text +=
        SHORT.get(byte) ??
        (natural ? decodeUtf8(bytes, at, at + size) : escaped(decodeUtf8(bytes, at, at + size)));
      at += size;
    }
  }
  return `${text}"`;
}

/** Where the run of plain characters that begins at `start` ends. */
function plainEnd(bytes: Uint8Array, start: number): number {
  let end = start + 1;
  while (
    end < bytes.length &&
    bytes[end] >= 0x20 &&
    bytes[end] < 0x7f &&
    bytes[end] !== 0x22 &&
    bytes[end] !== 0x5c
  )
    end++;
  return end;
}

function escaped(character: string): string {
  let text = '';
  for (let i = 0; i < character.length; i++) text += `\\u${hex(character.charCodeAt(i), 4)}`;
  return text;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
