// Schemas that mean harm, or just have unlucky names: the generated Python imports, works, and runs nothing of theirs.
import { fileURLToPath } from 'node:url';
import { pythonGenerator, type PythonOptions } from '@fb/codegen-python';
import { parseSchema } from '@fb/idl';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { missingPython, mypyPython, PythonFolder, type PythonFile } from '../src/python.js';

// Python and mypy take their time.
vi.setConfig({ testTimeout: 300_000 });

const missing = missingPython();
const folders: PythonFolder[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

/** Words of the language, its builtins, and names that generated code uses itself. */
const WORDS = `
  and as assert async await break case class continue def del elif else except exec finally for from global if import in
  is lambda match nonlocal not or pass print raise return try type while with yield none
  self cls builder np numpy flatbuffers typing builtins object int float bool str bytes bytearray memoryview list len
  range reversed isinstance classmethod staticmethod hasattr getattr callable setattr super property
  buf pos offset o x j i obj item items offsets data table unionType numElems size_prefixed init pack un_pack _un_pack
  get_root_as size_of start end add create Init Pack GetRootAs SizeOf Start End
  _tab __slots__ __init__ __class__ __private __ Optional List NDArray overload importlib enum
`
  .trim()
  .split(/\s+/);

function of(types: readonly string[], i: number): string {
  return types[i % types.length] ?? '';
}

/** Each word as the name of a type of one kind, of an enum's value, a namespace, a call, and of fields of every kind. */
function unlucky(): string {
  const each = (line: (word: string, i: number) => string, words = WORDS): string =>
    words.map(line).join('\n');
  const [enums = [], structs = [], tables = [], unions = []] = [0, 1, 2, 3].map((kind) =>
    WORDS.filter((_word, i) => i % 4 === kind),
  );
  return `
    namespace N.Enums;
    ${each((word) => `enum ${word} : byte { ${word}, other }`, enums)}
    enum Many : int { ${WORDS.join(', ')} }
    namespace N.Structs;
    ${each((word) => `struct ${word} { q_x : int; q_list : [short : 2]; }`, structs)}
    namespace N.Tables;
    ${each(
      (word, i) => `table ${word} {
        q_x : int = 5; q_own : ${word}; q_list : [${word}]; q_struct : N.Structs.${of(structs, i)};
        q_structs : [N.Structs.${of(structs, i)}]; q_inf : float = inf; q_nan : double = -inf; q_texts : [string];
      }`,
      tables,
    )}
    namespace N.Unions;
    ${each((word, i) => `union ${word} { N.Tables.${of(tables, i)} }`, unions)}
    namespace N.Fields;
    struct Inner { ${each((word) => `${word} : int;`)} many : [short : 2]; }
    struct Floats { ${each((word) => `${word} : [float : 2];`)} }
    table Value { ${each((word) => `${word} : int = 5;`)} inner : Inner; floats : Floats; }
    table Infinite { ${each((word) => `${word} : float = inf;`)} }
    table Text { ${each((word) => `${word} : string (required);`)} }
    table Texts { ${each((word) => `${word} : [string];`)} }
    table Ints { ${each((word) => `${word} : [int];`)} }
    table Nested { ${each((word) => `${word} : [ubyte] (nested_flatbuffer: "Text");`)} }
    table Struct { ${each((word, i) => `${word} : N.Structs.${of(structs, i)};`)} }
    table Structs { ${each((word, i) => `${word} : [N.Structs.${of(structs, i)}];`)} }
    table Table { ${each((word, i) => `${word} : N.Tables.${of(tables, i)};`)} }
    table Union { ${each((word, i) => `${word} : N.Unions.${of(unions, i)};`)} }
    ${each((word) => `namespace N.Spaces.${word}; table T { u : T; k : int; }`)}
    namespace N.Services;
    table M { x : int; }
    rpc_service S { ${each((word) => `${word}(M) : M;`)} }
  `;
}

function generate(text: string, options: PythonOptions): readonly PythonFile[] {
  const { schema, diagnostics } = parseSchema(text, { path: 'hostile.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { files, diagnostics: found } = pythonGenerator.generate(schema, options);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  return files;
}

/** Enough of gRPC to import what is generated for it. */
const GRPC = { path: 'grpc.py', content: 'class StatusCode:\n    UNIMPLEMENTED = 12\n' };

function folderOf(files: readonly PythonFile[]): PythonFolder {
  const folder = new PythonFolder(files);
  folders.push(folder);
  return folder;
}

const script = fileURLToPath(new URL('python/import-all.py', import.meta.url));

describe.skipIf(missing !== null)('unlucky names', () => {
  const options: PythonOptions = { objectApi: true, compare: true, grpc: true };

  it.each([
    ['a module for each type', options],
    ['one module', { ...options, oneFile: true }],
    ['annotations', { ...options, typing: true }],
  ] as const)('import and work with %s', async (_name, chosen) => {
    const folder = folderOf([...generate(unlucky(), chosen), GRPC]);
    const { stdout, stderr } = await folder.run([script]);
    expect(stderr).toBe('');
    // Tables of every kind, and one in each namespace.
    expect(Number(stdout)).toBeGreaterThan(WORDS.length + WORDS.length / 4);
  });

  it('pass mypy --strict', async ({ skip }) => {
    const tools = mypyPython();
    if ('missing' in tools) return skip(tools.missing);
    const folder = folderOf(generate(unlucky(), { ...options, typing: true, oneFile: true }));
    const args = ['-m', 'mypy', '--strict', '--ignore-missing-imports', '--cache-dir', tools.cache, '.'];
    expect((await folder.run(args, tools.interpreter)).stdout).toMatch(/^Success/);
  });
});

describe.skipIf(missing !== null)('hostile texts and values', () => {
  it('run nothing, and come out as they went in', async () => {
    const text = `
      /// """ \\
      /// ''' \u2028 print('injected') \u0085
      /// \\N{BULLET} %s {0}
      table Root {
        /// \\
        a : double = 1e308; b : double = -4.9e-324; c : float = 3.4e38; d : float = 1e-45; e : double = 0.1;
        f : long = -9223372036854775808; g : ulong = 18446744073709551615; h : double = -0.0; i : double = nan;
        j : float = -inf; k : byte = -128; l : bool = true; m : double = 123456789012345680000;
      }
      root_type Root;
      file_identifier "'\\"\\\\#";`;
    const values = [
      'import math',
      'import flatbuffers',
      'from Root import Root, RootT',
      'builder = flatbuffers.Builder(0)',
      `builder.Finish(RootT().Pack(builder), file_identifier=b"'\\"\\\\#")`,
      'data = builder.Output()',
      'root = Root.GetRootAs(data)',
      'assert Root.RootBufferHasIdentifier(data, 0)',
      'assert [root.A(), root.B(), root.E(), root.M()] == [1e308, -4.9e-324, 0.1, 123456789012345680000.0]',
      'assert [root.C(), root.D()] == [3.4e38, 1e-45]',
      'assert [root.F(), root.G(), root.K(), root.L()] == [-2 ** 63, 2 ** 64 - 1, -128, True]',
      'assert math.copysign(1, root.H()) == -1 and math.isnan(root.I()) and root.J() == -math.inf',
      // All are defaults but what is not equal to itself.
      'assert [i for i in range(13) if root._tab.Offset(4 + 2 * i)] == [8]',
      'print("done")',
    ].join('\n');
    for (const typing of [false, true]) {
      const folder = folderOf([
        ...generate(text, { objectApi: true, typing }),
        { path: 'program.py', content: values },
      ]);
      expect(await folder.run(['program.py'])).toEqual({ status: 0, stdout: 'done\n', stderr: '' });
    }
  });

  it('modules that need each other can be imported in any order', async () => {
    const text = `
      namespace A; table X { y : B.Y; u : B.U; }
      namespace B; table Y { x : A.X; own : Y; } union U { A.X, Y }
      root_type A.X;`;
    for (const first of ['A.X', 'B.Y', 'B.U']) {
      const program = [
        `import ${first}`,
        'import flatbuffers',
        'from A.X import X, XT',
        'from B.Y import YT',
        'from B.U import U',
        'builder = flatbuffers.Builder(0)',
        'builder.Finish(XT(y=YT(own=YT()), uType=U.Y, u=YT(x=XT())).Pack(builder))',
        'value = XT.InitFromPackedBuf(builder.Output())',
        'assert value.y.own.own is None and value.u.x.y is None',
      ].join('\n');
      const files = generate(text, { objectApi: true, typing: true });
      const folder = folderOf([...files, { path: 'program.py', content: program }]);
      expect(await folder.run(['program.py'])).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  });
});
