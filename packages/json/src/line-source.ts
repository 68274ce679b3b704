// Places in a text of many lines, each of which is read by itself.
import type { Diagnostic, Position, Source } from '@fb/diagnostics';

/** The diagnostic of line `line`, which begins at `offset`, as one of the text that the line is of. */
export function placedIn(diagnostic: Diagnostic, line: number, offset: number): Diagnostic {
  const { span } = diagnostic;
  if (span === null) return diagnostic;
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
