// Goes over a value without a type: a member the schema does not know, a union's value before its type, the text of a
// nested buffer. Knows plain JSON only: of words just `true`, `false`, `null` and `inf`; no functions, no enum names.
import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, isWordStart } from '../text/characters.js';
import type { Cursor } from '../text/cursor.js';
import { readKey } from './read-key.js';

/** Goes behind the next value. Recursion is bounded by the cursor's depth limit. */
export function skipValue(cursor: Cursor): void {
  cursor.enter();
  const c = cursor.space();
  if (c === OPEN_BRACE) {
    skipMembers(cursor, CLOSE_BRACE);
  } else if (c === OPEN_BRACKET) {
    skipMembers(cursor, CLOSE_BRACKET);
  } else if (cursor.isQuote(c)) {
    cursor.string();
  } else if (cursor.isNumber(c) && !cursor.isSignedWord()) {
    cursor.number();
  } else if (c === undefined || !(isWordStart(c) || cursor.isNumber(c))) {
    throw cursor.unexpected('a value');
  } else if (!['true', 'false', 'null', 'inf'].some((word) => cursor.takeWord(word))) {
    const start = cursor.at;
    const found = cursor.token();
    throw cursor.stop('JSON-SKIP', start, Math.max(cursor.at, start + 1), { found }, 'put it in quotes');
  }
  cursor.leave();
}

function skipMembers(cursor: Cursor, closer: number): void {
  cursor.at++;
  let count = 0;
  for (let more = cursor.space() !== closer; more; more = cursor.comma(closer, count)) {
    if (closer === CLOSE_BRACE) {
      readKey(cursor);
      cursor.colon();
    }
    skipValue(cursor);
    count++;
  }
  cursor.at++;
}
