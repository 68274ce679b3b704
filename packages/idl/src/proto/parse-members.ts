// Messages, groups and oneofs: what stands between their braces, which may be more of them.
import { messages } from '../messages.js';
import type { Cursor } from '../syntax/cursor.js';
import { docBefore } from '../syntax/doc-comments.js';
import { MAX_DEPTH } from '../syntax/parse-type.js';
import { Kind } from '../syntax/token.js';
import { parseDotted, parseWord } from './parse-name.js';
import { parseProtoEnum } from './parse-proto-enum.js';
import { skipOption, skipStatement, skipUntil } from './skip.js';
import type {
  FieldSyntax,
  FieldTypeSyntax,
  MemberSyntax,
  MessageSyntax,
  OneofSyntax,
  ReservedSyntax,
  Spelling,
} from './syntax.js';

/** A message or its extension, whose keyword is at the cursor; `null` if it has no name, which is reported. */
export function parseMessage(
  cursor: Cursor,
  kind: 'message' | 'extend',
  depth: number,
): MessageSyntax | null {
  const doc = docBefore(cursor.source.text, cursor.tokens, cursor.at);
  const first = cursor.take();
  const name = kind === 'message' ? parseWord(cursor, 'the name of the message') : parseDotted(cursor);
  if (name === null || depth > MAX_DEPTH) {
    if (name !== null) cursor.report(messages.create('DEPTH', cursor.span(first), { limit: MAX_DEPTH }));
    skipStatement(cursor);
    return null;
  }
  const members = parseMembers(cursor, depth, false);
  cursor.accept(Kind.semicolon);
  return { kind, name, doc, members };
}

/** The members between the braces at the cursor. Those of a oneof have no labels. */
function parseMembers(cursor: Cursor, depth: number, inOneof: boolean): readonly MemberSyntax[] {
  const members: MemberSyntax[] = [];
  if (depth > MAX_DEPTH) {
    cursor.report(messages.create('DEPTH', cursor.span(cursor.at), { limit: MAX_DEPTH }));
    skipStatement(cursor);
    return members;
  }
  if (cursor.expect(Kind.openBrace, '"{"') < 0) {
    skipStatement(cursor);
    return members;
  }
  while (cursor.peek() !== Kind.closeBrace && cursor.peek() !== Kind.end) {
    const member = parseMember(cursor, depth, inOneof);
    if (member !== null) members.push(member);
  }
  cursor.expect(Kind.closeBrace, '"}"');
  return members;
}

/** The member at the cursor; `null` for one without meaning here, and for a wrong one, which is reported. */
function parseMember(cursor: Cursor, depth: number, inOneof: boolean): MemberSyntax | null {
  const word = cursor.peek() === Kind.word ? cursor.text(cursor.at) : '';
  switch (word) {
    case 'message':
    case 'extend':
      return parseMessage(cursor, word, depth + 1);
    case 'enum':
      return parseProtoEnum(cursor);
    case 'option':
      skipOption(cursor);
      return null;
    case 'extensions':
      skipStatement(cursor);
      return null;
    case 'reserved':
      return parseReserved(cursor);
    case 'oneof':
      if (!inOneof) return parseOneof(cursor, depth);
  }
  if (cursor.accept(Kind.semicolon)) return null;
  const field = parseField(cursor, depth, inOneof);
  if (field === null) skipStatement(cursor);
  return field;
}

function parseOneof(cursor: Cursor, depth: number): OneofSyntax | null {
  const doc = docBefore(cursor.source.text, cursor.tokens, cursor.at);
  cursor.take();
  const name = parseWord(cursor, 'the name of the oneof');
  if (name === null) {
    skipStatement(cursor);
    return null;
  }
  const members = parseMembers(cursor, depth + 1, true);
  cursor.accept(Kind.semicolon);
  return { kind: 'oneof', name, doc, members };
}

/** `label type name = 1 [options];` where the type may be a map or, with members instead of the semicolon, a group. */
function parseField(cursor: Cursor, depth: number, inOneof: boolean): FieldSyntax | null {
  const doc = docBefore(cursor.source.text, cursor.tokens, cursor.at);
  let label: FieldSyntax['label'] = null;
  if (!inOneof && cursor.isWord('optional')) cursor.take();
  else if (!inOneof && (cursor.isWord('required') || cursor.isWord('repeated')))
    label = cursor.text(cursor.take()) === 'required' ? 'required' : 'repeated';
  const isGroup = cursor.isWord('group');
  let type: FieldTypeSyntax | null = null;
  if (isGroup) cursor.take();
  else type = parseFieldType(cursor);
  if (!isGroup && type === null) return null;
  const name = parseWord(cursor, 'the name of the field');
  if (name === null || cursor.expect(Kind.equals, '"="') < 0) return null;
  const token = cursor.expect(Kind.integer, 'the number of the field');
  if (token < 0) return null;
  const id = { text: cursor.text(token), span: cursor.span(token) };
  const options = parseFieldOptions(cursor);
  if (options === null) return null;
  if (type === null) {
    type = { kind: 'group', members: parseMembers(cursor, depth + 1, inOneof) };
    cursor.accept(Kind.semicolon);
  } else if (cursor.expect(Kind.semicolon, '";"') < 0) return null;
  return { kind: 'field', label, type, name, id, doc, default: options.default };
}

function parseFieldType(cursor: Cursor): FieldTypeSyntax | null {
  // `<` is a token of its own that nothing else starts with.
  if (!cursor.isWord('map') || cursor.peekNext() !== OPEN_ANGLE) {
    const name = parseDotted(cursor);
    return name === null ? null : { kind: 'name', name };
  }
  cursor.take();
  cursor.take();
  const key = parseDotted(cursor);
  if (key === null || cursor.expect(Kind.comma, '","') < 0) return null;
  const value = parseDotted(cursor);
  if (value === null || cursor.expect(CLOSE_ANGLE, '">"') < 0) return null;
  return { kind: 'map', key, value };
}

const OPEN_ANGLE = 0x3c;
const CLOSE_ANGLE = 0x3e;

/** The list `[name = value, (name).more = {...}]`, if there is one, of which only `default` counts; `null` if it is wrong. */
function parseFieldOptions(cursor: Cursor): { readonly default: string | null } | null {
  let text: string | null = null;
  if (!cursor.accept(Kind.openBracket)) return { default: text };
  do {
    const isDefault = cursor.isWord('default') && cursor.peekNext() === Kind.equals;
    skipUntil(cursor, [Kind.equals, Kind.comma]);
    if (cursor.expect(Kind.equals, '"="') < 0) return null;
    const kind = cursor.peek();
    if (isDefault && (kind === Kind.word || kind === Kind.integer || kind === Kind.float))
      text = cursor.text(cursor.at);
    skipUntil(cursor, [Kind.comma]);
  } while (cursor.accept(Kind.comma));
  return cursor.expect(Kind.closeBracket, '"]"') < 0 ? null : { default: text };
}

/** `reserved 2, 9 to 11;` or `reserved "name";`. A range up to `max` counts as its first number. */
function parseReserved(cursor: Cursor): ReservedSyntax {
  cursor.take();
  const ranges: { from: Spelling; to: Spelling }[] = [];
  do {
    if (cursor.accept(Kind.string)) continue;
    const token = cursor.expect(Kind.integer, 'a number or a name, as a string');
    if (token < 0) break;
    const from = { text: cursor.text(token), span: cursor.span(token) };
    let to = from;
    if (cursor.isWord('to')) {
      cursor.take();
      const isNumber = cursor.peek() === Kind.integer;
      const end = cursor.take();
      if (isNumber) to = { text: cursor.text(end), span: cursor.span(end) };
    }
    ranges.push({ from, to });
  } while (cursor.accept(Kind.comma));
  if (cursor.expect(Kind.semicolon, '";"') < 0) skipStatement(cursor);
  return { kind: 'reserved', ranges };
}
