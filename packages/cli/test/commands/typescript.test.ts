// That each option reaches the generator; what the generator makes of it is tested there.
import { describe, expect, it } from 'vitest';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const schema = 'include "part.fbs"; namespace N; enum E:byte { A } table T { e:E; s:string; } root_type T;';
const files = { 's.fbs': schema, 'part.fbs': 'namespace P; table Part { a:int; }' };

describe('options of --ts', () => {
  it.each<[string, RegExp, RegExp]>([
    ['--gen-object-api', /class TT /, /class TT /],
    ['--gen-object-api --object-prefix My --object-suffix Obj', /class MyTObj /, /class TT /],
    ['--gen-mutable', /mutate_e/, /mutate_e/],
    ['--gen-name-strings', /getFullyQualifiedName/, /getFullyQualifiedName/],
    ['--ts-undefined-for-optionals', /string\s*\|\s*undefined/, /string\s*\|\s*undefined/],
    ['--ts-no-import-ext', /from '[./n]*\/e'/, /from '[./n]*\/e'/],
    ['--ts-import-ext none', /from '[./n]*\/e'/, /from '[./n]*\/e'/],
    ['--ts-import-ext ts', /from '[./n]*\/e\.ts'/, /from '[./n]*\/e\.ts'/],
    ['--ts-import-ext js', /from '[./n]*\/e\.js'/, /from '[./n]*\/e\.ts'/],
    ['--ts-runtime flatbuffers', /from 'flatbuffers'/, /from 'flatbuffers'/],
  ])('%s', async (options, withIt, notWithout) => {
    const folder = temporaryFolder(files);
    const changed = await flatc(folder, ['--ts', '-o', 'with', ...options.split(' '), 's.fbs']);
    const plain = await flatc(folder, ['--ts', '-o', 'without', 's.fbs']);
    expect([changed.status, plain.status]).toEqual([0, 0]);
    expect(textOf(folder, 'with/n/t.ts')).toMatch(withIt);
    expect(textOf(folder, 'without/n/t.ts')).not.toMatch(notWithout);
  });

  it('--gen-all adds the types of includes', async () => {
    const folder = temporaryFolder(files);
    expect((await flatc(folder, ['--ts', '-o', 'own', 's.fbs'])).created).not.toContain('own/p/part.ts');
    expect((await flatc(folder, ['--ts', '-o', 'all', '--gen-all', 's.fbs'])).created).toContain(
      'all/p/part.ts',
    );
  });

  it('--ts-enums const makes constants of enums', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['--ts', '-o', 'out', '--ts-enums', 'const', 's.fbs']);
    expect(textOf(folder, 'out/n/e.ts')).toContain('export const E = {');
    const { status, stderr } = await flatc(folder, ['--ts', '--ts-enums', 'namespace', 's.fbs']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('--ts-enums takes enum, const')]);
  });

  it('--ts-no-classes writes functions only', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['--ts', '-o', 'out', '--ts-no-classes', 's.fbs']);
    expect(textOf(folder, 'out/n/t.ts')).toContain('export function encodeT(');
    expect(textOf(folder, 'out/n/t.ts')).not.toContain('export class');
  });

  it('--ts-one-file writes one file a schema', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['--ts', '-o', 'out', '--ts-one-file', 's.fbs', 'part.fbs']);
    expect(filesIn(`${folder}/out`)).toEqual(['part.ts', 's.ts']);
  });

  it('--preserve-case keeps names', async () => {
    const folder = temporaryFolder({ 's.fbs': 'table Some_Table { some_field:int; }' });
    await flatc(folder, ['--ts', '--preserve-case', 's.fbs']);
    expect(textOf(folder, 'Some_Table.ts')).toContain('some_field(): number');
  });

  it('--grpc writes the services', async () => {
    const folder = temporaryFolder({ 's.fbs': 'table T { x:int; } rpc_service R { f(T):T; }' });
    await flatc(folder, ['--ts', '--grpc', 's.fbs']);
    expect(filesIn(folder)).toEqual(['s.fbs', 's.ts', 's_grpc.ts', 't.ts']);
    expect(textOf(folder, 's_grpc.ts')).toContain("path: '/R/f'");
  });

  it('--ts-omit-entrypoint leaves out what only re-exports', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['--ts', '-o', 'out', '--ts-omit-entrypoint', 's.fbs']);
    expect(filesIn(`${folder}/out`)).toEqual(['n/e.ts', 'n/t.ts']);
  });
});

describe('schemas that share a namespace', () => {
  it('have one file that re-exports it all', async () => {
    const folder = temporaryFolder({
      'a.fbs': 'namespace N; table A {}',
      'b.fbs': 'namespace N; table B {}',
    });
    const { status, stderr } = await flatc(folder, ['--ts', '--ts-runtime', 'flatbuffers', 'b.fbs', 'a.fbs']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(filesIn(folder)).toEqual(['a.fbs', 'a.ts', 'b.fbs', 'b.ts', 'n.ts', 'n/a.ts', 'n/b.ts']);
    expect(textOf(folder, 'n.ts').split('\n')).toEqual([
      '// Code generated from b.fbs: do not edit, change the schema instead.',
      '// Code generated from a.fbs: do not edit, change the schema instead.',
      '',
      "export { A } from './n/a.js';",
      "export { B } from './n/b.js';",
      '',
    ]);
  });

  it('that export different things under one name are told of', async () => {
    const folder = temporaryFolder({
      'a.fbs': 'namespace N; table T { x:int; }',
      'b.fbs': 'namespace N; enum tLayout:byte { A }',
    });
    const { status, stderr } = await flatc(folder, ['--ts', 'a.fbs', 'b.fbs']);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'warning W-OUTPUT-REPLACED: n.ts of a.fbs is replaced by that of b.fbs\n' +
        '  hint: generate from one schema that includes the others, with --gen-all\n',
    });
  });
});

describe('schemas that TypeScript cannot express', () => {
  it('are refused with the place', async () => {
    const folder = temporaryFolder({ 'wide.fbs': 'table T {\n  v:[ubyte] (vector64);\n}\n' });
    const { status, stderr, created } = await flatc(folder, [
      '--ts',
      '--ts-runtime',
      'flatbuffers',
      'wide.fbs',
    ]);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toMatch(/^wide\.fbs:2:\d+: error LANG-64: /);
  });
});
