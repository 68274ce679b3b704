// The door from JSON to FlatBuffers, for one text.
import type { Schema } from '@fb/schema';
import { JsonCodec } from './codec.js';
import type { ParseJsonOptions, ParseJsonResult } from './read-options.js';

/**
 * Reads a JSON text in flatc's dialect as the root table of `schema` and gives the finished FlatBuffer, byte for byte
 * what `flatc -b` writes, with the schema's file identifier. A string is encoded once; spans of diagnostics count bytes.
 * Reading stops at the first error, which comes with its place, its path (`$.weapons[2].damage`) and what was expected.
 * Never throws for what the text holds. For many texts of one schema a {@link JsonCodec} is faster.
 * @public
 */
export function parseJson(
  schema: Schema,
  source: string | Uint8Array,
  options: ParseJsonOptions = {},
): ParseJsonResult {
  return new JsonCodec(schema).parse(source, options);
}
