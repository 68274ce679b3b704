// What happens on the day of a release, by the scripts of the root, in a copy of this repository: versions from the
// changesets, then everything is published. The copy has what was built here; the repository itself is only read.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Registry } from './registry.js';
import { run } from './run.js';

/** The root of this repository. */
export const repository = path.resolve(import.meta.dirname, '../../..');

/** The manifest of a package, as far as tests look at it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The manifests of the packages below `root`, by the names of their folders. */
export function packagesBelow(root: string): ReadonlyMap<string, Manifest> {
  return new Map(
    readdirSync(path.join(root, 'packages')).flatMap((name) => {
      const file = path.join(root, 'packages', name, 'package.json');
      return existsSync(file) ? [[name, JSON.parse(readFileSync(file, 'utf8')) as Manifest] as const] : [];
    }),
  );
}

/** Versions and publishes a copy of the repository, made in `folder`. */
export async function release(folder: string, registry: Registry): Promise<void> {
  copyPackages(folder);
  await commit(folder);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as RootManifest;
  const pnpm = (...args: string[]): Promise<string> =>
    run('npx', ['--yes', '--prefer-offline', manifest.packageManager, ...args], { cwd: folder });
  // Links between the packages, which tell what `workspace:` stands for.
  const filters = [manifest.name, './packages/*'].flatMap((name) => ['--filter', name]);
  await pnpm('install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts', ...filters);
  await pnpm('run', 'release:version');
  writeFileSync(path.join(folder, '.npmrc'), registry.npmrc);
  await pnpm('run', 'release:publish');
}

interface RootManifest {
  readonly name: string;
  readonly packageManager: string;
}

/** The packages as they were built, and what of the root says that they are a workspace. */
function copyPackages(folder: string): void {
  const copy = (name: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    cpSync(path.join(repository, name), path.join(folder, name), {
      recursive: true,
      filter: (source) => !/[/\\](?:node_modules|test|bundle|\.turbo)$/.test(source),
    });
  };
  const files = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'LICENSE', '.changeset'];
  for (const name of files) copy(name);
  for (const name of packagesBelow(repository).keys()) {
    if (!existsSync(path.join(repository, 'packages', name, 'dist')))
      throw new Error(`packages/${name} is not built: run \`npm run build\` first`);
    copy(path.join('packages', name));
  }
}

/** Changesets looks up who added what. */
async function commit(folder: string): Promise<void> {
  const git = (...args: string[]): Promise<string> => run('git', args, { cwd: folder });
  writeFileSync(path.join(folder, '.gitignore'), 'node_modules\n');
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=a copy');
}
