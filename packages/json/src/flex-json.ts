// JSON to FlexBuffers and back: any value, without a schema.
import { getRoot, printText, verify } from '@fb/flexbuffers';
import { readFlexBuffer } from './read/flex-reader.js';
import type { ParseFlexJsonOptions, ParseJsonResult } from './read-options.js';
import { runReader } from './run-reader.js';

/** Options of {@link printFlexJson}. @public */
export interface PrintFlexJsonOptions {
  /** Quotes all keys (`--strict-json`), not only those that are no words. */
  readonly strict?: boolean;
}

/**
 * Reads any value in flatc's JSON dialect and gives the FlexBuffer that `flatc --flexbuffers -b` writes. As there, text
 * behind the value is looked at no further than its first token. Never throws for what the text holds.
 * @public
 */
export function parseFlexJson(
  source: string | Uint8Array,
  options: ParseFlexJsonOptions = {},
): ParseJsonResult {
  return runReader(source, options, (cursor) => {
    const bytes = readFlexBuffer(cursor, options.exactNumbers ?? false);
    const end = cursor.at;
    cursor.token();
    cursor.at = end;
    return bytes;
  });
}

/**
 * Prints a FlexBuffer as `flatc --flexbuffers --json` does: on one line, without a line break at its end. The buffer is
 * verified first; throws a `FlexBufferError` if it is not valid.
 * @public
 */
export function printFlexJson(bytes: Uint8Array, options: PrintFlexJsonOptions = {}): string {
  const error = verify(bytes);
  if (error !== null) throw error;
  return printText(getRoot(bytes), { quoteStrings: true, quoteKeys: options.strict ?? false });
}
