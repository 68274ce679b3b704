// A file under a temporary name beside its place, which it takes only when it is complete.
import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** A file that is being made. */
export interface StagedFile {
  /**
   * Makes the file under its temporary name, with the permissions of the one that it will replace; gives its descriptor.
   * Throws what node:fs throws, as when something of that name is there already.
   */
  create(): number;
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
    create: () => createLike(temporary, target),
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

const PERMISSIONS = 0o777;

function createLike(file: string, model: string): number {
  const mode = statSync(model, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return openSync(file, 'wx');
  const wanted = mode & PERMISSIONS;
  // Never open to more people than in the end, and then to those as well whom the umask left out.
  const descriptor = openSync(file, 'wx', wanted);
  try {
    if ((fstatSync(descriptor).mode & PERMISSIONS) !== wanted) fchmodSync(descriptor, wanted);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
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
