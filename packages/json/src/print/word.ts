// Fixed pieces of text as bytes.

/** The bytes of an ASCII text. */
export function word(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
