// Diagnostics as data: spans become places.
import type { Diagnostic, Span } from '@fb/diagnostics';
import type { Place, Problem } from './protocol.js';

export function problemsOf(diagnostics: readonly Diagnostic[]): readonly Problem[] {
  return diagnostics.map((diagnostic) => problemOf(diagnostic));
}

export function problemOf({ code, severity, message, hint, span, related }: Diagnostic): Problem {
  return {
    code,
    severity,
    message,
    hint,
    place: span === null ? null : placeOf(span),
    related: related.map((each) => ({ message: each.message, place: placeOf(each.span) })),
  };
}

function placeOf({ source, start, end }: Span): Place {
  const { line, column } = source.position(start);
  return { file: source.path, start, end, line, column };
}
