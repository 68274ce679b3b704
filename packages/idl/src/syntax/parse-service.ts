// Services: `rpc_service Name { Call(Request):Response; }`.
import type { Cursor } from './cursor.js';
import { isUnclosed, parseAttributes } from './parse-attributes.js';
import { parseName } from './parse-type.js';
import { inBody, openBody, skipDeclaration, skipItem } from './recovery.js';
import type { CallSyntax, ServiceSyntax } from './syntax.js';
import { Kind } from './token.js';

/** The service whose keyword is at the cursor; `null` if it has no name, which is reported. */
export function parseService(cursor: Cursor): ServiceSyntax | null {
  const first = cursor.take();
  const name = cursor.expect(Kind.word, 'the name of the service');
  if (name < 0) {
    skipDeclaration(cursor);
    return null;
  }
  const attributes = parseAttributes(cursor);
  const calls: CallSyntax[] = [];
  if (openBody(cursor)) {
    if (cursor.peek() === Kind.closeBrace) cursor.missing('the name of a method');
    while (inBody(cursor)) {
      const call = parseCall(cursor);
      if (call !== null) calls.push(call);
      else skipItem(cursor, [Kind.semicolon]);
    }
  }
  return { kind: 'service', first, end: cursor.end, name, attributes, calls };
}

function parseCall(cursor: Cursor): CallSyntax | null {
  const first = cursor.at;
  const name = cursor.expect(Kind.word, 'the name of a method or "}"');
  if (name < 0 || cursor.expect(Kind.openParen, '"("') < 0) return null;
  const request = parseName(cursor, 'the type of the request');
  if (request === null || cursor.expect(Kind.closeParen, '")"') < 0 || cursor.expect(Kind.colon, '":"') < 0)
    return null;
  const response = parseName(cursor, 'the type of the response');
  if (response === null) return null;
  const attributes = parseAttributes(cursor);
  if (!cursor.accept(Kind.semicolon)) {
    if (!isUnclosed(cursor, attributes)) cursor.missing('";"');
    if (cursor.peek() !== Kind.word || cursor.peekNext() !== Kind.openParen)
      skipItem(cursor, [Kind.semicolon]);
  }
  return { first, end: cursor.end, name, request, response, attributes };
}
