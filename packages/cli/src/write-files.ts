// Writing to disk, all or nothing: every file is complete under a temporary name before the first takes its place.
import type { Diagnostic } from '@fb/diagnostics';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { reasonOf } from './host.js';
import { messages } from './messages.js';

/**
 * Writes `files`, by path from `cwd`. A file that has its content already is left alone, a link is followed. On an
 * error before the first file is in its place nothing has changed, and folders and temporary files made on the way are
 * gone again.
 */
export function writeFiles(files: ReadonlyMap<string, Uint8Array>, cwd: string): Diagnostic | null {
  const staged: { temporary: string; target: string; name: string }[] = [];
  const folders: string[] = [];
  let current = '';
  try {
    for (const [name, content] of files) {
      current = name;
      const target = followed(path.resolve(cwd, name));
      if (holds(target, content)) continue;
      makeFolder(path.dirname(target), folders);
      const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
      staged.push({ temporary, target, name });
      writeFileSync(temporary, content, { flag: 'wx' });
    }
    for (const { temporary, target, name } of staged) {
      current = name;
      renameSync(temporary, target);
    }
    return null;
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const folder of folders.toReversed()) removeIfEmpty(folder);
    return messages.create('FILE-WRITE', null, { path: current, reason: reasonOf(error) });
  }
}

/** Whether `target` is a file with just this content. Throws if something else is in the way. */
function holds(target: string, content: Uint8Array): boolean {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  if (found.size === content.length && Buffer.compare(readFileSync(target), content) === 0) return true;
  // A rename would replace it all the same, against its owner's word.
  accessSync(target, constants.W_OK);
  return false;
}

/** The file itself, where a link leads to it: the link stays. */
function followed(target: string): string {
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
