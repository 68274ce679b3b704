// What happens with finished outputs: they are named, shown, or written.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freshenFiles } from './freshen-files.js';
import type { Io } from './io.js';
import { messages } from './messages.js';
import type { Report } from './report.js';
import type { Settings } from './settings.js';
import { writeFiles } from './write-files.js';

/** Delivers `files`, by path from the current folder and made of `inputs`, as the settings ask for; whether all went well. */
export function deliver(
  files: ReadonlyMap<string, Uint8Array>,
  inputs: readonly string[],
  settings: Readonly<Settings>,
  io: Io,
  report: Report,
): boolean {
  if (settings.fileNamesOnly) {
    io.stdout.write([...files.keys()].map((name) => `${name}\n`).join(''));
    return true;
  }
  if (settings.dryRun) {
    for (const [name, content] of files)
      io.stdout.write(`${fate(path.resolve(io.cwd, name), content)} ${name}\n`);
    return true;
  }
  const problem = writeFiles(files, io.cwd);
  if (problem !== null) return report([problem]);
  freshenFiles(files.keys(), inputs, io.cwd);
  return true;
}

/** Whether `-o -` sends the outputs to standard output instead of a folder. */
export function toStdout({ outputDirectory, fileNamesOnly, dryRun }: Readonly<Settings>): boolean {
  return outputDirectory === '-' && !fileNamesOnly && !dryRun;
}

/** Sends the one output there is to standard output. */
export function deliverToStdout(files: ReadonlyMap<string, Uint8Array>, io: Io, report: Report): boolean {
  const [content, ...more] = files.values();
  if (content === undefined || more.length > 0) {
    const hint = stdoutHint([...files.keys()]);
    return report([messages.create('CLI-STDOUT-ONE', null, { count: files.size }, { hint })]);
  }
  io.stdout.write(content);
  return true;
}

/** How there may be one output only. */
function stdoutHint(names: readonly string[]): string {
  if (names.length === 0) return 'name a file that something is made of';
  const endsIn = (extension: string): boolean => names.some((name) => name.endsWith(extension));
  if (endsIn('.cpp') && names.length === 2) return '--no-cpp-source leaves out the .cpp file';
  if (endsIn('.ts')) return '--ts-one-file writes one file for all types of a schema';
  return 'give -o a folder';
}

/** What a run would do with the file at `target`. */
function fate(target: string, content: Uint8Array): string {
  if (!existsSync(target)) return 'create';
  try {
    return Buffer.compare(readFileSync(target), content) === 0 ? 'keep  ' : 'change';
  } catch {
    // A folder, or not readable: writing it is what fails.
    return 'change';
  }
}
