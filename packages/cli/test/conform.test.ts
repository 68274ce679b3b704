import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder } from './temporary-folder.js';

const files = {
  'base.fbs': 'include "common.fbs";\ntable T { a:int; c:C; }\n',
  'good.fbs': 'include "common.fbs";\ntable T { a:int; c:C; b:int; }\n',
  'bad.fbs': 'include "common.fbs";\ntable T { b:int; a:int; c:C; }\n',
  'quiet.fbs': 'include "common.fbs";\ntable T { z:int; c:C (required); }\n',
  'common.fbs': 'table C { x:int; }\n',
};

describe('--conform', () => {
  it('needs no generator, and says nothing about a good later version', async () => {
    const run = await flatc(temporaryFolder(files), ['--conform', 'base.fbs', 'good.fbs', 'base.fbs']);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '', created: [] });
  });

  it('refuses what flatc refuses, and nothing is written', async () => {
    const run = await flatc(temporaryFolder(files), ['--ts', '--conform', 'base.fbs', 'good.fbs', 'bad.fbs']);
    expect(run).toMatchObject({ status: 1, stdout: '', created: [] });
    expect(run.stderr).toMatch(/^bad\.fbs:2:18: error EVO-FIELD-MOVED: "T\.a" .*\n/);
    expect(run.stderr).toContain('base.fbs:2:11: in the base version');
  });

  it('compares with a binary schema', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['-b', '--schema', 'base.fbs'])).toMatchObject({ status: 0 });
    expect(await flatc(folder, ['--conform', 'base.bfbs', 'good.fbs'])).toMatchObject({ status: 0 });
    const run = await flatc(folder, ['--conform', 'base.bfbs', 'bad.fbs']);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^bad\.fbs:2:18: error EVO-FIELD-MOVED/);
  });

  it('looks for what the base includes where --conform-includes says, and nowhere else', async () => {
    const { 'common.fbs': common, ...rest } = files;
    const folder = temporaryFolder({
      ...rest,
      'old/common.fbs': common,
      'new/common.fbs': 'table C { y:int; }\n',
    });
    const args = ['--conform', 'base.fbs', '-I', 'new', 'good.fbs'];
    const without = await flatc(folder, args);
    expect(without.status).toBe(1);
    expect(without.stderr).toMatch(/^base\.fbs:1:9: error INC-LOAD/);
    expect(await flatc(folder, ['--conform-includes', 'old', ...args])).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('leaves --root-type and --require-explicit-ids to the new version', async () => {
    const folder = temporaryFolder({
      'base.fbs': 'table T { a:int; }',
      'next.fbs': 'table T { a:int (id: 0); } table U { b:int (id: 0); }',
    });
    const options = ['--root-type', 'U', '--require-explicit-ids'];
    expect(await flatc(folder, ['--conform', 'base.fbs', ...options, 'next.fbs'])).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('takes structs and strings in unions without a generator, too', async () => {
    const folder = temporaryFolder({ 'u.fbs': 'struct S { a:int; } union U { s:S, text:string }' });
    expect(await flatc(folder, ['--conform', 'u.fbs', 'u.fbs'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('compares defaults with those of a binary schema by value', async () => {
    const folder = temporaryFolder({
      'base.fbs': 'table T { a:int = null; b:float = 1.50; }',
      'next.fbs': 'table T { a:int = null; b:float = 1.5; }',
      'other.fbs': 'table T { a:int = null; b:float = 2.5; }',
    });
    await flatc(folder, ['-b', '--schema', 'base.fbs']);
    const same = await flatc(folder, ['--conform', 'base.bfbs', 'next.fbs']);
    expect(same).toMatchObject({ status: 0, stderr: '' });
    expect((await flatc(folder, ['--conform', 'base.bfbs', 'other.fbs'])).stderr).toContain('EVO-DEFAULT: ');
  });

  it('ends if the base cannot be read', async () => {
    const folder = temporaryFolder({
      ...files,
      'broken.fbs': 'table T {',
      'damaged.bfbs': Uint8Array.of(1, 2),
    });
    for (const base of ['ghost.fbs', 'broken.fbs', 'damaged.bfbs']) {
      const run = await flatc(folder, ['--conform', base, '--ts', 'good.fbs']);
      expect(run).toMatchObject({ status: 1, created: [] });
      expect(run.stderr).toContain(base);
    }
  });
});

describe('--conform-all', () => {
  it('finds what flatc does not, and says who is hurt', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['--conform', 'base.fbs', 'quiet.fbs'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    const run = await flatc(folder, ['--conform', 'base.fbs', '--conform-all', 'quiet.fbs']);
    expect(run.status).toBe(1);
    const lines = run.stderr.split('\n').filter((line) => line.startsWith('quiet.fbs'));
    expect(lines).toEqual([
      'quiet.fbs:2:11: warning W-EVO-FIELD-RENAMED: "T.a" is called "z" now (breaks source)',
      'quiet.fbs:2:18: error EVO-REQUIRED-ADDED: "T.c" must be there now: data without it is refused (breaks old data, source)',
    ]);
  });

  it('lets warnings pass', async () => {
    const folder = temporaryFolder({
      ...files,
      'renamed.fbs': 'include "common.fbs";\ntable T { z:int; c:C; }\n',
    });
    const run = await flatc(folder, ['--conform', 'base.fbs', '--conform-all', 'renamed.fbs']);
    expect(run.status).toBe(0);
    expect(run.stderr).toMatch(/W-EVO-FIELD-RENAMED/);
  });
});
