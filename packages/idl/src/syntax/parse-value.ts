// Default values. Conversion functions are collected, not nested, so that any number of them is harmless.
import { messages } from '../messages.js';
import type { Cursor } from './cursor.js';
import { MAX_DEPTH } from './parse-type.js';
import type { ValueSyntax } from './syntax.js';
import { Kind } from './token.js';

/** The value after an equals sign. What it may be depends on the field's type and is checked there. */
export function parseValue(cursor: Cursor): ValueSyntax {
  const first = cursor.at;
  const calls: number[] = [];
  // A word that touches a parenthesis is a function, whatever follows.
  while (cursor.peek() === Kind.word && cursor.peekNext() === Kind.openParen && nextTouches(cursor)) {
    calls.push(cursor.take());
    cursor.take();
  }
  if (calls.length > MAX_DEPTH) {
    cursor.report(messages.create('DEPTH', cursor.span(calls[MAX_DEPTH] ?? first), { limit: MAX_DEPTH }));
  }
  const atom = parseAtom(cursor);
  for (let i = calls.length; i > 0; i--) if (cursor.expect(Kind.closeParen, '")"') < 0) break;
  const { kind, sign, token, dotted, hasItems } = atom;
  return { kind, first, end: cursor.end, calls, sign, token, dotted, hasItems };
}

type Atom = Omit<ValueSyntax, 'first' | 'end' | 'calls'>;

function parseAtom(cursor: Cursor): Atom {
  switch (cursor.peek()) {
    case Kind.integer:
    case Kind.float:
    case Kind.string:
    case Kind.badNumber:
    case Kind.badString:
      return { kind: 'literal', sign: -1, token: cursor.take(), dotted: false, hasItems: false };
    case Kind.plus:
    case Kind.minus:
    case Kind.word:
      return parseWord(cursor);
    case Kind.openBracket: {
      const token = cursor.take();
      const hasItems = cursor.peek() !== Kind.closeBracket;
      skipList(cursor);
      return { kind: 'list', sign: -1, token, dotted: false, hasItems };
    }
    default:
      return { kind: 'missing', sign: -1, token: cursor.at, dotted: false, hasItems: false };
  }
}

/** A word, perhaps signed; a dotted name is taken as a whole, though none is valid, to say so once. */
function parseWord(cursor: Cursor): Atom {
  const sign = cursor.peek() === Kind.word ? -1 : cursor.take();
  const token = cursor.take();
  let dotted = false;
  while (cursor.peek() === Kind.dot && cursor.peekNext() === Kind.word) {
    dotted = true;
    cursor.take();
    cursor.take();
  }
  return { kind: 'word', sign, token, dotted, hasItems: false };
}

function nextTouches(cursor: Cursor): boolean {
  return cursor.tokens.ends[cursor.at] === cursor.tokens.starts[cursor.at + 1];
}

/** Passes the closing bracket; stops before what can only be outside of the list. */
function skipList(cursor: Cursor): void {
  for (let depth = 1; depth > 0 && !isOutside(cursor.peek());) {
    if (cursor.peek() === Kind.openBracket) depth++;
    else if (cursor.peek() === Kind.closeBracket) depth--;
    cursor.take();
  }
}

function isOutside(kind: number): boolean {
  return kind === Kind.end || kind === Kind.semicolon || kind === Kind.openBrace || kind === Kind.closeBrace;
}
