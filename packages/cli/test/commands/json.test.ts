import { expect, it } from 'vitest';
import { flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const SCHEMA = `
table Weapon { name:string; damage:short; }
table Monster { name:string; ratio:double; exp:ulong; bytes:[ubyte]; weapons:[Weapon]; }
root_type Monster;
`;
const DATA = `{ name: "Orc", ratio: 0.30000000000000004, exp: 18446744073709551615, bytes: [1, 2, 3],
  weapons: [{ name: "Axe" }, { name: "Bow", damage: 7 }] }`;

const files = { 'm.fbs': SCHEMA, 'd.json': DATA };

it('writes JSON in other forms than flatc', async () => {
  const folder = temporaryFolder(files);
  const options = [
    '--json-precise',
    '--json-long-strings',
    '--json-base64',
    '--json-compact',
    '--strict-json',
  ];
  const { status, stderr } = await flatc(folder, ['--json', ...options, '-o', 'out', 'm.fbs', 'd.json']);
  expect({ status, stderr }).toMatchObject({ status: 1 });
  // The text is not strict.
  const bare = options.slice(0, -1);
  expect(await flatc(folder, ['--json', ...bare, '-o', 'out', 'm.fbs', 'd.json'])).toMatchObject({
    status: 0,
  });
  const text =
    '{name: "Orc",ratio: 0.30000000000000004,exp: "18446744073709551615",bytes: "AQID",' +
    'weapons: [{name: "Axe"},{name: "Bow",damage: 7}]}';
  expect(textOf(folder, 'out/d.json')).toBe(text);
});

it('reads what it writes', async () => {
  const folder = temporaryFolder(files);
  const forms = ['--json-precise', '--json-long-strings', '--json-base64'];
  await flatc(folder, ['--json', ...forms, '-o', 'out', 'm.fbs', 'd.json']);
  await flatc(folder, ['-b', '-o', 'a', 'm.fbs', 'd.json']);
  const { status } = await flatc(folder, ['-b', '--json-base64', '-o', 'b', 'm.fbs', 'out/d.json']);
  expect(status).toBe(0);
  expect(textOf(folder, 'b/d.bin')).toBe(textOf(folder, 'a/d.bin'));
});

it('--json-select writes a part', async () => {
  const folder = temporaryFolder(files);
  const select = (path: string): ReturnType<typeof flatc> =>
    flatc(folder, ['--json', '--json-select', path, '-o', 'out', 'm.fbs', 'd.json']);
  expect((await select('$.weapons[1].name')).status).toBe(0);
  expect(textOf(folder, 'out/d.json')).toBe('"Bow"\n');
  const { status, stderr } = await select('$.weapons[2]');
  expect(status).toBe(1);
  expect(stderr).toMatch(/DATA-UNPRINTABLE.*there is nothing at "\$\.weapons\[2\]"/);
});

it('reads and writes large files, for which it makes code, alike', async () => {
  const weapons = Array.from({ length: 5000 }, (_, i) => `{"name": "weapon ${i}", "damage": ${i}}`);
  const large = `{"name": "Orc", "weapons": [${weapons.join(', ')}]}`;
  const folder = temporaryFolder({ 'm.fbs': SCHEMA, 'd.json': large });
  expect(await flatc(folder, ['-b', '--json', '-o', 'out', 'm.fbs', 'd.json'])).toMatchObject({ status: 0 });
  expect(textOf(folder, 'out/d.json')).toContain('name: "weapon 4999",\n      damage: 4999');
});

it('--ts --gen-json adds a module for JSON of the root type', async () => {
  const folder = temporaryFolder(files);
  const { status, created } = await flatc(folder, ['--ts', '--gen-json', '-o', 'out', 'm.fbs']);
  expect(status).toBe(0);
  expect(created).toContain('out/m-json.ts');
  const text = textOf(folder, 'out/m-json.ts');
  expect(text).toContain('export function parseMonsterJson(');
  expect(text).toContain('export function printMonsterJson(');
  expect(text).toContain("from '@fb/json/runtime'");
});
