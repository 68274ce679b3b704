// Four characters of a string at a time.

/**
 * Whether each of the four bytes in `word` is printable ASCII, neither a quote nor a backslash, and thus stands for itself between
 * quotes. May say no where it is so, but in no case yes where it is not: a byte that ends up below zero in one of the
 * differences may take one from the next.
 */
export function isPlainText(word: number): boolean {
  const noControl = word - 0x20202020;
  const noQuote = (word ^ 0x22222222) - 0x01010101;
  const noBackslash = (word ^ 0x5c5c5c5c) - 0x01010101;
  const noDelete = (word ^ 0x7f7f7f7f) - 0x01010101;
  return ((word | noControl | noQuote | noBackslash | noDelete) & 0x80808080) === 0;
}
