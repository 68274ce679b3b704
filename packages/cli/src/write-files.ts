// Writing to disk, all or nothing: every file is complete under a temporary name before the first takes its place.
import type { Diagnostic } from '@fb/diagnostics';
import { mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from './host.js';
import { messages } from './messages.js';

/**
 * Writes `files`, by path from `cwd`. A file that has its content already is left alone. On an error nothing has
 * changed, and folders and temporary files made on the way are gone again.
 */
export function writeFiles(files: ReadonlyMap<string, Uint8Array>, cwd: string): Diagnostic | null {
  const staged: { temporary: string; target: string; name: string }[] = [];
  const folders: string[] = [];
  let current = '';
  try {
    for (const [name, content] of files) {
      current = name;
      const target = path.resolve(cwd, name);
      if (holds(target, content)) continue;
      const made = mkdirSync(path.dirname(target), { recursive: true });
      if (made !== undefined) folders.push(...between(made, path.dirname(target)));
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
  return found.size === content.length && Buffer.compare(readFileSync(target), content) === 0;
}

/** The folders from `first` down to `last`, both included. */
function between(first: string, last: string): string[] {
  const folders: string[] = [];
  for (let folder = last; folder.length >= first.length; folder = path.dirname(folder))
    folders.unshift(folder);
  return folders;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in there by now: it stays.
  }
}
