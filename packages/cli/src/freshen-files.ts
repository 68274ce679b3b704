// The times of outputs that did not change. They are not written again, so that those who watch them are not woken for
// nothing; but make and its kin would make what is older than its sources anew for ever.
import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';

/** Marks those of `outputs` as made now that are older than one of the `inputs` they come from. */
export function freshenFiles(outputs: Iterable<string>, inputs: readonly string[], cwd: string): void {
  const newest = Math.max(...inputs.map((input) => timeOf(path.resolve(cwd, input))));
  for (const output of outputs) {
    const target = path.resolve(cwd, output);
    if (timeOf(target) >= newest) continue;
    const now = new Date();
    try {
      utimesSync(target, now, now);
    } catch {
      // It belongs to somebody else; its content is right.
    }
  }
}

/** When a file was last changed; long ago if there is none, as for standard input. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
