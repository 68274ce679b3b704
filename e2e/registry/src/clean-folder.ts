// A folder that holds what a test puts there and what npm installs: nothing of this repository is in reach.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Registry } from './registry.js';
import { run } from './run.js';

/** The projects that are tried, as users would have them. */
const projects = path.resolve(import.meta.dirname, '../projects');

/** What a clean folder starts with. */
export interface CleanFolder {
  /** The name of a folder in `projects/` to copy; nothing is copied without it. */
  readonly project?: string;
  /** What npm is asked to install, in the words of its command line. */
  readonly install: readonly string[];
}

/** Makes `folder`, and installs into it with npm. */
export async function cleanFolder(folder: string, registry: Registry, start: CleanFolder): Promise<string> {
  mkdirSync(folder, { recursive: true });
  if (start.project !== undefined) cpSync(path.join(projects, start.project), folder, { recursive: true });
  write(folder, '.npmrc', registry.npmrc);
  await install(folder, start.install);
  return folder;
}

/** Lets npm install more into a folder that {@link cleanFolder} made. */
export async function install(folder: string, wanted: readonly string[]): Promise<void> {
  // A cache of its own: a port may have been another registry's before.
  const cache = path.join(folder, '..', 'npm-cache');
  const options = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts', '--cache', cache];
  await run('npm', ['install', ...options, ...wanted], { cwd: folder });
}

/** Writes a file below `folder`. */
export function write(folder: string, file: string, content: string | Uint8Array): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** The packages in the `node_modules` of `folder`, in ascending order. */
export function installed(folder: string): readonly string[] {
  const modules = path.join(folder, 'node_modules');
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return names
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`)
        : [name],
    )
    .toSorted();
}
