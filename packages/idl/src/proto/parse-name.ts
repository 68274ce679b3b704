// Names in .proto files.
import type { Cursor } from '../syntax/cursor.js';
import { Kind } from '../syntax/token.js';
import type { Spelling } from './syntax.js';

/** One word. */
export function parseWord(cursor: Cursor, what: string): Spelling | null {
  const token = cursor.expect(Kind.word, what);
  return token < 0 ? null : { text: cursor.text(token), span: cursor.span(token) };
}

/** Words joined by dots; a dot before the first is left out, since names are looked up from the inside anyway. */
export function parseDotted(cursor: Cursor): Spelling | null {
  cursor.accept(Kind.dot);
  const first = cursor.expect(Kind.word, 'the name of a type');
  if (first < 0) return null;
  const parts = [cursor.text(first)];
  let last = first;
  while (cursor.accept(Kind.dot)) {
    last = cursor.expect(Kind.word, 'a name after the dot');
    if (last < 0) return null;
    parts.push(cursor.text(last));
  }
  const { source, start } = cursor.span(first);
  return { text: parts.join('.'), span: { source, start, end: cursor.span(last).end } };
}
