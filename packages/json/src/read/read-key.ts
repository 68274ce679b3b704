// The key of a member: a word, or a string of either kind of quotes, which strict JSON demands.
import { isWordStart } from '../text/characters.js';
import { excerpt } from '../text/excerpt.js';
import type { Cursor } from '../text/cursor.js';

/** Reads a key and returns it decoded. */
export function readKey(cursor: Cursor): string {
  const c = cursor.space();
  if (cursor.isQuote(c)) {
    cursor.string();
    return cursor.contentText();
  }
  if (c === undefined || !isWordStart(c)) throw cursor.unexpected('a key');
  cursor.word();
  const key = cursor.tokenText();
  if (cursor.rules.strict) {
    throw cursor.stop(
      'JSON-STRICT-KEY',
      cursor.tokenStart,
      cursor.tokenEnd,
      { key },
      `write "${excerpt(key)}"`,
    );
  }
  return key;
}
