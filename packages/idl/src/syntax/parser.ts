// Tokens to syntax tree. Never fails: what is wrong is reported and left out, the rest is there.
import { didYouMean, type TextSource } from '@fb/diagnostics';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { Cursor } from './cursor.js';
import { parseEnum } from './parse-enum.js';
import { parseObject } from './parse-object.js';
import { parseService } from './parse-service.js';
import { MAX_DEPTH, parseName } from './parse-type.js';
import { DECLARATION_WORDS, skipDeclaration } from './recovery.js';
import type {
  DeclarationSyntax,
  FileSyntax,
  JsonSyntax,
  NamespaceSyntax,
  RootSyntax,
  SettingSyntax,
} from './syntax.js';
import { Kind, type Tokens } from './token.js';

/** Options of {@link parse}. */
export interface ParseOptions {
  /** An included file ends before a JSON object; elsewhere nothing may follow one. */
  readonly included: boolean;
}

/** The tree of a file. */
export function parse(source: TextSource, tokens: Tokens, report: Report, options: ParseOptions): FileSyntax {
  const cursor = new Cursor(source, tokens, report);
  const declarations: DeclarationSyntax[] = [];
  if (cursor.peek() === Kind.end && tokens.count === 1) {
    report(messages.create('LEX-EMPTY', { source, start: 0, end: 0 }, {}));
  }
  let late = false;
  while (cursor.peek() !== Kind.end) {
    if (cursor.peek() === Kind.openBrace) {
      declarations.push(parseJson(cursor));
      if (!options.included && cursor.peek() !== Kind.end)
        cursor.missing('the end of the file after the JSON object');
      break;
    }
    const declaration = parseDeclaration(cursor, late);
    if (declaration === null) continue;
    declarations.push(declaration);
    if (declaration.kind !== 'include' && declaration.kind !== 'native include') late = true;
  }
  return { source, tokens, declarations };
}

function parseDeclaration(cursor: Cursor, late: boolean): DeclarationSyntax | null {
  const word = cursor.peek() === Kind.word ? cursor.text(cursor.at) : '';
  switch (word) {
    case 'table':
    case 'struct':
      return parseObject(cursor, word);
    case 'enum':
    case 'union':
      return parseEnum(cursor, word);
    case 'rpc_service':
      return parseService(cursor);
    case 'namespace':
      return parseNamespace(cursor);
    case 'root_type':
      return parseRoot(cursor);
    case 'attribute':
      return parseSetting(cursor, 'attribute', true);
    case 'file_identifier':
      return parseSetting(cursor, 'identifier', false);
    case 'file_extension':
      return parseSetting(cursor, 'extension', false);
    case 'include':
      if (!late) return parseSetting(cursor, 'include', false);
      cursor.report(messages.create('SYN-INCLUDE-LATE', cursor.span(cursor.at), {}));
      parseSetting(cursor, 'include', false);
      return null;
    case 'native_include':
      if (!late) return parseSetting(cursor, 'native include', false);
  }
  const hint = word === '' ? null : didYouMean(word, DECLARATION_WORDS);
  cursor.report(
    messages.create('SYN-DECL', cursor.span(cursor.at), { found: cursor.describe(cursor.at) }, { hint }),
  );
  const stray = cursor.take();
  const kind = cursor.tokens.kinds[stray];
  if (kind !== Kind.semicolon && kind !== Kind.closeBrace) skipDeclaration(cursor);
  return null;
}

function parseNamespace(cursor: Cursor): NamespaceSyntax | null {
  const first = cursor.take();
  if (cursor.accept(Kind.semicolon)) return { kind: 'namespace', first, end: cursor.end, name: null };
  const name = parseName(cursor, 'a namespace or ";"');
  if (name === null) {
    skipDeclaration(cursor);
    return null;
  }
  endStatement(cursor);
  return { kind: 'namespace', first, end: cursor.end, name };
}

function parseRoot(cursor: Cursor): RootSyntax | null {
  const first = cursor.take();
  const name = parseName(cursor, 'the name of a table');
  if (name === null) {
    skipDeclaration(cursor);
    return null;
  }
  endStatement(cursor);
  return { kind: 'root', first, end: cursor.end, name };
}

function parseSetting(
  cursor: Cursor,
  kind: SettingSyntax['kind'],
  wordAllowed: boolean,
): SettingSyntax | null {
  const first = cursor.take();
  const isValue =
    cursor.peek() === Kind.string ||
    cursor.peek() === Kind.badString ||
    (wordAllowed && cursor.peek() === Kind.word);
  if (!isValue) {
    cursor.missing(wordAllowed ? 'a name' : 'a string');
    skipDeclaration(cursor);
    return null;
  }
  const value = cursor.take();
  endStatement(cursor);
  return { kind, first, end: cursor.end, value };
}

/** Takes the semicolon after a statement; only reports a missing one, the next declaration is most likely whole. */
function endStatement(cursor: Cursor): void {
  cursor.expect(Kind.semicolon, '";"');
}

/** Steps over the object; it is read by whoever turns JSON into bytes. */
function parseJson(cursor: Cursor): JsonSyntax {
  const first = cursor.at;
  let depth = 0;
  let deep = false;
  do {
    const kind = cursor.peek();
    if (kind === Kind.openBrace || kind === Kind.openBracket) depth++;
    else if (kind === Kind.closeBrace || kind === Kind.closeBracket) depth--;
    if (depth > MAX_DEPTH && !deep) {
      deep = true;
      cursor.report(messages.create('DEPTH', cursor.span(cursor.at), { limit: MAX_DEPTH }));
    }
    cursor.take();
  } while (depth > 0 && cursor.peek() !== Kind.end);
  if (depth > 0) cursor.missing('"}"');
  return { kind: 'json', first, end: cursor.end };
}
