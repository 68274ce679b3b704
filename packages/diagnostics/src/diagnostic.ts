// A finding about a user's text: a value that is collected, never thrown.
import type { Span } from './source.js';

/** How bad it is: an error stops the work after everything was checked, a warning does not. @public */
export type Severity = 'error' | 'warning';

/** Another place that explains a diagnostic, such as a first declaration. @public */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** One finding about a user's text. @public */
export interface Diagnostic {
  /** Stable identifier, such as `NAME-UNDEF`; warnings start with `W-`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where it is; `null` for findings about a whole input. */
  readonly span: Span | null;
  /** A path into the data, such as `$.weapons[2].damage`; only findings about JSON have one. */
  readonly path?: string;
  readonly related: readonly Related[];
  /** What to do about it, in a sentence. */
  readonly hint: string | null;
}

/** Whether any of `diagnostics` is an error. @public */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
