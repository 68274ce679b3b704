// Tokens of JSON-like text, whatever state it is in: the basis for telling where a cursor is while somebody types.

export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'word';

/** Walks over tokens; comments and white space lie between them. */
export class JsonScanner {
  readonly text: string;
  kind: TokenKind | null = null;
  start = 0;
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the next token; `false` at the end. */
  next(): boolean {
    const { text } = this;
    let at = this.end;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c > 0x20 && c !== 0x2f) break;
      if (c !== 0x2f) continue;
      const next = text.charCodeAt(at + 1);
      if (next === 0x2f) at = endOf(text, '\n', at);
      else if (next === 0x2a) at = endOf(text, '*/', at + 2) - 1;
      else break;
    }
    this.start = at;
    if (at >= text.length) {
      this.kind = null;
      this.end = text.length;
      return false;
    }
    const c = text.charAt(at);
    if (c === '"' || c === "'") {
      this.kind = 'string';
      this.end = stringEnd(text, at, c);
    } else if ('{}[]:,'.includes(c)) {
      this.kind = c as TokenKind;
      this.end = at + 1;
    } else {
      this.kind = 'word';
      while (++at < text.length && !endsWord(text.charCodeAt(at)));
      this.end = at;
    }
    return true;
  }

  /** The text of a string or word, without quotes; escapes stay as they are. */
  get value(): string {
    const raw = this.text.slice(this.start, this.end);
    return this.kind === 'string' ? unquoted(raw) : raw;
  }
}

/** A string's text without its quotes; the second one may be missing. */
export function unquoted(raw: string): string {
  const quote = raw.charAt(0);
  return raw.slice(1, raw.length > 1 && raw.endsWith(quote) ? -1 : undefined);
}

function endOf(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + what.length;
}

/** Behind the closing quote; a string that is not closed ends with its line. */
function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const c = text.charAt(at);
    if (c === '\\') at++;
    else if (c === quote) return at + 1;
    else if (c === '\n') return at;
  }
  return text.length;
}

function endsWord(c: number): boolean {
  // Blanks, quotes, comma, slash, colon, brackets, braces.
  return (
    c <= 0x20 ||
    c === 0x22 ||
    c === 0x27 ||
    c === 0x2c ||
    c === 0x2f ||
    c === 0x3a ||
    c === 0x5b ||
    c === 0x5d ||
    c === 0x7b ||
    c === 0x7d
  );
}
