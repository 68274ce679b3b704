// Bytes that somebody pasted as text: hex in the ways in which it is printed, or base64.
import { fromBase64 } from '../share/base64.js';

export interface PastedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly as: 'hex' | 'base64';
}

/** Reads hex or base64; text that could be both is hex. `null` if it is neither. */
export function bytesFromText(text: string): PastedBytes | null {
  const hex = hexDigits(text);
  if (hex !== null)
    return { bytes: Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)), as: 'hex' };
  // Lines, but no words: a sentence is no base64.
  const plain = text
    .replace(/^\s*data:[^,]*;base64,/, '')
    .trim()
    .replace(/[ \t]*\r?\n[ \t]*/g, '');
  if (plain === '' || !/^[\w+/-]+={0,2}$/.test(plain)) return null;
  const bytes = fromBase64(plain);
  return bytes === null ? null : { bytes, as: 'base64' };
}

/** The digits of hex text: plain, with blanks or commas, as `0x12` or `\x12`, or as `xxd` and `hexdump -C` print it. */
function hexDigits(text: string): string | null {
  const lines = text.trim().split(/\r?\n/);
  const dumped = lines.map((line) =>
    /^\s*[\da-f]{6,16}:?\s+((?:[\da-f]{2,8}\s+)*[\da-f]{2,8})(?:\s{2,}.*|\s*\|.*)?$/i.exec(line),
  );
  const digits = dumped.every((line) => line !== null)
    ? dumped.map((line) => line[1] ?? '').join(' ')
    : text.replace(/0x|\\x/gi, '');
  const plain = digits.replace(/[\s,;{}[\]]+/g, '');
  return plain !== '' && plain.length % 2 === 0 && /^[\da-f]+$/i.test(plain) ? plain : null;
}
