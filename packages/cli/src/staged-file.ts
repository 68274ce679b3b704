// A file under a temporary name beside its place, which it takes only when it is complete.
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/** A file that is being made. */
export interface StagedFile {
  /** Where it is until then. Nothing is there yet. */
  readonly temporary: string;
  /** Puts it in its place. */
  commit(): void;
  /** Takes it away again, with the folders that were made for it. */
  discard(): void;
}

/** Prepares for a file at `target`, which {@link followed} gave: makes its folder. Throws what node:fs throws. */
export function stageFile(target: string): StagedFile {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  const folders: string[] = [];
  const removeFolders = (): void => {
    for (const folder of folders.splice(0).toReversed()) removeIfEmpty(folder);
  };
  try {
    makeFolder(path.dirname(target), folders);
  } catch (error) {
    removeFolders();
    throw error;
  }
  return {
    temporary,
    commit: () => renameSync(temporary, target),
    discard() {
      rmSync(temporary, { force: true });
      removeFolders();
    },
  };
}

/** The file itself, where a link leads to it: the link stays. */
export function followed(target: string): string {
  return existsSync(target) ? realpathSync(target) : target;
}

/** Makes a folder and those above it, and lists what was made. Node's own recursion does not end everywhere, as in /proc. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in there by now: it stays.
  }
}
