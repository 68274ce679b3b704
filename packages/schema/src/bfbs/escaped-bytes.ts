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
