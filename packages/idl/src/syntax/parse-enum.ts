// Enums and unions.
import type { Cursor } from './cursor.js';
import { parseAttributes } from './parse-attributes.js';
import { parseName, parseType } from './parse-type.js';
import { inBody, openBody, skipDeclaration, skipItem } from './recovery.js';
import type { EnumSyntax, MemberSyntax, NameSyntax, TypeSyntax } from './syntax.js';
import { Kind } from './token.js';

/** The enum or union whose keyword is at the cursor; `null` if it has no name, which is reported. */
export function parseEnum(cursor: Cursor, kind: 'enum' | 'union'): EnumSyntax | null {
  const first = cursor.take();
  const name = cursor.expect(Kind.word, `the name of the ${kind}`);
  if (name < 0) {
    skipDeclaration(cursor);
    return null;
  }
  const typed = cursor.accept(Kind.colon);
  const underlying = typed ? parseType(cursor) : null;
  const attributes = parseAttributes(cursor);
  const members: MemberSyntax[] = [];
  const semicolons: number[] = [];
  if (openBody(cursor)) parseMembers(cursor, kind, members, semicolons);
  return { kind, first, end: cursor.end, name, underlying, attributes, members, semicolons, untyped: !typed };
}

function parseMembers(
  cursor: Cursor,
  kind: 'enum' | 'union',
  members: MemberSyntax[],
  semicolons: number[],
): void {
  let semicolonsReported = false;
  while (inBody(cursor)) {
    const member = parseMember(cursor, kind);
    if (member === null) {
      skipItem(cursor, [Kind.comma, Kind.semicolon]);
      continue;
    }
    members.push(member);
    if (cursor.peek() === Kind.comma) {
      cursor.take();
    } else if (cursor.peek() === Kind.semicolon) {
      if (kind === 'enum' && !semicolonsReported) {
        semicolonsReported = true;
        cursor.missing('"," or "}"', 'the values of an enum are separated by commas');
      }
      semicolons.push(cursor.take());
    } else if (cursor.peek() !== Kind.closeBrace && cursor.peek() !== Kind.end) {
      cursor.missing('"," or "}"');
      // Only the comma was forgotten if another name follows.
      if (cursor.peek() !== Kind.word) skipItem(cursor, [Kind.comma, Kind.semicolon]);
    }
  }
}

function parseMember(cursor: Cursor, kind: 'enum' | 'union'): MemberSyntax | null {
  const first = cursor.at;
  const what = kind === 'enum' ? 'the name of a value or "}"' : 'a union member or "}"';
  const name = kind === 'union' ? parseName(cursor, what) : parseWord(cursor, what);
  if (name === null) return null;
  let type: TypeSyntax | null = null;
  if (kind === 'union' && cursor.accept(Kind.colon)) {
    type = parseType(cursor);
    if (type === null) return null;
  }
  let value = -1;
  if (cursor.accept(Kind.equals)) {
    if (!isValueToken(cursor.peek())) {
      cursor.missing('an integer');
      return null;
    }
    value = cursor.take();
  }
  const attributes = parseAttributes(cursor);
  return { first, end: cursor.end, name, type, value, attributes };
}

function parseWord(cursor: Cursor, what: string): NameSyntax | null {
  const first = cursor.expect(Kind.word, what);
  return first < 0 ? null : { first, end: cursor.end, text: cursor.text(first) };
}

/** Other tokens than integers are refused where values are computed. */
function isValueToken(kind: number): boolean {
  return kind >= Kind.word && kind <= Kind.badString;
}
