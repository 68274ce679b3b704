// Newline-delimited JSON to size-prefixed buffers, with places in the whole text.
import type { Diagnostic, Position, Source } from '@fb/diagnostics';
import { parseNdjson, type JsonCodec, type ParseJsonOptions } from '@fb/json';
import { MAX_SIZE_HINT, type ConversionInput, type Converted } from './converted.js';

/** The buffer of each line that is not blank, or what is wrong with it. After a line that is too long there is no more. */
export async function* linesToBuffers(
  codec: JsonCodec,
  { path, chunks, maxSize }: ConversionInput,
  options: ParseJsonOptions,
): AsyncGenerator<Converted, void, undefined> {
  const parsing = { ...options, path, sizePrefixed: true, maxLineSize: maxSize };
  for await (const { bytes, diagnostics, line, offset } of parseNdjson(codec, chunks, parsing)) {
    const placed = diagnostics.map((diagnostic) => placedIn(diagnostic, line, offset));
    yield { bytes, diagnostics: placed };
  }
}

/** The diagnostic of a line that begins at `offset`, as one of the text that the line is of. */
function placedIn(diagnostic: Diagnostic, line: number, offset: number): Diagnostic {
  const { span } = diagnostic;
  if (span === null)
    return diagnostic.code === 'JSON-TOO-LARGE' ? { ...diagnostic, hint: MAX_SIZE_HINT } : diagnostic;
  const source = new LineSource(span.source, line, offset);
  return { ...diagnostic, span: { source, start: span.start + offset, end: span.end + offset } };
}

/** The only line of a source, as line `line` of a larger one. */
class LineSource implements Source {
  readonly path: string;
  readonly length: number;
  readonly #inner: Source;
  readonly #line: number;
  readonly #offset: number;

  constructor(inner: Source, line: number, offset: number) {
    this.path = inner.path;
    this.length = offset + inner.length;
    this.#inner = inner;
    this.#line = line;
    this.#offset = offset;
  }

  position(offset: number): Position {
    const { line, column } = this.#inner.position(offset - this.#offset);
    return { line: line + this.#line - 1, column };
  }

  lineText(line: number): string {
    return this.#inner.lineText(line - this.#line + 1);
  }
}
