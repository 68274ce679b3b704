// Text from a buffer or a schema on its way to a person.

/** `text` with the characters that are not seen, or steer a terminal or the direction of text, as escapes. */
export function escaped(text: string): string {
  if (/^[\x20-\x5b\x5d-\x7e]*$/.test(text)) return text;
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\\]/gu, (character) => {
    if (character === '\\') return '\\\\';
    const code = character.codePointAt(0) ?? 0;
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
  });
}
