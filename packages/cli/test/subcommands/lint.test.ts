import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder } from '../temporary-folder.js';

describe('flatc lint', () => {
  it('finds what the compiler finds, and questions of style', async () => {
    const folder = temporaryFolder({
      's/a.fbs': 'include "b.fbs";\ntable my_table { BadName:int; }\nroot_type my_table;\n',
      's/b.fbs': 'table Good { AlsoBad:int; }\n',
    });
    const { status, stdout, stderr } = await flatc(folder, ['lint', 's']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(
      [...stderr.matchAll(/^(\S+): warning (\S+):/gm)]
        .map(([, place, code]) => `${place} ${code}`)
        .toSorted(),
    ).toEqual([
      's/a.fbs:2:18 W-CASE',
      's/a.fbs:2:7 W-LINT-IDENTIFIER',
      's/a.fbs:2:7 W-LINT-TYPE',
      's/b.fbs:1:14 W-CASE',
    ]);
    expect(stderr).toMatch(/^2 schemas, 0 errors, 4 warnings$/m);
    expect((await flatc(folder, ['lint', '--warnings-as-errors', 's'])).status).toBe(1);
    const ignoring = ['--ignore', 'W-CASE', '--ignore', 'W-LINT-TYPE', '--ignore', 'W-LINT-IDENTIFIER'];
    expect(await flatc(folder, ['lint', '--warnings-as-errors', ...ignoring, 's'])).toMatchObject({
      status: 0,
    });
    expect(await flatc(folder, ['lint', '--quiet', 's'])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['W-CSE', 'did you mean W-CASE?'],
    ['NONSENSE', 'the warnings are W-CASE, '],
    // Errors cannot be left out.
    ['NAME-UNDEF', 'the warnings are '],
  ])('knows what --ignore %s cannot be', async (code, hint) => {
    const folder = temporaryFolder({ 'a.fbs': 'table T { a:int; }' });
    const { status, stderr } = await flatc(folder, ['lint', '--ignore', code, 'a.fbs']);
    expect(status).toBe(1);
    expect(stderr).toContain(`--ignore takes the code of a warning, not "${code}"`);
    expect(stderr).toContain(`hint: ${hint}`);
  });

  it('ends with status 1 after an error in any of the files', async () => {
    const folder = temporaryFolder({ 'a.fbs': 'table T { a:Ghost; }', 'b.fbs': 'table T { a:int; }' });
    const { status, stderr } = await flatc(folder, ['lint', 'a.fbs', 'b.fbs', 'c.fbs']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^3 schemas, 2 errors, 0 warnings$/m);
    expect((await flatc(folder, ['lint', '--require-explicit-ids', 'b.fbs'])).status).toBe(1);
  });
});

describe('messages for programs', () => {
  const files = { 'a.fbs': 'table T {\n  BadName:int;\n}\n' };

  it('are lines of JSON', async () => {
    const { stderr } = await flatc(temporaryFolder(files), ['lint', '--json-diagnostics', 'a.fbs']);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      expect.objectContaining({
        code: 'W-CASE',
        severity: 'warning',
        file: 'a.fbs',
        start: { offset: 12, line: 2, column: 3 },
        end: { offset: 19, line: 2, column: 10 },
        hint: 'write "bad_name"',
        path: null,
        related: [],
      }),
    ]);
  });

  it('are commands of GitHub Actions', async () => {
    const { stderr } = await flatc(temporaryFolder(files), ['lint', '--github-diagnostics', 'a.fbs']);
    expect(stderr).toMatch(
      /^::warning file=a\.fbs,line=2,endLine=2,col=3,endColumn=10,title=W-CASE::[^\n]*%0Ahint: write "bad_name"\n$/,
    );
  });
});
