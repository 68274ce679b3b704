// Bytes to JSON text. What bytes hold is no exception here: the reason is the answer.
import { FlatBufferError } from '@fb/flatbuffers';
import { printJson, UnprintableError } from '@fb/json';
import { compile } from './compile.js';
import type { DecodeResult, RequestOf } from './protocol.js';

/** Longer texts make typing stutter. In bytes. */
const MAX_TEXT = 4 << 20;

export function decode({ schema: input, bytes, sizePrefixed }: RequestOf<'decode'>): DecodeResult {
  const { schema } = compile(input);
  if (schema === null) return { message: 'the schema has errors', offset: 0, path: '' };
  try {
    // Exact numbers: whoever edits the text makes the same bytes of what was not touched.
    const options = { sizePrefixed, strict: true, precise: true, maxTextSize: MAX_TEXT };
    return { json: printJson(schema, bytes, options) };
  } catch (error) {
    if (!(error instanceof FlatBufferError || error instanceof UnprintableError)) throw error;
    const tooLong = error instanceof UnprintableError && error.code === 'too-large';
    const message = tooLong ? `its text would be longer than ${MAX_TEXT >> 20} MB` : error.message;
    return { message, offset: error.offset, path: error.path };
  }
}
