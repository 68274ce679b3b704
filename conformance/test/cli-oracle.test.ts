// The same command lines given to the reference compiler and to ours: the same exit status, files and bytes.
// Generated TypeScript, C++, Java and Python are compared by name only; their content has tests of its own. After an error there is nothing to
// compare: flatc leaves what it wrote until then, ours leaves nothing (which tests of its own check).
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { runCli, type CliRun } from './cli-run.js';

const oracle = await flatc();

const T = 'table T { a:int = 3; s:string; v:[short]; }\n';

const sources: Readonly<Record<string, string>> = {
  's.fbs': `/// The root.\n${T}table Other { b:int; }\nroot_type T;\nfile_identifier "TTTT";\nfile_extension "ttt";\n`,
  'plain.fbs': `${T}root_type T;\n`,
  'rootless.fbs': T,
  'ns.fbs': 'namespace One.Two;\nenum E:byte { A, B }\ntable T { e:E; }\ntable U { b:int; }\nroot_type T;\n',
  'main.fbs': 'include "lib/part.fbs";\ntable M { p:Lib.Part; }\nroot_type M;\n',
  'lib/part.fbs': 'namespace Lib;\ntable Part { a:int; }\n',
  'far.fbs': 'include "part.fbs";\ntable F { p:Lib.Part; }\nroot_type F;\n',
  'broken.fbs': 'table T { a:Ghost; }\n',
  'warn.fbs': 'table T { BadName:int; }\nroot_type T;\n',
  'attr.fbs': 'attribute "mine";\ntable T { a:int (mine, id: 0); }\nroot_type T;\n',
  'svc.fbs': 'namespace A;\ntable Q { x:int; }\nrpc_service S { Ask(Q):Q; Tell(Q):Q (streaming: "bidi"); }\n',
  'monster.fbs': `namespace MyGame.Sample;
enum Color:byte { Red = 0, Green, Blue = 2 }
union Equipment { Weapon }
table Vec3 { x:float; y:float; z:float; }
table Monster {
  pos:Vec3; mana:short = 150; hp:short = 100; name:string; inventory:[ubyte];
  color:Color = Blue; weapons:[Weapon]; equipped:Equipment; path:[Vec3];
}
table Weapon { name:string; damage:short; }
root_type Monster;
`,
  'orc.json': `{
  pos: { x: 1, y: 2, z: 3 }, hp: 80, name: "Orc", inventory: [0, 1, 2, 3], color: "Red",
  weapons: [{ name: "Sword", damage: 3 }, { name: "Axe", damage: 5 }],
  equipped_type: "Weapon", equipped: { name: "Axe", damage: 5 }, path: [{ x: 1 }, {}]
}
`,
  'd.json': '{ a: 1, s: "x", v: [1, 2] }',
  'default.json': '{ a: 3 }',
  'text.json': '{ s: "\\u00e9 \\ud83d\\ude00" }',
  'strict.json': '{ "a": 1 }',
  'unknown.json': '{ zz: { y: 1 }, a: 1 }',
  'wrong.json': '{ a: "many" }',
  'e.json': '{ e: "B" }',
  'b.json': '{ b: 2 }',
  'm.json': '{ p: { a: 7 } }',
  'sub/deep.name.json': '{ a: 5 }',
  noext: '{ a: 6 }',
  'empty.json': '',
  'notjson.json': 'table Z {}',
  'any.json': '{ b: [1, 2.5, "s", null, true], a: { nested: [] } }',
  'zero.json': '{ a: 1 }\0',
};

/** The buffer that the reference compiler makes by a command line. */
function made(...args: string[]): Uint8Array {
  return [...oracle.run(args, sources).files.values()][0] ?? new Uint8Array();
}

const files: Readonly<Record<string, string | Uint8Array>> = {
  ...sources,
  'd.ttt': made('-b', 's.fbs', 'd.json'),
  'sized.ttt': made('-b', '--size-prefixed', 's.fbs', 'd.json'),
  'text.ttt': made('-b', 's.fbs', 'text.json'),
  'plain.bin': made('-b', 'plain.fbs', 'd.json'),
  'orc.bin': made('-b', 'monster.fbs', 'orc.json'),
  'any.flex': made('-b', '--flexbuffers', 'any.json'),
  'bin/s.bfbs': made('-b', '--schema', 's.fbs'),
  'bin/sized.bfbs': made('-b', '--schema', '--size-prefixed', 's.fbs'),
  'bin/plain.bfbs': made('-b', '--schema', '--bfbs-comments', '--bfbs-builtins', 'plain.fbs'),
  'bin/rootless.bfbs': made('-b', '--schema', 'rootless.fbs'),
  'bin/ns.bfbs': made('-b', '--schema', 'ns.fbs'),
  'bin/main.bfbs': made('-b', '--schema', '--bfbs-filenames', '.', 'main.fbs'),
  'bin/monster.bfbs': made('-b', '--schema', 'monster.fbs'),
  'bin/cut.bfbs': made('-b', '--schema', 's.fbs').slice(0, 100),
  'bin/text.bfbs': T,
};

/** One command line a row; blanks separate arguments. */
const commandLines = `
-b s.fbs d.json
--binary s.fbs d.json default.json
-b plain.fbs d.json
-b -o out s.fbs d.json
-b -o out/ s.fbs d.json
-b -o out/deep/er s.fbs d.json
-b plain.fbs sub/deep.name.json noext
-b s.fbs d.json ns.fbs e.json
-b s.fbs
-b --force-defaults s.fbs default.json
-b --size-prefixed s.fbs d.json
-b --unknown-json s.fbs unknown.json
-b s.fbs unknown.json
-b --strict-json s.fbs strict.json
-b --strict-json s.fbs d.json
-b s.fbs wrong.json
-b s.fbs empty.json
-b s.fbs notjson.json
-b s.fbs zero.json
-b s.fbs ghost.json
-b rootless.fbs d.json
-b d.json
-b broken.fbs
-b ghost.fbs
-b --root-type Other s.fbs b.json
-b --root-type One.Two.U ns.fbs b.json
-b --root-type U ns.fbs b.json
-b --root-type One.Two.E ns.fbs b.json
-b main.fbs m.json
-b far.fbs
-b -I lib far.fbs m.json
-I lib -I ghost -b far.fbs
-b monster.fbs orc.json
-b --schema monster.fbs
-b --schema s.fbs
--schema -b s.fbs d.json
-b --schema --root-type Other s.fbs b.json
-b --schema lib/part.fbs s.fbs sub/deep.name.json
--schema -b main.fbs
-b --schema lib/part.fbs
-b --schema -o out main.fbs
-b --schema --bfbs-comments s.fbs
--bfbs-comments -b --schema s.fbs
-b --schema --bfbs-builtins attr.fbs
-b --schema attr.fbs
-b --schema --bfbs-filenames ghost main.fbs
-b --schema --size-prefixed s.fbs
-b --schema --root-type Other s.fbs
-b --schema --root-type Ghost s.fbs
-b --schema s.fbs ns.fbs
-b --schema --warnings-as-errors warn.fbs
-b --schema --no-warnings --warnings-as-errors warn.fbs
-t s.fbs d.json
--json -o out s.fbs d.json
-t -o out monster.fbs -- orc.bin
-t -o out monster.fbs --raw-binary -- orc.bin
-t --raw-binary -o out monster.fbs -- orc.bin
-t -o out s.fbs -- d.ttt
-t -o out --strict-json s.fbs -- d.ttt
-t -o out --defaults-json s.fbs -- text.ttt
-t -o out --natural-utf8 s.fbs -- text.ttt
-t -o out s.fbs -- text.ttt
-t -o out --size-prefixed s.fbs -- sized.ttt
-t -o out s.fbs -- sized.ttt
-t -o out s.fbs -- plain.bin
-t -o out --raw-binary s.fbs -- plain.bin
-t -o out plain.fbs -- plain.bin
-t s.fbs -- ghost.ttt
-t s.fbs
-b -t -o out s.fbs d.json
-t -b -o out s.fbs -- d.ttt
-b -o out s.fbs -- d.ttt
-b --flexbuffers any.json
-b --flexbuffers --strict-json any.json
-b --flexbuffers s.fbs
-b --flexbuffers ghost.json
-t -o out --flexbuffers any.flex
-t -o out --flexbuffers --strict-json any.flex
-t --flexbuffers d.json
--ts s.fbs
-T -o out ns.fbs
--ts -o out monster.fbs
--ts --gen-object-api --gen-mutable -o out monster.fbs
--ts --ts-omit-entrypoint -o out monster.fbs
--ts -o out main.fbs
--ts --gen-all -o out main.fbs
--ts --ts-flat-files -o out main.fbs
--ts -b --schema -o out s.fbs
--ts s.fbs wrong.json
--python s.fbs
-p -o out ns.fbs
-p -o out monster.fbs
-p --gen-object-api --gen-compare --python-typing -o out monster.fbs
-p --gen-onefile -o out monster.fbs
-p --gen-onefile --filename-suffix _fb --python-typing -o out monster.fbs
-p -o out main.fbs
-p --gen-all -o out main.fbs
-p --grpc -o out svc.fbs
-p --grpc --grpc-filename-suffix _x --python-typing --grpc-python-typed-handlers -o out svc.fbs
-p --grpc --grpc-filename-suffix=_y -o out svc.fbs
-p --grpc s.fbs
-p --python-version 3.9 --no-python-gen-numpy --python-decode-obj-api-strings --python-no-type-prefix-suffix s.fbs
-p --python-version=3 --python-gen-numpy=false s.fbs
--python -b --schema -o out s.fbs
--file-names-only --python -o out ns.fbs
--file-names-only -b -t -o out s.fbs d.json
--file-names-only --ts -o out s.fbs
-b --nope s.fbs
-b - s.fbs
-bt s.fbs
s.fbs -b
s.fbs d.json --binary
s.fbs
-b
-b s.fbs -o
-b --gen-object-api=1 s.fbs
-b --cpp-std=c++17 --python-version=3 --python-gen-numpy=false --no-grpc-callback-api s.fbs d.json
-b --python-gen-numpy=maybe s.fbs d.json
-b --cpp-field-case-style odd s.fbs d.json
-b --filename-suffix x --filename-ext yy --gen-onefile --no-includes --scoped-enums s.fbs d.json
-b s.fbs -- --json d.ttt
-b bin/s.bfbs d.json
-b bin/sized.bfbs d.json
-b bin/plain.bfbs d.json default.json
-b --force-defaults bin/s.bfbs default.json
-b --size-prefixed bin/s.bfbs d.json
-b s.fbs d.json bin/ns.bfbs e.json
-b bin/main.bfbs m.json
-b bin/monster.bfbs orc.json
-b bin/s.bfbs
-b bin/s.bfbs wrong.json
-b bin/rootless.bfbs d.json
-b bin/cut.bfbs
-b bin/text.bfbs
-b bin/ghost.bfbs
-b --root-type Other bin/s.bfbs b.json
-b --root-type Ghost bin/s.bfbs b.json
-t -o out bin/s.bfbs -- d.ttt
-t -o out --defaults-json bin/s.bfbs -- text.ttt
-t -o out --size-prefixed bin/s.bfbs -- sized.ttt
-t -o out bin/s.bfbs -- plain.bin
-t -o out --raw-binary bin/plain.bfbs -- plain.bin
-t -o out --raw-binary bin/monster.bfbs -- orc.bin
--cpp s.fbs
-c -o out monster.fbs
--cpp --gen-object-api --gen-mutable --reflect-names -o out monster.fbs ns.fbs
--cpp --filename-suffix _fb --filename-ext hpp -o out main.fbs lib/part.fbs
--cpp --bfbs-gen-embed s.fbs rootless.fbs
--cpp --gen-all -o out main.fbs
--cpp --cpp-std c++14 s.fbs
--cpp --cpp-static-reflection s.fbs
--cpp --cpp-std=c++17 --cpp-static-reflection s.fbs
--cpp --cpp-field-case-style odd s.fbs
--cpp -b --schema -o out s.fbs
--cpp bin/s.bfbs
--cpp broken.fbs
--ts bin/s.bfbs
-p -o out bin/ns.bfbs
--ts -o out bin/ns.bfbs
--ts -o out bin/main.bfbs
--ts --gen-object-api --gen-mutable -o out bin/monster.bfbs
--ts --ts-omit-entrypoint -o out bin/monster.bfbs
--jsonschema -o out bin/monster.bfbs
--conform bin/plain.bfbs plain.fbs
--conform bin/plain.bfbs ns.fbs
--conform plain.fbs -b bin/plain.bfbs d.json
`
  .split('\n')
  .filter((line) => line !== '');

describe('the same command line gives what flatc gives', () => {
  it.each(commandLines)('flatc %s', async (line) => {
    const args = line.split(' ');
    const expected = oracle.run(args, files);
    const actual = await runCli(args, files);
    expect(summary(actual, expected)).toEqual(summary(expected, expected));
  });
});

describe('a binary schema', () => {
  // What the reference writes of what it read from a binary schema lacks the names of files, and is sorted by name.
  it.each(['main', 'monster', 'ns', 'plain', 's'])('%s is written again as it was', async (name) => {
    const args = ['-b', '--schema', '--bfbs-comments', '--bfbs-builtins', '-o', 'out', `bin/${name}.bfbs`];
    const { status, files: created } = await runCli(args, files);
    const before = Buffer.from(files[`bin/${name}.bfbs`] ?? []);
    expect({ status, hex: Buffer.from(created.get(`out/${name}.bfbs`) ?? []).toString('hex') }).toEqual({
      status: 0,
      hex: before.toString('hex'),
    });
  });

  it.each(['main', 'monster', 'ns'])('%s gives the TypeScript of its text', async (name) => {
    expect(await typescriptOf(`bin/${name}.bfbs`)).toEqual(await typescriptOf(`${name}.fbs`));
  });

  it('that is damaged is refused with the place of the damage', async () => {
    const { status, stderr } = await runCli(['-b', 'bin/cut.bfbs'], files);
    expect(status).toBe(1);
    expect(stderr).toMatch(/SCHEMA-DAMAGED.*bin\/cut\.bfbs is not a valid binary schema: .*\(byte \d+/);
  });

  it('is named in make rules, not the files that it was made from', async () => {
    const { stdout } = await runCli(['-M', '-b', 'bin/main.bfbs', 'm.json'], files);
    expect(stdout).toBe('m.bin: m.json bin/main.bfbs\n');
  });
});

/** The generated files of a schema, without the first line, which names it. */
async function typescriptOf(path: string): Promise<readonly (readonly [string, string])[]> {
  const run = await runCli(['--ts', '--gen-object-api', '--gen-all', '-o', 'out', path], files);
  return [...run.files].map(([file, bytes]) => [file, Buffer.from(bytes).toString().replace(/^.*\n/, '')]);
}

/** What has to be the same. */
function summary(run: CliRun, reference: CliRun): unknown {
  if (run.status !== 0) return { status: run.status, says: /error/.test(run.stderr) };
  // Namespaces without types of their own have files that lead to those inside them; flatc leaves them out.
  // A header has a source file beside it here.
  const names = [...run.files.keys()].filter(
    (path) => reference.files.has(path) || !/\.(?:ts|cpp)$/.test(path),
  );
  const bytes = names
    .filter((path) => !/\.(?:ts|h|hpp|java|pyi?)$/.test(path))
    .map((path) => Buffer.from(run.files.get(path) ?? []));
  // flatc puts its name on standard output whenever it has a warning about the command line.
  const lines = run.stdout.replace(/^flatc: /, '').split('\n');
  return { status: 0, names, bytes, prints: lines.toSorted() };
}
