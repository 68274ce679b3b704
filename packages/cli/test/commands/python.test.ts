// That each option reaches the generator; what the generator makes of it is tested there.
import { describe, expect, it } from 'vitest';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const schema =
  'include "part.fbs"; namespace N; table T { print:int; s:string; v:[int]; p:P.Part; } rpc_service S { f(T):T; }';
const files = { 's.fbs': schema, 'part.fbs': 'namespace P; table Part { a:int; }' };

describe('options of --python', () => {
  it.each<[string, RegExp, RegExp]>([
    ['--gen-object-api', /class TT\(object\)/, /class TT/],
    ['--gen-object-api --object-prefix My --object-suffix Obj', /class MyTObj\(object\)/, /class TT/],
    ['--gen-object-api --gen-compare', /def __eq__/, /def __eq__/],
    ['--gen-object-api --python-decode-obj-api-strings', /decode\('utf-8'\)/, /decode/],
    ['--python-typing', /def S\(self\) -> /, /->/],
    ['--python-no-type-prefix-suffix', /^def AddS\(/m, /^def AddS\(/m],
    ['--python-version 2.7', /def TAddPrint\(builder, print_\)/, /print_/],
    ['--python-version=2.7', /def TAddPrint\(builder, print_\)/, /print_/],
    ['--no-python-gen-numpy', /^(?!.*numpy)/s, /^(?!.*numpy)/s],
    ['--python-gen-numpy=false', /^(?!.*numpy)/s, /^(?!.*numpy)/s],
    ['--no-includes', /^(?!.*from P)/s, /^(?!.*from P)/s],
  ])('%s', async (options, withIt, notWithout) => {
    const folder = temporaryFolder(files);
    const changed = await flatc(folder, ['--python', '-o', 'with', ...options.split(' '), 's.fbs']);
    const plain = await flatc(folder, ['--python', '-o', 'without', 's.fbs']);
    expect([changed.status, plain.status]).toEqual([0, 0]);
    expect(textOf(folder, 'with/N/T.py')).toMatch(withIt);
    expect(textOf(folder, 'without/N/T.py')).not.toMatch(notWithout);
  });

  it('--gen-all adds the types of includes', async () => {
    const folder = temporaryFolder(files);
    expect((await flatc(folder, ['-p', '-o', 'own', 's.fbs'])).created).not.toContain('own/P/Part.py');
    expect((await flatc(folder, ['-p', '-o', 'all', '--gen-all', 's.fbs'])).created).toContain(
      'all/P/Part.py',
    );
  });

  it('--gen-onefile writes one module, named and imported as asked', async () => {
    const folder = temporaryFolder(files);
    const args = ['-p', '-o', 'out', '--gen-onefile', '--filename-suffix', '_x', '--include-prefix', 'a/b'];
    await flatc(folder, [...args, 's.fbs']);
    expect(filesIn(`${folder}/out`)).toEqual(['s_x.py']);
    expect(textOf(folder, 'out/s_x.py')).toContain('from a.b.part_x import Part');
  });

  it('--grpc adds the stubs of services', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['-p', '--grpc', 's.fbs']);
    expect(textOf(folder, 'N/s_grpc_fb.py')).not.toContain('GetRootAs');
    await flatc(folder, [
      '-p',
      '--grpc',
      '--grpc-python-typed-handlers',
      '--grpc-filename-suffix=_x',
      's.fbs',
    ]);
    expect(textOf(folder, 'N/s_grpc_x.py')).toContain('T.GetRootAs');
  });

  it('--python-version refuses what is none', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['-p', '--python-version', 'three', 's.fbs'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('PYTHON-VERSION'),
      created: [],
    });
  });
});
