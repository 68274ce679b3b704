// Newline-delimited JSON to size-prefixed buffers.
import type { Diagnostic } from '@fb/diagnostics';
import { parseNdjson, type JsonCodec, type ParseJsonOptions } from '@fb/json';
import { MAX_SIZE_HINT, type ConversionInput, type Converted } from './converted.js';

/** The buffer of each line that is not blank, or what is wrong with it. After a line that is too long there is no more. */
export async function* linesToBuffers(
  codec: JsonCodec,
  { path, chunks, maxSize }: ConversionInput,
  options: ParseJsonOptions,
): AsyncGenerator<Converted, void, undefined> {
  const parsing = { ...options, path, sizePrefixed: true, maxLineSize: maxSize };
  for await (const { bytes, diagnostics } of parseNdjson(codec, chunks, parsing))
    yield { bytes, diagnostics: diagnostics.map(withHint) };
}

function withHint(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === 'JSON-LINE-SIZE' ? { ...diagnostic, hint: MAX_SIZE_HINT } : diagnostic;
}
