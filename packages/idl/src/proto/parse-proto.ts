// Text of a .proto file (proto2 or proto3) to its tree. Never fails: what is wrong is reported and left out. Lexical
// rules are those of schemas, so `//` comments are dropped and `///` ones are documentation.
import type { TextSource } from '@fb/diagnostics';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { Cursor } from '../syntax/cursor.js';
import { lex } from '../syntax/lexer.js';
import { MAX_DEPTH } from '../syntax/parse-type.js';
import { stringValue } from '../syntax/scan-string.js';
import { Kind } from '../syntax/token.js';
import { protoMessages } from './messages.js';
import { parseMessage } from './parse-members.js';
import { parseDotted } from './parse-name.js';
import { parseProtoEnum } from './parse-proto-enum.js';
import { skipStatement } from './skip.js';
import type { PackageSyntax, ProtoDeclaration, ProtoFileSyntax, Spelling } from './syntax.js';

/** The tree of a file. */
export function parseProto(source: TextSource, report: Report): ProtoFileSyntax {
  const tokens = lex(source, report, { allowNonUtf8: false });
  const cursor = new Cursor(source, tokens, report);
  const imports: Spelling[] = [];
  const declarations: ProtoDeclaration[] = [];
  if (tokens.count === 1) report(messages.create('LEX-EMPTY', { source, start: 0, end: 0 }, {}));
  while (cursor.peek() !== Kind.end) {
    const word = cursor.peek() === Kind.word ? cursor.text(cursor.at) : '';
    switch (word) {
      case 'import': {
        const name = parseImport(cursor);
        if (name !== null) imports.push(name);
        break;
      }
      case 'package':
        declarations.push(parsePackage(cursor));
        break;
      case 'message':
      case 'extend': {
        const message = parseMessage(cursor, word, 1);
        if (message !== null) declarations.push(message);
        break;
      }
      case 'enum': {
        const definition = parseProtoEnum(cursor);
        if (definition !== null) declarations.push(definition);
        break;
      }
      case 'syntax':
      case 'option':
      case 'service':
        skipStatement(cursor);
        break;
      default:
        if (!cursor.accept(Kind.semicolon)) unknownDeclaration(cursor);
    }
  }
  return { source, imports, declarations };
}

/** `import "name";`, also `public` and `weak` ones. */
function parseImport(cursor: Cursor): Spelling | null {
  cursor.take();
  if (cursor.isWord('public') || cursor.isWord('weak')) cursor.take();
  const token = cursor.expect(Kind.string, 'the path of a file, as a string');
  if (token < 0 || cursor.expect(Kind.semicolon, '";"') < 0) {
    skipStatement(cursor);
    return null;
  }
  const span = cursor.span(token);
  const path = stringValue(cursor.source.text, span.start, span.end).replaceAll('\\', '/');
  return { text: path, span };
}

function parsePackage(cursor: Cursor): PackageSyntax {
  cursor.take();
  const name = cursor.peek() === Kind.semicolon ? null : parseDotted(cursor);
  if (cursor.expect(Kind.semicolon, '";"') < 0) skipStatement(cursor);
  if (name === null || name.text.split('.').length <= MAX_DEPTH) return { kind: 'package', name };
  cursor.report(messages.create('DEPTH', name.span, { limit: MAX_DEPTH }));
  return { kind: 'package', name: null };
}

function unknownDeclaration(cursor: Cursor): void {
  const { at } = cursor;
  const hint = cursor.isWord('edition') ? 'editions are not supported: only proto2 and proto3 are' : null;
  cursor.report(
    protoMessages.create('PROTO-DECL', cursor.span(at), { found: cursor.describe(at) }, { hint }),
  );
  skipStatement(cursor);
}
