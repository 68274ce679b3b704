// Where to go on after a mistake, so that one does not cause another.
import type { Cursor } from './cursor.js';
import { Kind } from './token.js';

/** Words that begin a declaration at the top of a file. */
export const DECLARATION_WORDS: readonly string[] = [
  'table',
  'struct',
  'enum',
  'union',
  'rpc_service',
  'namespace',
  'root_type',
  'attribute',
  'file_identifier',
  'file_extension',
  'include',
  'native_include',
];

/** Whether a declaration begins here: its word followed by a name or a string, which nothing inside braces looks like. */
export function atDeclaration(cursor: Cursor): boolean {
  if (cursor.peek() !== Kind.word) return false;
  const next = cursor.peekNext();
  return (next === Kind.word || next === Kind.string) && DECLARATION_WORDS.includes(cursor.text(cursor.at));
}

/**
 * Skips the rest of a thing inside braces: past the next of the `separators`, or up to the closing brace or the next
 * declaration. Braces inside are skipped as a whole and end it as well.
 */
export function skipItem(cursor: Cursor, separators: readonly number[]): void {
  for (let depth = 0; cursor.peek() !== Kind.end;) {
    if (depth === 0) {
      if (cursor.peek() === Kind.closeBrace || atDeclaration(cursor)) return;
      if (separators.includes(cursor.peek())) {
        cursor.take();
        return;
      }
    }
    const kind = cursor.peek();
    cursor.take();
    if (kind === Kind.openBrace) depth++;
    else if (kind === Kind.closeBrace && --depth === 0) return;
  }
}

/** Skips to the next declaration at the top of a file, past braces and a semicolon in between. */
export function skipDeclaration(cursor: Cursor): void {
  for (let depth = 0; cursor.peek() !== Kind.end;) {
    const kind = cursor.peek();
    if (depth === 0 && atDeclaration(cursor)) return;
    cursor.take();
    if (kind === Kind.openBrace) depth++;
    else if (kind === Kind.closeBrace && --depth <= 0) return;
    else if (kind === Kind.semicolon && depth === 0) return;
  }
}

/** Opens a body; without a brace, what belongs to the declaration is skipped and there is no body. */
export function openBody(cursor: Cursor): boolean {
  if (cursor.expect(Kind.openBrace, '"{"') >= 0) return true;
  skipDeclaration(cursor);
  return false;
}

/** Whether the body has another item; takes its closing brace or reports that it is missing. */
export function inBody(cursor: Cursor): boolean {
  if (cursor.accept(Kind.closeBrace)) return false;
  if (cursor.peek() !== Kind.end && !atDeclaration(cursor)) return true;
  cursor.missing('"}"');
  return false;
}
