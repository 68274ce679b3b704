// What generated Python asks of the official runtime, and what it offers: the interface of the reference compiler's code.
import { fileURLToPath } from 'node:url';
import { pythonGenerator, type PythonOptions } from '@fb/codegen-python';
import { parseSchema } from '@fb/idl';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  BUILDER_METHODS,
  RUNTIME_SYMBOLS,
  SCALAR_ACCESS,
  TABLE_MEMBERS,
} from '../../packages/codegen-python/src/runtime.js';
import { flatc } from '../src/oracle.js';
import { missingPython, mypyPython, PythonFolder, type PythonFile } from '../src/python.js';

// Python and mypy take their time.
vi.setConfig({ testTimeout: 300_000 });

const missing = missingPython();
const folders: PythonFolder[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

function folderOf(files: readonly PythonFile[]): PythonFolder {
  const folder = new PythonFolder(files);
  folders.push(folder);
  return folder;
}

const EVERYTHING = `
  namespace My.Game;
  enum Color : byte { Red = -1, Green, Blue = 2 }
  enum Big : ulong { A = 1, B = 18446744073709551615 }
  enum Flags : ubyte (bit_flags) { X, Y }
  struct Inner { a : byte; b : long; }
  struct Item { x : short; y : bool; }
  struct Outer { in1 : Inner; c : float; arr : [int:3]; items : [Item:2]; col : Color; cols : [Color:2]; }
  table Other { name : string (key); v : int; }
  union Any { Other, Second : Leaf, Mon : Monster }
  table Leaf { z : int; }
  table Monster {
    pos : Outer; mana : short = 150; snake_case_9x : bool = true; f : float = 3.14;
    d : double = nan; inff : float = inf; ninf : double = -inf; big : ulong = 12345678901234567890;
    opt : int = null; optb : bool = null; optc : Color = null; class : int; name : string (required);
    inventory : [ubyte]; floats : [double]; bools : [bool]; colors : [Color]; names : [string];
    items : [Item]; others : [Other]; u : Any; other : Other;
    nest : [ubyte] (nested_flatbuffer: "Other"); flex : [ubyte] (flexbuffer); old : int (deprecated);
    color : Color = Blue; bige : Big = B; flags : Flags = "X Y";
    ALLCAPS : int; _leading : int; double__under : int; trailing_ : int; mixedCase : int; a1b2 : int; x_1 : int;
  }
  root_type Monster;
  file_identifier "MONS";
`;

function ours(text: string, options: PythonOptions): readonly PythonFile[] {
  const { schema, diagnostics } = parseSchema(text, { path: 'everything.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { files, diagnostics: found } = pythonGenerator.generate(schema, options);
  expect(found).toEqual([]);
  return files;
}

/** What programs can call in `files`, a line each. */
async function interfaceOf(files: readonly PythonFile[]): Promise<readonly string[]> {
  const path = fileURLToPath(new URL('python/interface.py', import.meta.url));
  const { stdout, stderr } = await folderOf(files).run([path]);
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe.skipIf(missing !== null)('the table of runtime symbols', () => {
  it('is right about the official runtime', async () => {
    const scalars = Object.values(SCALAR_ACCESS);
    const expressions = [
      ...RUNTIME_SYMBOLS.map((name) => `flatbuffers.${name}`),
      ...BUILDER_METHODS.map((name) => `builder.${name}`),
      ...TABLE_MEMBERS.map((name) => `table.${name}`),
      ...scalars.flatMap(({ flags, prepend, slot }) => [
        `flatbuffers.number_types.${flags}`,
        `builder.${prepend}`,
        `builder.${slot}`,
      ]),
    ];
    const head = [
      'import flatbuffers',
      'builder = flatbuffers.Builder(0)',
      'table = flatbuffers.table.Table(b"", 0)',
    ];
    const folder = folderOf([{ path: 'symbols.py', content: [...head, ...expressions].join('\n') }]);
    expect(await folder.run(['symbols.py'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('lists all that generated code calls', () => {
    const text = [
      ...ours(EVERYTHING, { objectApi: true }),
      ...ours(EVERYTHING, { objectApi: true, oneFile: true }),
    ]
      .map(({ content }) => content)
      .join('\n');
    const listed = new Set<string>([
      ...RUNTIME_SYMBOLS,
      ...BUILDER_METHODS,
      ...TABLE_MEMBERS,
      ...Object.values(SCALAR_ACCESS).flatMap(({ flags, prepend, slot }) => [
        `number_types.${flags}`,
        prepend,
        slot,
      ]),
    ]);
    const used = [
      ...text.matchAll(/\bflatbuffers\.((?:\w+\.)?\w+)/g),
      ...text.matchAll(/\bbuilder\.(\w+)/g),
      ...text.matchAll(/\b_tab\.(\w+)/g),
    ].map(([, name = '']) => name);
    expect(new Set(used).size).toBeGreaterThan(40);
    expect([...new Set(used)].filter((name) => !listed.has(name))).toEqual([]);
  });
});

describe.skipIf(missing !== null)('the interface of generated code', () => {
  it.each([
    [['--gen-object-api', '--gen-compare'], { objectApi: true, compare: true }],
    [['--python-typing'], { typing: true }],
    [['--gen-onefile', '--gen-object-api'], { oneFile: true, objectApi: true }],
    [['--python-no-type-prefix-suffix'], { shortNames: true }],
    [
      ['--no-python-gen-numpy', '--object-suffix', 'Obj', '--gen-object-api'],
      { numpy: false, objectSuffix: 'Obj', objectApi: true },
    ],
    [
      ['--python-version', '2', '--python-decode-obj-api-strings'],
      { pythonVersion: '2', decodeStrings: true },
    ],
  ] as readonly (readonly [readonly string[], PythonOptions])[])(
    'is that of flatc --python %j, and functions for whole tables',
    async (flags, options) => {
      const oracle = await flatc();
      const run = oracle.run(['--python', ...flags, 'everything.fbs'], { 'everything.fbs': EVERYTHING });
      const theirs = await interfaceOf([...run.files].map(([path, content]) => ({ path, content })));
      const result = await interfaceOf(ours(EVERYTHING, options));
      expect(theirs.length).toBeGreaterThan(150);
      expect(theirs.filter((line) => !result.includes(line))).toEqual([]);
      const more = result.filter((line) => !theirs.includes(line)).map((line) => line.replace(/\(.*/, ''));
      expect(more.filter((line) => !/\.Create(?:Monster|Other|Leaf)$/.test(line))).toEqual([]);
    },
  );

  it('has files of the same names', async () => {
    const oracle = await flatc();
    for (const [flags, options] of [
      [['--python-typing'], { typing: true }],
      [['--gen-onefile', '--filename-suffix', '_x'], { oneFile: true, filenameSuffix: '_x' }],
    ] as const) {
      const run = oracle.run(['--python', ...flags, 'everything.fbs'], { 'everything.fbs': EVERYTHING });
      expect(
        ours(EVERYTHING, options)
          .map(({ path }) => path)
          .toSorted(),
      ).toEqual([...run.files.keys()]);
    }
  });
});

describe.skipIf(missing !== null)('one call for a whole table', () => {
  it('takes values and offsets, and writes what the reference compiler makes of JSON', async () => {
    const text = `
      namespace Zoo;
      struct Point { x : int; y : short; }
      table Part { name : string; n : int; }
      union Any { Part }
      table Root {
        at : Point; name : string; small : ubyte; wide : ulong; list : [short]; names : [string]; parts : [Part];
        points : [Point]; any : Any; part : Part; flag : bool; maybe : int = null; inner : [ubyte] (nested_flatbuffer: "Part");
      }
      root_type Root;`;
    const json = `{ at: { x: 1, y: -2 }, name: "a", small: 3, wide: 4, list: [5, 6], names: ["b", "c"], parts: [{ n: 7 }],
      points: [{ x: 8, y: 9 }], any_type: "Part", any: { name: "d" }, part: { n: 10 }, flag: true, maybe: 0 }`;
    const program = [
      'import flatbuffers',
      'import Zoo.Root as Root, Zoo.Part as Part, Zoo.Point as Point, Zoo.Any as Any',
      'def made(builder): return Point.CreatePoint(builder, 1, -2)',
      'for at in (Point.PointT(1, -2), (1, -2), made):',
      '    for name in ("a", b"a"):',
      '        builder = flatbuffers.Builder(0)',
      '        data = dict(at=at, name=name, small=3, wide=4, list=(5, 6), names=["b", b"c"], parts=[Part.PartT(n=7)],',
      '            points=[Point.PointT(8, 9)], anyType=Any.Any.Part, any=Part.PartT(name="d"),',
      '            part=Part.PartT(n=10), flag=True, maybe=0)',
      '        data["list_"] = data.pop("list")',
      '        builder.Finish(Root.CreateRoot(builder, **data))',
      '        print(builder.Output().hex())',
      'builder = flatbuffers.Builder(0)',
      'assert Root.CreateListVector(builder, [1]) == Root.RootCreateListVector(builder, [1]) - 8',
      'name = builder.CreateString("a")',
      'builder.Finish(Root.Root.CreateRoot(builder, None, name, inner=builder.CreateByteVector(b"xyz")))',
      'root = Root.Root.GetRootAs(builder.Output())',
      'assert (root.Name(), root.InnerLength(), root.At(), root.Maybe()) == (b"a", 3, None, None)',
    ].join('\n');
    const folder = folderOf([...ours(text, { objectApi: true }), { path: 'program.py', content: program }]);
    const { stdout, stderr } = await folder.run(['program.py']);
    expect(stderr).toBe('');
    const oracle = await flatc();
    const run = oracle.run(['-b', 's.fbs', 'd.json'], { 's.fbs': text, 'd.json': json });
    const hex = Buffer.from(run.files.get('d.bin') ?? []).toString('hex');
    expect([...new Set(stdout.trim().split('\n'))]).toEqual([hex]);
  });
});

describe.skipIf(missing !== null)('types', () => {
  it('pass mypy --strict, with NumPy too', async ({ skip }) => {
    const tools = mypyPython();
    if ('missing' in tools) return skip(tools.missing);
    const user = [
      'import flatbuffers',
      'from My.Game.Monster import Monster, MonsterT, CreateMonster',
      'def use(data: bytes) -> int:',
      '    monster = Monster.GetRootAs(data)',
      '    other = monster.Other()',
      '    text: bytes = b"" if other is None else (other.Name() or b"")',
      '    return len(text) + monster.Mana() + len(MonsterT(mana=5, names=["a"]).names or [])',
      'def wrong(data: bytes) -> str:',
      '    return Monster.GetRootAs(data).Mana()',
    ].join('\n');
    const check = async (files: readonly PythonFile[], flags: readonly string[]): Promise<string> => {
      const folder = folderOf(files);
      const { stdout } = await folder.run(
        ['-m', 'mypy', '--strict', '--ignore-missing-imports', '--cache-dir', tools.cache, ...flags, '.'],
        tools.interpreter,
      );
      return stdout;
    };
    const files = ours(EVERYTHING, { objectApi: true, compare: true, typing: true });
    expect(await check([...files, { path: 'user.py', content: user }], [])).toMatch(
      /^user\.py:9: error: Incompatible return value type[^\n]*\nFound 1 error in 1 file/,
    );
    // What stands in the functions is checked as well; the runtime has no types.
    const modules = ours(EVERYTHING, { objectApi: true, compare: true, typing: true, oneFile: true });
    const bodies = modules.filter(({ path }) => path.endsWith('.py'));
    expect(await check(bodies, ['--allow-untyped-calls', '--no-warn-return-any'])).toMatch(/^Success/);
    // NumPy is installed there: arrays are what vectors become, and what they are made of. So is the released runtime.
    const arrays = [
      'import flatbuffers, numpy',
      'from My.Game.Monster import MonsterT',
      'builder = flatbuffers.Builder(0)',
      'value = MonsterT(name="x", d=0.0, inventory=numpy.array([1, 2], dtype=">i8"), floats=[0.5], names=["y", "z"])',
      'builder.Finish(value.Pack(builder))',
      'again = MonsterT.InitFromPackedBuf(builder.Output())',
      'assert again.inventory.dtype == numpy.uint8 and again.inventory.tolist() == [1, 2]',
      'assert again.floats.tolist() == [0.5] and again.bools is None and again.names == [b"y", b"z"]',
      'from My.Game.Monster import CreateMonster, MonsterCreateNamesVector',
      'builder = flatbuffers.Builder(0)',
      'offsets = MonsterCreateNamesVector(builder, [builder.CreateString(each) for each in ("y", "z")])',
      'builder.Finish(CreateMonster(builder, name="x", names=offsets, floats=numpy.array([2, 3])))',
      'other = MonsterT.InitFromPackedBuf(builder.Output())',
      'assert other.names == [b"y", b"z"] and other.floats.tolist() == [2.0, 3.0]',
      'assert again == again and not again == MonsterT()',
    ].join('\n');
    const folder = folderOf([
      ...ours(EVERYTHING, { objectApi: true, compare: true }),
      { path: 'arrays.py', content: arrays },
    ]);
    expect(await folder.run(['arrays.py'], tools.interpreter)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
