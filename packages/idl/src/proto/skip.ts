// Stepping over statements of .proto files: those that mean nothing to a schema, and the rest of wrong ones.
import type { Cursor } from '../syntax/cursor.js';
import { Kind } from '../syntax/token.js';

/**
 * Skips one statement: past its semicolon, or past its braces if it has a body. A closing brace that belongs to what is
 * around it is left. Takes one token at least, so that a loop around it ends.
 */
export function skipStatement(cursor: Cursor): void {
  let depth = 0;
  for (let first = true; cursor.peek() !== Kind.end; first = false) {
    const kind = cursor.peek();
    if (kind === Kind.closeBrace && depth === 0 && !first) return;
    cursor.take();
    if (kind === Kind.semicolon && depth === 0) return;
    if (kind === Kind.openBrace) depth++;
    if (kind === Kind.closeBrace && --depth <= 0) return;
  }
}

/** Skips an option with its value, which may have braces: past its semicolon. */
export function skipOption(cursor: Cursor): void {
  cursor.take();
  skipUntil(cursor, [Kind.semicolon]);
  cursor.expect(Kind.semicolon, '";"');
}

/** Skips to the next of `kinds` outside of brackets, or to a bracket that closes what is around. */
export function skipUntil(cursor: Cursor, kinds: readonly number[]): void {
  for (let depth = 0; cursor.peek() !== Kind.end; cursor.take()) {
    const kind = cursor.peek();
    if (depth === 0 && (kinds.includes(kind) || isClosing(kind))) return;
    if (isOpening(kind)) depth++;
    else if (isClosing(kind)) depth--;
  }
}

function isOpening(kind: number): boolean {
  return kind === Kind.openBrace || kind === Kind.openBracket || kind === Kind.openParen;
}

function isClosing(kind: number): boolean {
  return kind === Kind.closeBrace || kind === Kind.closeBracket || kind === Kind.closeParen;
}
