// Names and types. Brackets are counted, not nested, so that any number of them is harmless.
import { messages } from '../messages.js';
import type { Cursor } from './cursor.js';
import type { NameSyntax, TypeSyntax } from './syntax.js';
import { Kind } from './token.js';

/** How deep brackets may nest, as in the reference compiler. */
export const MAX_DEPTH = 64;

/** `A.B.C`; `null`, reported as missing `what`, if there is no word. */
export function parseName(cursor: Cursor, what: string): NameSyntax | null {
  const first = cursor.expect(Kind.word, what);
  if (first < 0) return null;
  if (cursor.peek() !== Kind.dot) return { first, end: cursor.end, text: cursor.text(first) };
  const parts = [cursor.text(first)];
  while (cursor.accept(Kind.dot)) {
    const part = cursor.expect(Kind.word, 'a name after the dot');
    if (part < 0) return null;
    parts.push(cursor.text(part));
  }
  return { first, end: cursor.end, text: parts.join('.') };
}

/** A type, as after the colon of a field; `null` if it was not understood, which is reported. */
export function parseType(cursor: Cursor): TypeSyntax | null {
  const first = cursor.at;
  let brackets = 0;
  while (cursor.accept(Kind.openBracket)) brackets++;
  if (brackets > MAX_DEPTH)
    cursor.report(messages.create('DEPTH', cursor.span(first + MAX_DEPTH), { limit: MAX_DEPTH }));
  if (cursor.peek() !== Kind.word) {
    if (!cursor.isExplained)
      cursor.report(
        messages.create('SYN-TYPE', cursor.span(cursor.at), { found: cursor.describe(cursor.at) }),
      );
    return null;
  }
  const name = parseName(cursor, 'a type');
  if (name === null) return null;
  let length = -1;
  for (let i = brackets; i > 0; i--) {
    if (cursor.accept(Kind.colon)) {
      const isCount = cursor.peek() !== Kind.closeBracket && cursor.peek() !== Kind.end;
      const count = isCount ? cursor.take() : cursor.at;
      if (cursor.tokens.kinds[count] !== Kind.integer && cursor.tokens.kinds[count] !== Kind.badNumber) {
        cursor.report(
          messages.create('TYPE-ARR-LEN-TOK', cursor.span(count), { found: cursor.describe(count) }),
        );
        length = -2;
      } else if (length === -1) {
        length = count;
      }
    }
    if (cursor.expect(Kind.closeBracket, '"]"') < 0) return null;
  }
  if (brackets > MAX_DEPTH || length === -2) return null;
  if (brackets > 1) {
    cursor.report(messages.create('TYPE-NEST', cursor.span(first + 1), {}));
    return null;
  }
  return { first, end: cursor.end, brackets, name, length };
}
