// Planning of outputs: which file holds what is known, and checked, before anything is rendered.
import type { Diagnostic, Span } from '@fb/diagnostics';
import { generatorMessages } from './messages.js';

/** An output that is planned. @public */
export interface PlannedOutput {
  /** Relative, `/` between folders, with or without extension as long as all are alike. */
  readonly path: string;
  /** What it will hold, for people, such as the kind and name of a definition. */
  readonly subject: string;
  /** The place in the schema that asked for it. */
  readonly span: Span | null;
  /** What to do if it is in the way of another; `null` when renaming is the only way. */
  readonly hint: string | null;
}

/** An error for each two outputs at one path, a warning for paths that only some file systems keep apart. @public */
export function checkOutputs(outputs: readonly PlannedOutput[]): readonly Diagnostic[] {
  const byFold = new Map<string, PlannedOutput[]>();
  const diagnostics: Diagnostic[] = [];
  for (const output of outputs) {
    const rivals = byFold.get(output.path.toLowerCase());
    if (rivals === undefined) {
      byFold.set(output.path.toLowerCase(), [output]);
      continue;
    }
    const same = rivals.find((rival) => rival.path === output.path);
    diagnostics.push(same === undefined ? caseClash(rivals[0] ?? output, output) : clash(same, output));
    if (same === undefined) rivals.push(output);
  }
  return diagnostics;
}

function clash(first: PlannedOutput, second: PlannedOutput): Diagnostic {
  const related = first.span === null ? [] : [{ message: `${first.subject} is here`, span: first.span }];
  const hint = second.hint ?? first.hint ?? 'rename one of them';
  const params = { first: first.subject, second: second.subject, path: second.path };
  return generatorMessages.create('GEN-OUTPUT', second.span, params, { related, hint });
}

function caseClash(first: PlannedOutput, second: PlannedOutput): Diagnostic {
  return generatorMessages.create('W-GEN-OUTPUT-CASE', second.span, {
    first: first.path,
    second: second.path,
  });
}
