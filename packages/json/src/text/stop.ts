// How the first error ends the reading: it unwinds the reader's calls and is caught where the reading began. It never
// leaves this package.
import type { Diagnostic } from '@fb/diagnostics';

/** Carries the diagnostic that ended the reading. */
export class Stop extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
