// Character classes of the schema language, by UTF-16 code unit. ASCII only, as in the language.

/** What a character can begin. */
export const Starts = {
  nothing: 0,
  blank: 1,
  lineFeed: 2,
  word: 3,
  punctuation: 4,
  comment: 5,
  other: 6,
} as const;

/** What each ASCII character can begin. */
const STARTS: Readonly<Uint8Array> = new Uint8Array(128).map((_, c) => {
  const character = String.fromCharCode(c);
  if (' \t\r'.includes(character)) return Starts.blank;
  if (character === '\n') return Starts.lineFeed;
  if (isWordStart(c)) return Starts.word;
  if ('{}()[]<>,:;='.includes(character)) return Starts.punctuation;
  if (character === '/') return Starts.comment;
  return isDigit(c) || '"\'+-.'.includes(character) ? Starts.other : Starts.nothing;
});

/** What the character can begin, one of {@link Starts}. */
export function startsWhat(c: number): number {
  return c < 128 ? (STARTS[c] ?? Starts.nothing) : Starts.nothing;
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

export function isHexDigit(c: number): boolean {
  return isDigit(c) || (c >= 0x61 && c <= 0x66) || (c >= 0x41 && c <= 0x46);
}

export function isWordStart(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;
}

export function isWordPart(c: number): boolean {
  return isWordStart(c) || isDigit(c);
}
