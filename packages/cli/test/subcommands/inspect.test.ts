import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, flatc, temporaryFolder } from '../temporary-folder.js';

const SCHEMA = 'table T { a:int; s:string; big:long; }\ntable U { b:int; }\nroot_type T;\n';

async function folderWithBuffer(): Promise<string> {
  const folder = temporaryFolder({ 's.fbs': SCHEMA, 'd.json': '{ a: 7, s: "orc", big: 9007199254740993 }' });
  await flatc(folder, ['-b', 's.fbs', 'd.json']);
  return folder;
}

describe('flatc inspect', () => {
  it('shows the bytes of a file or of standard input', async () => {
    const folder = await folderWithBuffer();
    const run = await flatc(folder, ['inspect', 's.fbs', 'd.bin']);
    expect(run).toMatchObject({ status: 0, stderr: '', created: [] });
    expect(run.stdout).toMatch(/^ {2}\+0x[0-9a-f]+ \| 07 00 00 00 +\| int +\| 7 +\| a$/m);
    expect(run.stdout).toContain('"orc"');
    const piped = await flatc(folder, ['inspect', 's.fbs', '-'], {}, [bytesOf(folder, 'd.bin')]);
    expect(piped).toEqual(run);
  });

  it('shows damage where it is, and ends with status 1', async () => {
    const folder = await folderWithBuffer();
    const bytes = bytesOf(folder, 'd.bin');
    const { status, stdout, stderr } = await flatc(folder, ['inspect', 's.fbs', '-'], {}, [
      bytes.subarray(0, -6),
    ]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/\| \^ error /);
    expect(stderr).toContain('error DATA-DAMAGED: - is damaged');
  });

  it('uses colour where it is wanted', async () => {
    const folder = await folderWithBuffer();
    const coloured = await flatc(folder, ['inspect', 's.fbs', 'd.bin'], { FORCE_COLOR: '1' });
    expect(coloured.stdout).toContain('\u001b[');
    expect((await flatc(folder, ['inspect', 's.fbs', 'd.bin'])).stdout).not.toContain('\u001b');
  });

  it('gives JSON to programs', async () => {
    const folder = await folderWithBuffer();
    const { stdout } = await flatc(folder, ['inspect', '--json', 's.fbs', 'd.bin']);
    const { length, sections, verdict } = JSON.parse(stdout) as {
      length: number;
      sections: { regions: { name: string; value: unknown }[] }[];
      verdict: unknown;
    };
    expect([length, verdict]).toEqual([bytesOf(folder, 'd.bin').length, null]);
    const values = sections.flatMap(({ regions }) => regions.map(({ name, value }) => [name, value]));
    expect(values).toContainEqual(['big', '9007199254740993']);
  });

  it('reads another root, or needs one', async () => {
    const folder = temporaryFolder({ 's.fbs': SCHEMA, 'u.json': '{ b: 5 }', 'none.fbs': 'table T {}' });
    await flatc(folder, ['-b', '--root-type', 'U', '--size-prefixed', 's.fbs', 'u.json']);
    const args = ['inspect', '--root-type', 'U', '--size-prefixed', 's.fbs', 'u.bin'];
    expect((await flatc(folder, args)).stdout).toMatch(/\| int +\| 5 +\| b$/m);
    const { status, stderr } = await flatc(folder, ['inspect', 'none.fbs', 'u.bin']);
    expect(status).toBe(1);
    expect(stderr).toContain('none.fbs names no root type');
    expect(stderr).toContain('give --root-type T');
  });

  it('looks for includes in folders, spelled with either slash', async () => {
    const folder = await folderWithBuffer();
    writeFileSync(path.join(folder, 'outer.fbs'), 'include "inner.fbs";\nroot_type T;\n');
    mkdirSync(path.join(folder, 'a/b'), { recursive: true });
    writeFileSync(path.join(folder, 'a/b/inner.fbs'), SCHEMA.replace('root_type T;', ''));
    for (const option of ['-Ia/b', '--include=a\\b'])
      expect(await flatc(folder, ['inspect', option, 'outer.fbs', 'd.bin'])).toMatchObject({ status: 0 });
  });
});
