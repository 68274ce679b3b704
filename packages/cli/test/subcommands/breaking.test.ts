import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder } from '../temporary-folder.js';

const BEFORE = 'include "part.fbs";\ntable T { a:int; b:Part; }\nroot_type T;\n';
const PART = 'table Part { x:int; y:int; }\n';

function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'before');
  git('tag', 'v1');
  return folder;
}

describe('flatc breaking', () => {
  it('compares with a commit of git, includes and all', async () => {
    const folder = repository({ 's/main.fbs': BEFORE, 's/part.fbs': PART });
    expect(await flatc(folder, ['breaking', '--against', 'v1', 's'])).toMatchObject({
      status: 0,
      stderr: '2 of 2 compared with v1\n',
    });
    writeFileSync(path.join(folder, 's/part.fbs'), 'table Part { x:string; y:int; z:int; }\n');
    writeFileSync(path.join(folder, 's/new.fbs'), 'table New { x:string; }\n');
    const { status, stderr } = await flatc(folder, ['breaking', '--against', 'HEAD', 's']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/s\/part\.fbs:1:\d+: error EVO-[A-Z-]+: .*x.*\(breaks .*data/);
    expect(stderr).toMatch(/^s\/new\.fbs is new$[^]*^2 of 3 compared with HEAD$/m);
    const code = /error (EVO-[A-Z-]+)/.exec(stderr)?.[1] ?? '';
    expect(await flatc(folder, ['breaking', '--against', 'v1', '--ignore', code, 's'])).toMatchObject({
      status: 0,
    });
  });

  it('works from a folder inside the repository', async () => {
    const folder = repository({ 's/main.fbs': BEFORE, 's/part.fbs': PART });
    writeFileSync(path.join(folder, 's/part.fbs'), 'table Part { y:int; }\n');
    const { status, stderr } = await flatc(path.join(folder, 's'), [
      'breaking',
      '--against',
      'v1',
      'main.fbs',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('EVO-');
  });

  it('compares with a folder, a schema and a binary schema', async () => {
    const folder = temporaryFolder({
      'main.fbs': BEFORE,
      'part.fbs': 'table Part { x:int; }\n',
      'old/main.fbs': BEFORE,
      'old/part.fbs': PART,
    });
    await flatc(folder, ['-b', '--schema', '-o', 'released', 'old/main.fbs']);
    for (const base of ['old', 'old/main.fbs', 'released/main.bfbs']) {
      const { status, stderr } = await flatc(folder, ['breaking', '--against', base, 'main.fbs']);
      expect({ base, status }).toEqual({ base, status: 1 });
      expect(stderr).toMatch(/EVO-[A-Z-]+: .*y/);
      expect(await flatc(folder, ['breaking', '--against', base, 'old/main.fbs'])).toMatchObject({
        status: 0,
      });
    }
  });

  it('refuses what is outside of where the base can have it, whatever lies there', async () => {
    const folder = temporaryFolder({
      'other/x.fbs': PART,
      'x.fbs': PART,
      'old/a.fbs': PART,
      'now/a.fbs': PART,
      'now/..odd.fbs': PART,
      'beside/b.fbs': PART,
    });
    const now = path.join(folder, 'now');
    for (const outside of ['../x.fbs', '../beside', path.join(folder, 'x.fbs')]) {
      const { status, stderr } = await flatc(now, ['breaking', '--against', '../old', 'a.fbs', outside]);
      expect({ outside, status }).toEqual({ outside, status: 1 });
      expect(stderr).toMatch(/error BREAKING-OUTSIDE: .*\.\.\/old.* (\.\.|\/).*\.fbs is outside/);
      expect(stderr).toContain('run flatc in the folder that ../old is the earlier version of');
      expect(stderr).not.toContain('is new');
    }
    expect(
      await flatc(now, ['breaking', '--against', '../old', path.join(now, 'a.fbs'), '..odd.fbs', 'a.fbs']),
    ).toMatchObject({ status: 0, stderr: '..odd.fbs is new\n2 of 3 compared with ../old\n' });
  });

  it('refuses what is outside of the repository, not of the folder in it', async () => {
    const folder = repository({ 's/main.fbs': PART, 'x.fbs': PART, 't/y.fbs': PART });
    const s = path.join(folder, 's');
    const inside = ['breaking', '--against', 'v1', 'main.fbs', '../x.fbs', '../t'];
    expect(await flatc(s, inside)).toMatchObject({ status: 0, stderr: '3 of 3 compared with v1\n' });
    const away = path.join(temporaryFolder({ 'z.fbs': PART }), 'z.fbs');
    const { status, stderr } = await flatc(s, ['breaking', '--against', 'v1', away]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('error BREAKING-OUTSIDE: ')]);
  });

  it.each(['ghost', '--help', '-x', 'HEAD; touch owned', '--output=owned'])(
    'refuses %j as a base',
    async (base) => {
      const folder = repository({ 'a.fbs': PART });
      const { status, stderr, created } = await flatc(folder, ['breaking', `--against=${base}`, 'a.fbs']);
      expect({ status, created }).toEqual({ status: 1, created: [] });
      expect(stderr).toContain('is no schema file, no folder and no commit of git');
    },
  );

  it('refuses to ignore a code that does not exist', async () => {
    const folder = temporaryFolder({ 'a.fbs': PART });
    const { stderr } = await flatc(folder, ['breaking', '--against', 'a.fbs', '--ignore', 'EVO', 'a.fbs']);
    expect(stderr).toMatch(/--ignore takes EVO-.*, not "EVO"/);
  });
});
