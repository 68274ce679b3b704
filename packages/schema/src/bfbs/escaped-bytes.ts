// Text of a schema file that was not all UTF-8: the parser keeps each such byte as a lone surrogate U+DC80..U+DCFF.
// In a binary schema it is that byte again, as the reference copies what it reads.

/** The bytes of a text that holds such surrogates; `null` if it holds none, and is plain text. */
export function escapedBytes(text: string): Uint8Array | null {
  // With the flag `u` the class does not match halves of pairs.
  if (!/[\udc80-\udcff]/u.test(text)) return null;
  const bytes: number[] = [];
  for (const character of text) pushCharacter(bytes, character.codePointAt(0) ?? 0);
  return Uint8Array.from(bytes);
}

function pushCharacter(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code & 0xff);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
  else bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

/** The text of bytes, with such a surrogate for each byte that is not part of well-formed UTF-8. */
export function decodeEscaping(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = length === 1 ? first : first & (0x7f >> length);
    let isWhole = length === 1 || first >= 0xc0;
    for (let i = 1; i < length; i++) {
      const next = bytes[at + i] ?? 0;
      if ((next & 0xc0) !== 0x80) isWhole = false;
      code = (code << 6) | (next & 0x3f);
    }
    const isCharacter =
      code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code >= (SMALLEST[length] ?? 0);
    if (isWhole && isCharacter && first < 0xf8) {
      text += String.fromCodePoint(code);
      at += length;
    } else {
      text += String.fromCharCode(0xdc00 + first);
      at++;
    }
  }
  return text;
}

/** The smallest code point for each length of a sequence: shorter forms are the only ones allowed. */
const SMALLEST: Readonly<Record<number, number>> = { 1: 0, 2: 0x80, 3: 0x800, 4: 0x10000 };
