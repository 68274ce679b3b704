// What must hold of the findings about any text, whatever it is: shared by the fuzz tests.
import { renderDiagnostic, type Diagnostic } from '@fb/diagnostics';

/** What does not hold of the first few of `diagnostics`. `hasResult` is whether the text was accepted. */
export function faultsOfFindings(hasResult: boolean, diagnostics: readonly Diagnostic[]): string[] {
  const faults: string[] = [];
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  if (hasResult === failed) faults.push('there is a result if and only if there is no error');
  for (const diagnostic of diagnostics.slice(0, 5)) {
    const shown = renderDiagnostic(diagnostic);
    if (/undefined|\[object/.test(diagnostic.message)) faults.push(`a hole in the message: ${shown}`);
    const { start = 0, end = 0, source } = diagnostic.span ?? {};
    if (start < 0 || end < start || end > (source?.length ?? 0))
      faults.push(`the place is outside: ${shown}`);
  }
  return faults;
}

/** Replaces, removes and repeats bytes: `count` of them from `at` on make way for `bytes`. */
export interface Edit {
  readonly at: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** The bytes after all edits, whose places are taken modulo the length. */
export function edited(original: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let bytes = [...original];
  for (const { at, count, bytes: put } of edits) {
    const start = at % (bytes.length + 1);
    bytes = [...bytes.slice(0, start), ...put, ...bytes.slice(start + count)];
  }
  return Uint8Array.from(bytes);
}
