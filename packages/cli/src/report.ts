// Shows diagnostics on standard error. The only place that prints them.
import { hasErrors, renderDiagnostic, type Diagnostic } from '@fb/diagnostics';
import type { Io } from './io.js';
import { messages } from './messages.js';
import { painterFor } from './paint.js';

/** Shows diagnostics and tells whether there is no error among them, so that work may go on. */
export type Report = (diagnostics: readonly Diagnostic[]) => boolean;

/** What becomes of warnings. */
export interface WarningPolicy {
  /** Leave them out; then they never count. */
  readonly noWarnings: boolean;
  /** Let each be followed by an error. */
  readonly warningsAsErrors: boolean;
}

/** How many errors, and how many warnings, are shown at a time. More of them are most likely due to a few mistakes. */
const MOST_SHOWN = 100;

/** A report to the standard error of `io`. */
export function reporter(io: Io, { noWarnings, warningsAsErrors }: WarningPolicy): Report {
  const paint = painterFor(io.stderr, io.env);
  const show = (diagnostic: Diagnostic): void => {
    io.stderr.write(`${renderDiagnostic(diagnostic, { paint })}\n`);
  };
  return (diagnostics) => {
    const shown = diagnostics.filter(({ severity }) => severity === 'error' || !noWarnings);
    const left = { error: MOST_SHOWN, warning: MOST_SHOWN };
    for (const diagnostic of shown) if (left[diagnostic.severity]-- > 0) show(diagnostic);
    if (left.error < 0) io.stderr.write(`and ${-left.error} more error${left.error === -1 ? '' : 's'}\n`);
    if (left.warning < 0)
      io.stderr.write(`and ${-left.warning} more warning${left.warning === -1 ? '' : 's'}\n`);
    if (hasErrors(shown)) return false;
    if (shown.length === 0 || !warningsAsErrors) return true;
    show(messages.create('WERROR', null, {}));
    return false;
  };
}
