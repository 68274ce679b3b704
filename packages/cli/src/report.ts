// Shows diagnostics on standard error. The only place that prints them.
import { hasErrors, renderDiagnostic, type Diagnostic } from '@fb/diagnostics';
import { counted } from './counted.js';
import { githubDiagnostic, jsonDiagnostic } from './diagnostic-lines.js';
import type { Io } from './io.js';
import { messages } from './messages.js';
import { painterFor } from './paint.js';
import type { Settings } from './settings.js';

/** Shows diagnostics and tells whether there is no error among them, so that work may go on. */
export type Report = (diagnostics: readonly Diagnostic[]) => boolean;

/** How diagnostics are printed: with frames for people, as lines of JSON, or as commands of GitHub Actions. */
export type DiagnosticFormat = 'text' | 'json' | 'github';

/** The format that the options ask for. */
export function diagnosticFormat(json: boolean, github: boolean): DiagnosticFormat {
  if (json) return 'json';
  return github ? 'github' : 'text';
}

/** What becomes of warnings. */
export interface WarningPolicy {
  /** Leave them out; then they never count. */
  readonly noWarnings: boolean;
  /** Let each be followed by an error. */
  readonly warningsAsErrors: boolean;
  /** Default: text. */
  readonly format?: DiagnosticFormat;
}

/** Says everything to `report` once, however often it is found. */
export function onceEach(report: Report): Report {
  const fresh = unseen();
  return (diagnostics) => report(diagnostics.filter(fresh)) && !hasErrors(diagnostics);
}

/** Tells whether a diagnostic is asked about for the first time. */
export function unseen(): (diagnostic: Diagnostic) => boolean {
  const seen = new Set<string>();
  return ({ code, span, message }) => {
    const key = `${code} ${span?.source.path} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key) !== null;
  };
}

/** The policy that `settings` ask for. */
export function policyOf(settings: Readonly<Settings>): WarningPolicy {
  return {
    noWarnings: settings.noWarnings || settings.quiet,
    warningsAsErrors: settings.warningsAsErrors,
    format: diagnosticFormat(settings.jsonDiagnostics, settings.githubDiagnostics),
  };
}

/** Warnings about what happens to files, not about what is in them: a script that flatc passes may go on. */
const NEVER_ERRORS: ReadonlySet<string> = new Set(['W-OUTPUT-IS-DATA', 'W-ANNOTATE-READ']);

/** How many errors, and how many warnings, are shown at a time. More of them are most likely due to a few mistakes. */
const MOST_SHOWN = 100;

/** A report to the standard error of `io`. */
export function reporter(io: Io, { noWarnings, warningsAsErrors, format = 'text' }: WarningPolicy): Report {
  const paint = painterFor(io.stderr, io.env);
  const show = (diagnostic: Diagnostic): void => {
    const text =
      format === 'text'
        ? renderDiagnostic(diagnostic, { paint })
        : format === 'json'
          ? jsonDiagnostic(diagnostic)
          : githubDiagnostic(diagnostic);
    io.stderr.write(`${text}\n`);
  };
  return (diagnostics) => {
    const shown = diagnostics.filter(({ severity }) => severity === 'error' || !noWarnings);
    // Programs get all of them.
    const most = format === 'json' ? Infinity : MOST_SHOWN;
    const left = { error: most, warning: most };
    for (const diagnostic of shown) if (left[diagnostic.severity]-- > 0) show(diagnostic);
    if (left.error < 0) io.stderr.write(`and ${counted(-left.error, 'more error')}\n`);
    if (left.warning < 0) io.stderr.write(`and ${counted(-left.warning, 'more warning')}\n`);
    if (hasErrors(shown)) return false;
    if (!warningsAsErrors || shown.every(({ code }) => NEVER_ERRORS.has(code))) return true;
    show(messages.create('WERROR', null, {}));
    return false;
  };
}
