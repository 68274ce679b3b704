// Enums of .proto files.
import type { Cursor } from '../syntax/cursor.js';
import { docBefore } from '../syntax/doc-comments.js';
import { Kind } from '../syntax/token.js';
import { protoMessages } from './messages.js';
import { parseWord } from './parse-name.js';
import { skipOption, skipStatement, skipUntil } from './skip.js';
import type { EnumValueSyntax, ProtoEnumSyntax } from './syntax.js';

/** The enum whose keyword is at the cursor; `null` if there is none to speak of, which is reported. */
export function parseProtoEnum(cursor: Cursor): ProtoEnumSyntax | null {
  const doc = docBefore(cursor.source.text, cursor.tokens, cursor.at);
  cursor.take();
  const name = parseWord(cursor, 'the name of the enum');
  if (name === null || cursor.expect(Kind.openBrace, '"{"') < 0) {
    skipStatement(cursor);
    return null;
  }
  const values: EnumValueSyntax[] = [];
  let empty = true;
  while (cursor.peek() !== Kind.closeBrace && cursor.peek() !== Kind.end) {
    if (cursor.accept(Kind.semicolon)) continue;
    if (cursor.isWord('option') && cursor.peekNext() !== Kind.equals) {
      skipOption(cursor);
      continue;
    }
    empty = false;
    const value = parseValue(cursor);
    if (value === null) skipStatement(cursor);
    else values.push(value);
  }
  cursor.expect(Kind.closeBrace, '"}"');
  cursor.accept(Kind.semicolon);
  if (empty) cursor.report(protoMessages.create('PROTO-ENUM-EMPTY', name.span, { name: name.text }));
  return { kind: 'enum', name, doc, values };
}

/** `NAME = 1 [options];`, the last semicolon of all may be missing. */
function parseValue(cursor: Cursor): EnumValueSyntax | null {
  const doc = docBefore(cursor.source.text, cursor.tokens, cursor.at);
  const name = parseWord(cursor, 'the name of a value or "}"');
  if (name === null) return null;
  let number = null;
  if (cursor.accept(Kind.equals)) {
    const token = cursor.expect(Kind.integer, 'an integer');
    if (token < 0) return null;
    number = { text: cursor.text(token), span: cursor.span(token) };
  }
  if (cursor.accept(Kind.openBracket)) {
    skipUntil(cursor, []);
    if (cursor.expect(Kind.closeBracket, '"]"') < 0) return null;
  }
  if (cursor.peek() !== Kind.closeBrace && cursor.expect(Kind.semicolon, '";"') < 0) return null;
  return { name, doc, number };
}
