// Text of a schema inside code: string literals and comments. What could end a literal or comment, break a line or
// reorder what a reader sees is written as an escape, so that a schema cannot inject code.

/** How a language writes what a string literal cannot hold as it is. @public */
export interface StringStyle {
  readonly quote: '"' | "'";
  /** Escape of a UTF-16 code unit, such as `\u2028`. */
  escape(unit: number): string;
}

/** A string literal, quotes included. @public */
export function stringLiteral(text: string, style: StringStyle): string {
  let body = '';
  for (const char of text) {
    if (char === style.quote || char === '\\') body += `\\${char}`;
    else if (isUnsafe(char)) body += [...unitsOf(char)].map((unit) => style.escape(unit)).join('');
    else body += char;
  }
  return `${style.quote}${body}${style.quote}`;
}

/** How a language writes a documentation comment. @public */
export interface CommentStyle {
  /** Lines before and after, if it needs any. */
  readonly open: string | null;
  readonly close: string | null;
  /** What every line starts with, without the space after it. */
  readonly line: string;
  /** Makes the text safe: it must not hold what ends the comment. */
  escape(text: string): string;
}

/** The lines of a documentation comment; none when there is no text. @public */
export function docComment(doc: readonly string[], style: CommentStyle): readonly string[] {
  if (doc.length === 0) return [];
  const lines = doc.map((text) => `${style.line} ${style.escape(visible(text)).replace(/^ /, '')}`.trimEnd());
  return [
    ...(style.open === null ? [] : [style.open]),
    ...lines,
    ...(style.close === null ? [] : [style.close]),
  ];
}

/** Text with control characters, line breaks and direction marks shown as `\u` escapes. @public */
export function visible(text: string): string {
  let result = '';
  for (const char of text) {
    if (char === '\t' || !isUnsafe(char)) result += char;
    else for (const unit of unitsOf(char)) result += `\\u${unit.toString(16).padStart(4, '0')}`;
  }
  return result;
}

/** Controls, separators of lines, direction marks and isolates, the byte-order mark, and halves of surrogate pairs. */
function isUnsafe(char: string): boolean {
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x20 || (point >= 0x7f && point <= 0x9f)) return true;
  if (point >= 0x200b && point <= 0x200f) return true;
  if (point >= 0x2028 && point <= 0x202e) return true;
  if (point >= 0x2060 && point <= 0x206f) return true;
  return point === 0x61c || point === 0xfeff || (point >= 0xd800 && point <= 0xdfff);
}

function* unitsOf(char: string): Generator<number> {
  for (let i = 0; i < char.length; i++) yield char.charCodeAt(i);
}
