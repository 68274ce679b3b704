// Diagnostics for programs, one a line.
import type { Diagnostic, Span } from '@fb/diagnostics';

/**
 * As an object of JSON: `code`, `severity`, `message`, `file`, `start` and `end` (`line` and `column` from 1, `offset`
 * from 0), `path` in the data, `hint`, `related`. What is not known is null.
 */
export function jsonDiagnostic({ code, severity, message, span, path, hint, related }: Diagnostic): string {
  return JSON.stringify({
    code,
    severity,
    message,
    ...placeOf(span),
    path: path ?? null,
    hint,
    related: related.map((other) => ({ message: other.message, ...placeOf(other.span) })),
  });
}

function placeOf(span: Span | null): object {
  if (span === null) return { file: null, start: null, end: null };
  const { source, start, end } = span;
  const at = (offset: number): object => ({ offset, ...source.position(offset) });
  return { file: source.path, start: at(start), end: at(Math.max(start, end)) };
}

/** As a workflow command, which GitHub shows beside the line of code. */
export function githubDiagnostic({ code, severity, message, span, path, hint }: Diagnostic): string {
  const properties = [`title=${property(code)}`];
  if (span !== null) {
    const start = span.source.position(span.start);
    const end = span.source.position(Math.max(span.start, span.end));
    properties.unshift(
      `file=${property(span.source.path)}`,
      `line=${start.line}`,
      `endLine=${end.line}`,
      // Columns are for spans in one line only.
      ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    );
  }
  const text = [
    message + (path === undefined ? '' : ` (at ${path})`),
    ...(hint === null ? [] : [`hint: ${hint}`]),
  ];
  return `::${severity} ${properties.join(',')}::${data(text.join('\n'))}`;
}

/** Line breaks would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
