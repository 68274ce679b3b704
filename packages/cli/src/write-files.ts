// Writing to disk, all or nothing: every file is complete under a temporary name before the first takes its place.
import type { Diagnostic } from '@fb/diagnostics';
import { accessSync, closeSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from './host.js';
import { messages } from './messages.js';
import { followed, stageFile, type StagedFile } from './staged-file.js';

/**
 * Writes `files`, by path from `cwd`. A file that has its content already is left alone, a link is followed, and one that
 * is replaced keeps its permissions. On an error before the first file is in its place nothing has changed, and folders and temporary files made on the way are
 * gone again.
 */
export function writeFiles(files: ReadonlyMap<string, Uint8Array>, cwd: string): Diagnostic | null {
  const staged: { file: StagedFile; name: string }[] = [];
  let current = '';
  try {
    for (const [name, content] of files) {
      current = name;
      const target = followed(path.resolve(cwd, name));
      if (holds(target, content)) continue;
      const file = stageFile(target);
      staged.push({ file, name });
      writeNew(file, content);
    }
    for (const { file, name } of staged) {
      current = name;
      file.commit();
    }
    return null;
  } catch (error) {
    for (const { file } of staged.toReversed()) file.discard();
    return messages.create('FILE-WRITE', null, { path: current, reason: reasonOf(error) });
  }
}

function writeNew(file: StagedFile, content: Uint8Array): void {
  const descriptor = file.create();
  try {
    writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
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
