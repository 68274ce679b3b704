// The workflow files name scripts, files and versions of this repository: all of them must exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.github/workflows');
const files = readdirSync(folder);
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

it.each(files)('%s runs scripts that there are', (file) => {
  const named = [...read(file).matchAll(/\bp?npm (?:run )?([a-z][\w:]*)/g)].map(([, script = '']) => script);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
});

it.each(files)('%s uses actions at a version, and no more rights than it says', (file) => {
  const text = read(file);
  const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
  expect(text).toMatch(/^permissions:/m);
  expect(text).not.toMatch(/pull_request_target|write-all/);
});

it('the matrix starts at the oldest Node that the packages support', () => {
  const [, versions = ''] = /node: \[(.*)\]/.exec(read('ci.yml')) ?? [];
  expect(manifest.engines.node).toMatch(new RegExp(`^>=${versions.split(',')[0]}\\.`));
  expect(read('ci.yml')).toMatch(/os: \[ubuntu-latest, macos-latest, windows-latest\]/);
});

it('a release states where it was built', () => {
  const text = read('release.yml');
  expect(text).toContain('id-token: write');
  expect(text).toContain("NPM_CONFIG_PROVENANCE: 'true'");
});

it('what SECURITY.md and the code of conduct refer to is there', () => {
  expect(readFileSync(path.join(root, 'SECURITY.md'), 'utf8')).toContain('.github/workflows/release.yml');
  expect(existsSync(path.join(root, 'CODE_OF_CONDUCT.md'))).toBe(true);
});
