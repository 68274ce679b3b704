// What files are, so that a change shows: noted before they are read, compared when something may have changed. No clock
// is asked, since those of file systems are coarse, or not ours.
import { statSync } from 'node:fs';

/** What some files were when they were noted; there need not be such files yet. */
export class FileStates {
  readonly #states = new Map<string, string>();

  /** The absolute paths. */
  get paths(): IterableIterator<string> {
    return this.#states.keys();
  }

  has(file: string): boolean {
    return this.#states.has(file);
  }

  /** Notes what `file`, an absolute path, is now, if it is not noted yet. */
  note(file: string): void {
    if (!this.#states.has(file)) this.#states.set(file, stateOf(file));
  }

  /** Takes over what others noted. What was noted as two things has changed in between. */
  add(others: FileStates): void {
    for (const [file, state] of others.#states) {
      const known = this.#states.get(file) ?? state;
      this.#states.set(file, known === state ? state : CHANGED);
    }
  }

  /** The files that are no longer what was noted; what they are now is noted instead. */
  changes(): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [file, before] of this.#states) {
      const state = stateOf(file);
      if (state === before) continue;
      changed.add(file);
      this.#states.set(file, state);
    }
    return changed;
  }
}

/** No state of any file. */
const CHANGED = 'changed';

/** Tells a file from what it was before; empty if there is none that could be read. */
function stateOf(file: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(file);
    return [ino, size, mtimeMs, ctimeMs].join();
  } catch {
    return '';
  }
}
