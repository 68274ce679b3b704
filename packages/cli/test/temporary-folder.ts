// A folder for one test, and flatc run in it as a person would, with what it printed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../src/index.js';

/** Makes a folder that holds `files` and is gone after the test. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'flatc-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** All files below `folder` by relative path, in ascending order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
}

export function bytesOf(folder: string, name: string): Uint8Array {
  return readFileSync(path.join(folder, name));
}

export function textOf(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** What a run of flatc gave. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that were not there before, in ascending order. */
  readonly created: readonly string[];
}

/** Runs flatc in `folder`. */
export async function flatc(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin: readonly Uint8Array[] = [],
): Promise<Run> {
  const before = new Set(filesIn(folder));
  let stdout = '';
  let stderr = '';
  const status = await run(args, {
    stdout: { write: (piece) => (stdout += Buffer.from(piece).toString()) },
    stderr: { write: (text) => (stderr += text) },
    cwd: folder,
    env,
    stdin: Readable.from(stdin),
  });
  return { status, stdout, stderr, created: filesIn(folder).filter((name) => !before.has(name)) };
}
