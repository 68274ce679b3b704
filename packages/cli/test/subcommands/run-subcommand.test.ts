import { describe, expect, it } from 'vitest';
import { SUMMARIES } from '../../src/subcommands/summaries.js';
import { flatc, temporaryFolder } from '../temporary-folder.js';

describe('a subcommand', () => {
  it.each(Object.keys(SUMMARIES))('%s explains itself', async (name) => {
    const { status, stdout, stderr } = await flatc(temporaryFolder(), [name, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^flatc ${name}: `));
    for (const part of ['Usage:', 'Options:', '--json-diagnostics', 'Examples:'])
      expect(stdout).toContain(part);
  });

  it('stands first; elsewhere the word is a file', async () => {
    const { status, stderr } = await flatc(temporaryFolder({ 's.fbs': 'table T {}' }), [
      '-b',
      's.fbs',
      'fmt',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('cannot read fmt');
  });

  it('is a file if there is one of its name', async () => {
    const folder = temporaryFolder({ fmt: '{ a: 1 }' });
    const { status, created } = await flatc(folder, ['fmt', '--binary', '--flexbuffers']);
    expect({ status, created }).toEqual({ status: 0, created: ['fmt.bin'] });
  });

  it.each([
    [['fmt', '--chekc', 'a.fbs'], 'did you mean --check?'],
    [['lint', '--quiet=yes', 'a.fbs'], 'unknown option --quiet=yes'],
    [['lint', '--include'], '--include needs a value: --include DIR'],
    [['fmt'], 'no file is given'],
    [['lint'], 'no file is given'],
    [['breaking', 'a.fbs'], '--against BASE is missing'],
    [['breaking', '--against', 'x'], 'no file is given'],
    [['inspect', 'a.fbs'], 'one schema and one buffer'],
    [['inspect', 'a.bin', 'b.bin'], 'a.bin is no schema'],
    [['convert', 'a.fbs'], 'one schema and one file of lines or buffers'],
    [['convert', 'a.json', 'b.json'], 'a.json is no schema'],
    [['convert', '--max-size', 'much', 'a.fbs', 'b.json'], '--max-size takes a number of bytes'],
    [['inspect', '--max-elements', 'many', 'a.fbs', 'b.bin'], '--max-elements takes a number, not "many"'],
  ])('%j ends with status 1 and says: %s', async (args, says) => {
    const { status, stdout, stderr, created } = await flatc(temporaryFolder(), args);
    expect({ status, stdout, created }).toEqual({ status: 1, stdout: '', created: [] });
    expect(stderr).toContain(says);
  });

  it.each([
    ['lint', ['main.fbs']],
    ['breaking', ['--against', 'main.fbs', 'main.fbs']],
    ['inspect', ['main.fbs', 'm.bin']],
  ])('%s finds included schemas with -I', async (name, operands) => {
    const folder = temporaryFolder({
      'lib/part.fbs': 'table Part {}',
      'main.fbs': 'include "part.fbs"; table Main { part:Part; } root_type Main; file_identifier "MAIN";',
      'm.json': '{}',
    });
    await flatc(folder, ['-I', 'lib', '-b', 'main.fbs', 'm.json']);
    expect((await flatc(folder, [name, '-I', 'lib', ...operands])).status).toBe(0);
    expect((await flatc(folder, [name, ...operands])).stderr).toContain('INC-LOAD');
  });
});
