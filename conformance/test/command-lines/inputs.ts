// The files that the command lines of this folder find in the folder they run in.
import { posix } from 'node:path';
import type { Oracle } from '../../src/oracle.js';

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
  'stdin.json': '{ a: 8 }',
  'root/d.json': '{ a: 9 }',
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
  'nest.fbs': 'table N { x:int; }\ntable T { n:[ubyte] (nested_flatbuffer: "N"); }\nroot_type T;\n',
  'nest.json': '{ n: { x: 3 } }',
  'nestbytes.json': '{ n: [12, 0, 0, 0, 8, 0, 12, 0, 8, 0, 4, 0, 8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0] }',
  'noids.fbs': 'table T { a:int; b:int; }\n',
  'ids.fbs': 'table T { b:int (id: 1); a:int (id: 0); }\nroot_type T;\n',
  'priv.fbs': 'table P (private) { a:int; }\ntable T { p:P; }\nroot_type T;\n',
  'struct.fbs': 'struct V { x:float; y:float; }\ntable T { v:V; o:int = null; }\nroot_type T;\n',
  'ev1.fbs': 'table T { a:int; }\nroot_type T;\n',
  'ev2.fbs': 'table T { a:int; b:string; }\nroot_type T;\n',
  'ev3.fbs': 'table T { a:long; }\nroot_type T;\n',
  'evinc.fbs': 'include "part.fbs";\ntable F { p:Lib.Part; }\nroot_type F;\n',
  'cyc.fbs': 'struct A { b:B; }\nstruct B { a:A; }\n',
  'a.proto':
    'syntax = "proto3";\npackage pk;\nimport "sub/b.proto";\nenum E { Z = 0; O = 1; }\nmessage M { int32 a = 1; string s = 3; E e = 4; pk.sub.N n = 5; oneof c { N1 x = 6; N2 y = 7; } }\nmessage N1 { int32 q = 1; }\nmessage N2 { int32 q = 1; }\n',
  'sub/b.proto':
    'syntax = "proto3";\npackage pk.sub;\nmessage N { repeated int64 v = 1; map<string, int32> m = 2; }\n',
  'plain.proto':
    'syntax = "proto2";\npackage q;\n// Doc.\nmessage M { required int32 a = 1; optional string s = 2 [default = "x"]; }\n',
  'gap.proto': 'syntax = "proto3";\nmessage M { int32 a = 1; int32 b = 5; }\n',
  'bad.proto': 'syntax = "proto3";\nmessage M { Ghost a = 1; }\n',
  'fbs.proto': 'table T { a:int; }\nroot_type T;\n',
  'doc.fbs':
    '/// A documented table.\ntable T { /// A field.\n a:int; old:int (deprecated); r:string (required); }\nroot_type T;\n',
  'upper.FBS': 'table T { a:int; }\nroot_type T;\n',
  'we ird.fbs': 'table T { a:int; }\nroot_type T;\n',
  'svc2.fbs': 'table Q { x:int; }\nrpc_service S { Ask(Q):Q; }\nroot_type Q;\n',
  'root/s.fbs': `/// The root.\n${T}table Other { b:int; }\nroot_type Other;\n`,
};

/** The files by path: texts, and the buffers that the reference compiler makes of them. */
export function inputFiles(oracle: Oracle): Readonly<Record<string, string | Uint8Array>> {
  const made = (line: string): Uint8Array =>
    [...oracle.run(line.split(' '), sources).files.values()][0] ?? new Uint8Array();
  const data = made('-b s.fbs d.json');
  const schema = made('-b --schema s.fbs');
  return {
    ...sources,
    'd.ttt': data,
    'sized.ttt': made('-b --size-prefixed s.fbs d.json'),
    'text.ttt': made('-b s.fbs text.json'),
    'cut.ttt': data.slice(0, 20),
    'tiny.ttt': data.slice(0, 8),
    'lost.ttt': data.slice().fill(0xff, 0, 4),
    'unended.ttt': withoutTerminator(data),
    'plain.bin': made('-b plain.fbs d.json'),
    'orc.bin': made('-b monster.fbs orc.json'),
    'any.flex': made('-b --flexbuffers any.json'),
    'latin.json': Buffer.from('{ s: "\u{e9}" }', 'latin1'),
    'latin.fbs': Buffer.from('// \u{e9}\ntable T { a:int; }\n', 'latin1'),
    'bin/s.bfbs': schema,
    'bin/sized.bfbs': made('-b --schema --size-prefixed s.fbs'),
    'bin/plain.bfbs': made('-b --schema --bfbs-comments --bfbs-builtins plain.fbs'),
    'bin/rootless.bfbs': made('-b --schema rootless.fbs'),
    'bin/ns.bfbs': made('-b --schema ns.fbs'),
    'bin/main.bfbs': made('-b --schema --bfbs-filenames . main.fbs'),
    'bin/monster.bfbs': made('-b --schema monster.fbs'),
    'bin/cut.bfbs': schema.slice(0, 100),
    'bin/text.bfbs': T,
  };
}

/** Those of `files` that the arguments name, folders included, and what included and imported ones are. */
export function filesOf<T>(
  args: readonly string[],
  files: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const named = args.map((arg) => posix.join(arg.replaceAll('\\', '/'), '/'));
  const included = ['lib/part.fbs', 'sub/b.proto'];
  return Object.fromEntries(
    Object.entries(files).filter(
      ([path]) =>
        included.includes(path) ||
        named.some((name) => `${path}/`.startsWith(name) || name.startsWith(`${path}/`)),
    ),
  );
}

/** The buffer of `{ s: "x" }` and more, where the text is not followed by a zero byte: readable, but not valid. */
function withoutTerminator(buffer: Uint8Array): Uint8Array {
  const bytes = buffer.slice();
  const text = Buffer.from(bytes.buffer).indexOf('\u0001\0\0\0x\0', 0, 'latin1');
  bytes[text + 5] = 1;
  return bytes;
}
