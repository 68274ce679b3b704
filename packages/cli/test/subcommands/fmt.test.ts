import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const LOOSE = 'table  T{a:int;}\n';
const LAID_OUT = 'table T {\n  a:int;\n}\n';

describe('flatc fmt', () => {
  it('lays out files, and folders but for hidden ones', async () => {
    const files = {
      'a.fbs': LOOSE,
      'x/b.fbs': LOOSE,
      'x/.git/c.fbs': LOOSE,
      'x/node_modules/d.fbs': LOOSE,
      'x/e.txt': LOOSE,
    };
    const folder = temporaryFolder(files);
    const { status, stderr } = await flatc(folder, ['fmt', 'a.fbs', 'x/', 'a.fbs']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '2 of 2 laid out anew\n' });
    expect(Object.keys(files).filter((name) => textOf(folder, name) !== LOOSE)).toEqual(['a.fbs', 'x/b.fbs']);
    expect(textOf(folder, 'x/b.fbs')).toBe(LAID_OUT);
    expect(await flatc(folder, ['fmt', '.'])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['--check', 1],
    ['--dry-run', 0],
  ])('%s only names what would change', async (option, status) => {
    const folder = temporaryFolder({ 'a.fbs': LOOSE, 'b.fbs': LAID_OUT });
    expect(await flatc(folder, ['fmt', option, '.'])).toMatchObject({
      status,
      stdout: 'a.fbs\n',
      stderr: '',
    });
    expect(textOf(folder, 'a.fbs')).toBe(LOOSE);
    expect(await flatc(folder, ['fmt', option, 'b.fbs'])).toMatchObject({ status: 0, stdout: '' });
  });

  it('takes standard input to standard output', async () => {
    const input = [LOOSE.slice(0, 5), LOOSE.slice(5)].map((text) => new TextEncoder().encode(text));
    expect(await flatc(temporaryFolder(), ['fmt', '-'], {}, input)).toMatchObject({
      status: 0,
      stdout: LAID_OUT,
    });
    expect(await flatc(temporaryFolder(), ['fmt', '--check', '-'], {}, input)).toMatchObject({
      status: 1,
      stdout: '',
    });
    expect((await flatc(temporaryFolder(), ['fmt', '-', 'a.fbs'])).stderr).toContain('cannot stand beside');
  });

  it('leaves files with errors as they are, and lays out the others', async () => {
    const folder = temporaryFolder({ 'a.fbs': LOOSE, 'bad.fbs': 'table {' });
    const { status, stderr } = await flatc(folder, ['fmt', 'a.fbs', 'bad.fbs', 'ghost.fbs']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.fbs:1:7: error SYN-/);
    expect(stderr).toContain('cannot read ghost.fbs: there is no such file');
    expect([textOf(folder, 'a.fbs'), textOf(folder, 'bad.fbs')]).toEqual([LAID_OUT, 'table {']);
  });

  it('keeps bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('// '),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\ntable T {\n  a:int;\n}\n'),
    ]);
    const folder = temporaryFolder({ 'a.fbs': bytes });
    expect(await flatc(folder, ['fmt', '--check', 'a.fbs'])).toMatchObject({ status: 0, stdout: '' });
  });
});
