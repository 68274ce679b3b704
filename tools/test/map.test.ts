// ARCHITECTURE.md and the README name every package: a newcomer finds all of them there.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

it.each(['packages', 'apps', 'e2e'])('the map of ARCHITECTURE.md has all folders of %s', (folder) => {
  const [, map = ''] = /```text\n(.*?)```/s.exec(read('ARCHITECTURE.md')) ?? [];
  const named = map.split('\n').map((line) => line.split(' ')[0]);
  expect(foldersIn(folder).filter((each) => !named.includes(each))).toEqual([]);
});

it('the README has all packages', () => {
  const readme = read('README.md');
  expect(foldersIn('packages').filter((each) => !readme.includes(`](${each})`))).toEqual([]);
});
