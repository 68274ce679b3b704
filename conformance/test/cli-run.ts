// flatc, ours, run in a fresh folder that holds given files.
import { run } from '@fb/cli';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

/** What one run left behind, in the form of an `OracleRun`. */
export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The files it wrote or changed, by path relative to the folder, in ascending order. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Runs `flatc ...args` in a folder that holds `given` by relative path and is gone afterwards; `stdin` is what `-` reads. */
export async function runCli(
  args: readonly string[],
  given: Readonly<Record<string, string | Uint8Array>>,
  stdin = '',
): Promise<CliRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flatc-'));
  try {
    for (const [name, content] of Object.entries(given)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    let stdout = '';
    let stderr = '';
    const status = await run(args, {
      stdout: { write: (text) => (stdout += Buffer.from(text).toString()) },
      stderr: { write: (text) => (stderr += text) },
      stdin: Readable.from([stdin]),
      cwd: folder,
      env: {},
    });
    return { status, stdout, stderr, files: writtenFiles(folder, given) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writtenFiles(
  folder: string,
  given: Readonly<Record<string, string | Uint8Array>>,
): ReadonlyMap<string, Uint8Array> {
  const written = new Map<string, Uint8Array>();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  for (const name of names.toSorted()) {
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    const before = given[name];
    if (before === undefined || Buffer.compare(Buffer.from(before), bytes) !== 0) written.set(name, bytes);
  }
  return written;
}
