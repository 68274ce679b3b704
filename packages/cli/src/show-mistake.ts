// What a mistaken command line is told: the mistake, and for people how to write one.
import type { Diagnostic } from '@fb/diagnostics';
import type { Io } from './io.js';
import { diagnosticFormat, reporter } from './report.js';

/** Shows what is wrong with `args`; gives the exit status. */
export async function showMistake(diagnostic: Diagnostic, args: readonly string[], io: Io): Promise<number> {
  const format = diagnosticFormat(args.includes('--json-diagnostics'), args.includes('--github-diagnostics'));
  reporter(io, { noWarnings: false, warningsAsErrors: false, format })([diagnostic]);
  if (format === 'text') {
    const { usageText } = await import('./help.js');
    io.stderr.write(`\n${usageText()}`);
  }
  return 1;
}
