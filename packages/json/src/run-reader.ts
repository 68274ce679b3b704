// Runs a reader over a text, and turns the error that ended it into a diagnostic.
import { CapacityError, encodeUtf8 } from '@fb/bytes';
import type { ParseJsonResult } from './read-options.js';
import { Cursor, type TextRules } from './text/cursor.js';
import { Stop } from './text/stop.js';

/** What of the options is about the text itself. */
export interface TextOptions extends Partial<TextRules> {
  readonly path?: string;
}

/**
 * Calls `read` with a cursor at the start of the text; it returns the bytes of the result. A trusted text is not looked
 * through for zero bytes first.
 */
export function runReader(
  source: string | Uint8Array,
  options: TextOptions,
  read: (cursor: Cursor) => Uint8Array,
  isTrusted = false,
): ParseJsonResult {
  // A plain view: those of Node's Buffer are slow to take parts of.
  const text =
    typeof source === 'string'
      ? encodeUtf8(source)
      : new Uint8Array(source.buffer, source.byteOffset, source.length);
  const cursor = new Cursor(options.path ?? '<json>', text, {
    strict: options.strict ?? false,
    allowNonUtf8: options.allowNonUtf8 ?? false,
    asciiProto: options.asciiProto ?? false,
  });
  try {
    if (!isTrusted) cursor.checkText();
    cursor.start();
    return { bytes: read(cursor), diagnostics: [], consumed: cursor.at };
  } catch (error) {
    const stop = error instanceof CapacityError ? tooLarge(cursor, error) : error;
    if (!(stop instanceof Stop)) throw error;
    return { bytes: null, diagnostics: [stop.diagnostic], consumed: cursor.at };
  }
}

/** The builders' limits: 2^31 - 1 bytes, and 65535 bytes of fields in a table. */
function tooLarge(cursor: Cursor, error: CapacityError): Stop {
  return cursor.stop('JSON-TOO-LARGE', cursor.at, cursor.at + 1, { reason: error.message });
}
