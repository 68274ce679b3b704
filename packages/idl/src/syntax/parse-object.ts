// Tables and structs.
import type { Cursor } from './cursor.js';
import { isUnclosed, parseAttributes } from './parse-attributes.js';
import { parseType } from './parse-type.js';
import { parseValue } from './parse-value.js';
import { inBody, openBody, skipDeclaration, skipItem } from './recovery.js';
import type { FieldSyntax, ObjectSyntax } from './syntax.js';
import { Kind } from './token.js';

/** The table or struct whose keyword is at the cursor; `null` if it has no name, which is reported. */
export function parseObject(cursor: Cursor, kind: 'table' | 'struct'): ObjectSyntax | null {
  const first = cursor.take();
  const name = cursor.expect(Kind.word, `the name of the ${kind}`);
  if (name < 0) {
    skipDeclaration(cursor);
    return null;
  }
  const attributes = parseAttributes(cursor);
  const fields: FieldSyntax[] = [];
  if (openBody(cursor)) {
    while (inBody(cursor)) {
      const field = parseField(cursor);
      if (field !== null) fields.push(field);
    }
  }
  return { kind, first, end: cursor.end, name, attributes, fields };
}

function parseField(cursor: Cursor): FieldSyntax | null {
  const first = cursor.at;
  const name = cursor.expect(Kind.word, 'a field name or "}"');
  if (name < 0 || cursor.expect(Kind.colon, '":"') < 0) {
    skipItem(cursor, [Kind.semicolon]);
    return null;
  }
  const type = parseType(cursor);
  if (type === null) {
    skipItem(cursor, [Kind.semicolon]);
    return { first, end: cursor.end, name, type, value: null, attributes: [] };
  }
  const value = cursor.accept(Kind.equals) ? parseValue(cursor) : null;
  const attributes = parseAttributes(cursor);
  const isMissing = value?.kind === 'missing' && cursor.peek() !== Kind.semicolon;
  endField(cursor, isMissing || isUnclosed(cursor, attributes));
  return { first, end: cursor.end, name, type, value, attributes };
}

/** Takes the semicolon. A missing one is reported unless something `reported` explains it. */
function endField(cursor: Cursor, reported: boolean): void {
  if (cursor.accept(Kind.semicolon)) return;
  if (!reported) cursor.missing('";"');
  // Another field or the end of the body follows: only the semicolon was forgotten.
  if (cursor.peek() === Kind.word && cursor.peekNext() === Kind.colon) return;
  skipItem(cursor, [Kind.semicolon]);
}
