// The README's command lines do what it says, and the options it names exist.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OPTIONS } from '../src/options.js';
import { flatc, filesIn, temporaryFolder, textOf } from './temporary-folder.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const schema = `namespace Game;
table Monster { name:string; hp:short = 100; }
root_type Monster;
file_identifier "MONS";
file_extension "mon";
`;

it('shows command lines that work', async () => {
  const folder = temporaryFolder({ 'monster.fbs': schema, 'orc.json': '{ name: "Orc", hp: 80 }' });
  const lines = [...readme.matchAll(/^npx flatc (.*)$/gm)].map(([, args = '']) => args.split(' '));
  expect(lines).toHaveLength(4);
  for (const args of lines)
    expect(await flatc(folder, args)).toMatchObject({ status: 0, stderr: '', stdout: '' });
  expect(filesIn(folder)).toEqual(
    expect.arrayContaining(['generated/game/monster.ts', 'monster.bfbs', 'orc.mon', 'text/orc.json']),
  );
  expect(textOf(folder, 'text/orc.json')).toBe('{\n  name: "Orc",\n  hp: 80\n}\n');
});

it('shows a call that works', async () => {
  const call = /await run\((\[.*\]), \{ stdout, stderr, env, cwd/.exec(readme)?.[1] ?? '';
  const args = JSON.parse(call.replaceAll("'", '"')) as string[];
  const folder = temporaryFolder({ 'monster.fbs': schema, 'orc.json': '{ name: "Orc" }' });
  expect(await flatc(folder, args)).toMatchObject({ status: 0, created: ['orc.mon'] });
});

it('names options that there are', () => {
  const table = readme.slice(readme.indexOf('## Options'), readme.indexOf('## What it promises'));
  const named = [...table.matchAll(/(?<![\w-])--?[a-zA-Z][a-z-]*(?!…)(?=[ `])/g)].map(([name]) => name);
  const known = OPTIONS.filter(({ help }) => help !== '').flatMap(({ names }) => names);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
