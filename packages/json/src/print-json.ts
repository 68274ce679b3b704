// The door from FlatBuffers to JSON, for one buffer.
import { decodeUtf8 } from '@fb/bytes';
import type { Schema } from '@fb/schema';
import { JsonCodec } from './codec.js';
import type { TextSink } from './print/document-printer.js';
import type { PrintJsonOptions } from './print-options.js';

/**
 * Prints a FlatBuffer with the root table of `schema` as JSON, the text that `flatc --json` prints: floats with 6 and
 * doubles with 12 decimals, so that text does not always read back as the same number. The buffer is verified first. Throws
 * a `FlatBufferError` if it is not valid, and an {@link UnprintableError} if it holds what the text has no form for. Use
 * {@link printJsonBytes} where the text may be longer than a string can be, about 2^29 characters.
 * @public
 */
export function printJson(schema: Schema, bytes: Uint8Array, options: PrintJsonOptions = {}): string {
  const text = printJsonBytes(schema, bytes, options);
  return decodeUtf8(text, 0, text.length);
}

/**
 * {@link printJson} as UTF-8 bytes: up to `maxTextSize` of them. More than 1 MiB may be a part of an `ArrayBuffer` of up to twice
 * their size.
 * @public
 */
export function printJsonBytes(
  schema: Schema,
  bytes: Uint8Array,
  options: PrintJsonOptions = {},
): Uint8Array {
  return new JsonCodec(schema).print(bytes, options);
}

/**
 * {@link printJson} as UTF-8 in pieces of some 64 KB, each given to `sink` as soon as it is there: for texts larger than memory. The
 * sink is called before this returns; if a buffer cannot be printed it has got the text up to there.
 * @public
 */
export function printJsonTo(
  schema: Schema,
  bytes: Uint8Array,
  sink: TextSink,
  options: PrintJsonOptions = {},
): void {
  new JsonCodec(schema).printTo(bytes, sink, options);
}
