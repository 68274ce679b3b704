// Names for the bytes that the dialect gives a meaning to, and the classes of characters it knows. ASCII only.

export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const APOSTROPHE = 39;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const LOWER_E = 101;
export const LOWER_N = 110;
export const LOWER_U = 117;
export const LOWER_X = 120;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

/** `0` to `9`. */
export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A letter or an underscore. */
export function isWordStart(c: number): boolean {
  const lower = c | 32;
  return (lower >= 97 && lower <= 122) || c === 95;
}

/** A letter, an underscore or a digit. */
export function isWordPart(c: number): boolean {
  return isWordStart(c) || isDigit(c);
}

/** The value of a hexadecimal digit; -1 if it is none. */
export function hexDigit(c: number): number {
  if (isDigit(c)) return c - 48;
  const lower = c | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
