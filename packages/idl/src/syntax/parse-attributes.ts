// Attribute lists: `(name, name: 1, "name": "text")`.
import { messages } from '../messages.js';
import type { Cursor } from './cursor.js';
import { parseValue } from './parse-value.js';
import type { AttributeSyntax, ValueSyntax } from './syntax.js';
import { Kind } from './token.js';

const NONE: readonly AttributeSyntax[] = Object.freeze([]);

/** The list at the cursor, empty if there is none. What is wrong in it is reported and stepped over. */
export function parseAttributes(cursor: Cursor): readonly AttributeSyntax[] {
  if (!cursor.accept(Kind.openParen)) return NONE;
  const attributes: AttributeSyntax[] = [];
  do {
    const first = cursor.at;
    const isName =
      cursor.peek() === Kind.word || cursor.peek() === Kind.string || cursor.peek() === Kind.badString;
    if (!isName) {
      if (!cursor.isExplained)
        cursor.report(
          messages.create('SYN-ATTR-NAME', cursor.span(first), { found: cursor.describe(first) }),
        );
      break;
    }
    const name = cursor.take();
    let value = -1;
    let equals: ValueSyntax | null = null;
    if (cursor.accept(Kind.colon)) {
      if (isAttributeValue(cursor.peek())) {
        value = cursor.take();
      } else {
        const found = cursor.describe(cursor.at);
        if (!cursor.isExplained)
          cursor.report(
            messages.create('VAL-TOKEN', cursor.span(cursor.at), { found, type: 'an attribute' }),
          );
        if (cursor.peek() === Kind.word || cursor.peek() === Kind.float) cursor.take();
      }
    } else if (cursor.peek() === Kind.equals) {
      if (!cursor.source.text.startsWith('default', cursor.tokens.starts[name])) cursor.missing('"," or ")"');
      cursor.take();
      equals = parseValue(cursor);
    }
    attributes.push({ first, end: cursor.end, name, value, equals });
  } while (cursor.accept(Kind.comma));
  if (!cursor.accept(Kind.closeParen)) {
    if (attributes.length > 0 && !endsBadly(cursor)) cursor.missing('"," or ")"');
    skipToClose(cursor);
  }
  return attributes;
}

/** Whether the list just parsed lacks its closing parenthesis, which was reported. */
export function isUnclosed(cursor: Cursor, attributes: readonly AttributeSyntax[]): boolean {
  const last = cursor.tokens.kinds[cursor.end - 1];
  return attributes.length > 0 ? last !== Kind.closeParen : last === Kind.openParen;
}

function isAttributeValue(kind: number): boolean {
  return kind === Kind.integer || kind === Kind.string || kind === Kind.badNumber || kind === Kind.badString;
}

/** Whether the list stopped after a comma, which was reported as a missing name. */
function endsBadly(cursor: Cursor): boolean {
  return cursor.tokens.kinds[cursor.end - 1] === Kind.comma;
}

function skipToClose(cursor: Cursor): void {
  for (;;) {
    switch (cursor.peek()) {
      case Kind.closeParen:
        cursor.take();
        return;
      case Kind.end:
      case Kind.semicolon:
      case Kind.openBrace:
      case Kind.closeBrace:
        return;
      default:
        // No attribute is a word before a parenthesis: a method of a service is.
        if (cursor.peek() === Kind.word && cursor.peekNext() === Kind.openParen) return;
        cursor.take();
    }
  }
}
