// The README at the root: its commands run, its error looks as shown, its table has every package.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vectorText } from '../src/vectors.js';
import { runCli } from './cli-run.js';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const schema = vectorText('tutorial/monster.fbs');
const orc = '{\n  name: "Orc",\n  weapons: [\n    {\n      name: "Axe",\n      damage: 5\n    }\n  ]\n}\n';

it('the table names every package, and how to install it', () => {
  for (const name of readdirSync(new URL('packages/', root))) {
    const flag = /^(?:cli|codegen-.*|unplugin)$/.test(name) ? '(-D )?' : '';
    expect(readme).toMatch(new RegExp(`\\(packages/${name}\\) .*npm install ${flag}@fb/${name}\``));
  }
});

it('the commands do what they say', async () => {
  const commands = [...readme.matchAll(/^npx flatc (.+?) +# .*$/gm)].map(([, args = '']) => args.split(' '));
  expect(commands).toHaveLength(3);
  let files: Record<string, string | Uint8Array> = { 'monster.fbs': schema, 'orc.json': orc };
  const written: string[] = [];
  for (const args of commands) {
    const result = await runCli(args, files);
    expect(result).toMatchObject({ status: 0 });
    written.push(...result.files.keys());
    files = { ...files, ...Object.fromEntries(result.files) };
  }
  expect(written).toContain('src/generated/my-game/sample/monster.ts');
  expect(written).toContain('orc.bin');
  expect(Buffer.from(files['text/orc.json'] ?? '').toString()).toBe(orc);
});

it('the error looks as it is shown', async () => {
  const [, shown = ''] = /```text\n(monster\.fbs:[\s\S]+?)```/.exec(readme) ?? [];
  const wrong = schema.replace('weapons:[Weapon]', 'weapons:[Wepon]');
  const { status, stderr } = await runCli(['-b', '--schema', 'monster.fbs'], { 'monster.fbs': wrong });
  expect(status).toBe(1);
  expect(stderr).toContain(shown);
});
