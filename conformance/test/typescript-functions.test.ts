// The free functions of generated TypeScript write what the object API writes, the reference compiler's included, and
// read back what they wrote.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { Schema, TableDef } from '@fb/schema';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
import { toInit } from '../src/plain-objects.js';
import { instantiate, plainValue, type Extent, type Plain } from '../src/typescript-values.js';
import { runTypeScript, typeErrors, type Exports, type GeneratedText } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

const oracle = await flatc();

// The compiler takes its time.
vi.setConfig({ testTimeout: 120_000 });

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { path: 'test.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(schema: Schema, options: TypeScriptOptions = {}): readonly GeneratedText[] {
  const { files, diagnostics } = typescriptGenerator.generate(schema, options);
  expect(diagnostics).toEqual([]);
  return files;
}

function generateByOracle(text: string): readonly GeneratedText[] {
  const run = oracle.run(['--ts', '--gen-object-api', 'test.fbs'], { 'test.fbs': text });
  expect(run.stderr).not.toContain('error');
  return [...run.files].map(([path, bytes]) => ({ path, content: new TextDecoder().decode(bytes) }));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const ALL: TypeScriptOptions = { objectApi: true, flatAccessors: true };

/** What is generated for a game. */
function game(): Exports {
  return runTypeScript(generate(schemaOf(GAME), ALL), runtime)('g');
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}

function tablesOf(schema: Schema): readonly TableDef[] {
  return schema.objects.filter((def): def is TableDef => def.kind === 'table');
}

/** Every kind of field, with every way it can be given or left out. */
const MATRIX = matrix();

function matrix(): string {
  const scalars = [
    'bool',
    'byte',
    'ubyte',
    'short',
    'ushort',
    'int',
    'uint',
    'long',
    'ulong',
    'float',
    'double',
  ];
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it belongs to this schema only
  const defaults = (scalar: string): readonly string[] => [
    '',
    scalar === 'bool' ? ' = true' : ' = 7',
    ' = null',
    ...(scalar === 'float' || scalar === 'double' ? [' = nan', ' = -inf', ' = 0.1'] : []),
  ];
  const stored = [...scalars, 'Small', 'Flags', 'Wide'];
  const inline = [...stored, 'Pair', 'Tight', 'Deep'];
  const enumDefault = { Small: 'B', Flags: 'Y', Wide: 'Far' } as const;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- so does this
  const members = (types: readonly string[], line: (type: string, i: number) => string): string =>
    types.map(line).join('\n');
  return `
    namespace M;
    enum Small : byte { A, B = 3, C = -4 }
    enum Flags : ushort (bit_flags) { X, Y, Z = 9 }
    enum Wide : ulong { None, Near = 5, Far = 18446744073709551615 }
    struct Tight { a : ubyte; }
    struct Pair { a : short; b : double; c : byte; }
    struct Deep { pair : Pair; list : [short : 3]; tight : Tight; pairs : [Pair : 2]; bools : [bool : 2]; big : [long : 2]; enums : [Small : 3]; wides : [Wide : 2]; flag : bool; }
    ${members(stored, (type, i) => `struct Holds${i} { before : byte; it : ${type}; list : [${type} : 3]; }`)}
    union Any { Leaf, Pair, Text : string, Node, Tight }
    union Many : int { Leaf = 7, Other : Leaf = 900, Word : string }
    table Leaf { name : string; x : int = 4; }
    table Node { left : Node; right : Node; all : [Node]; any : Any; value : double; }
    ${members(
      scalars,
      (type, i) =>
        `table Scalar${i} { ${defaults(type)
          .map((value, j) => `f${j} : ${type}${value};`)
          .join(' ')} }`,
    )}
    table Enums { ${Object.entries(enumDefault)
      .map(([type, value], i) => `a${i} : ${type}; b${i} : ${type} = ${value}; c${i} : ${type} = null;`)
      .join(' ')} }
    ${members(inline, (type, i) => `table Vector${i} { plain : [${type}]; after : byte; must : [${type}] (required); empty : [${type}] = []; }`)}
    ${members(stored, (_type, i) => `table Struct${i} { it : Holds${i}; must : Holds${i} (required); list : [Holds${i}]; }`)}
    table Strings { plain : string; must : string (required); text : string = "some"; none : string = ""; list : [string]; }
    table Tables { leaf : Leaf; must : Leaf (required); list : [Leaf]; must_list : [Leaf] (required); }
    table Unions { any : Any; must : Any (required); many : Many; list : [Any]; others : [Many]; }
    table First { pair : Pair; a : byte; b : double; }
    table NotFirst { a : byte; pair : Pair; deep : Deep; b : double; }
    table Gone { a : int (deprecated); b : short; c : Any (deprecated); d : [Pair] (deprecated); e : byte; }
    table Bytes { nested : [ubyte] (nested_flatbuffer: "Leaf"); flex : [ubyte] (flexbuffer); }
    table Empty { }
    table Hundred { ${Array.from({ length: 100 }, (_, i) => `f${i} : ${['int', 'string', 'double', 'byte', 'Pair', '[ulong]'][i % 6] ?? ''};`).join(' ')} }
    table Root { everything : [Node]; keyed : [Keyed]; points : [Point]; }
    table Keyed { id : ulong (key); }
    struct Point { at : short (key); }
    root_type Root;
    file_identifier "MTRX";
  `;
}

/**
 * Tables that the reference compiler writes otherwise because of a fault of its own: wrong defaults of `bit_flags`,
 * empty vectors in the place of buffers that are not there.
 */
const THEIR_FAULTS = new Set(['Mixed', 'Enums', 'Bytes']);

describe.each([
  ['everything.fbs', vectorText('typescript/everything.fbs'), 'game/model'],
  ['the matrix of types, defaults and presence', MATRIX, 'm'],
])('%s', (_title, text, path) => {
  const schema = schemaOf(text);
  const files = generate(schema, { objectApi: true });
  const ours = runTypeScript(files, runtime)(path);
  const theirs = runTypeScript(generateByOracle(text), runtime)(path);
  const encoders = [
    new runtime.Encoder(),
    new runtime.Encoder({ size: 32 }),
    new runtime.Encoder({ results: 'window', size: 512 }),
    new runtime.Encoder({ results: 'copy' }),
  ];

  it('compiles under the strictest flags', () => {
    expect(typeErrors(files)).toEqual([]);
    expect(typeErrors(generate(schema, { undefinedForOptionals: true }))).toEqual([]);
    expect(typeErrors(generate(schema, { enums: 'const' }), { erasableSyntaxOnly: true })).toEqual([]);
  });

  it.each(tablesOf(schema).map((def) => [def.name, def] as const))(
    '%s: equal bytes, equal values',
    (name, def) => {
      const extent: Extent = { depth: 2, wideElements: 0 };
      fc.assert(
        fc.property(plainValue(def, extent), (plain) => {
          const init = toInit(def, plain);
          const bytes = pack(ours, schema, def, plain);
          const encoded = ours[`encode${name}`](init);
          expect(hex(encoded)).toBe(hex(bytes));
          for (const encoder of encoders) expect(hex(ours[`encode${name}`](init, encoder))).toBe(hex(bytes));
          const reference = THEIR_FAULTS.has(name) ? ours : theirs;
          expect(hex(pack(reference, schema, def, plain))).toBe(hex(bytes));
          expect(ours[`verify${name}`](encoded, { checkNested: false })).toBeNull();
          const value = ours[`decode${name}`](encoded);
          expect(hex(ours[`encode${name}`](value))).toBe(hex(bytes));
          expect(plainOf(value)).toEqual(plainOf(withoutEmptyBuffers(def, init)));
        }),
        { numRuns: 60 },
      );
    },
  );
});

const GAME = `
  namespace G;
  struct Vec3 { x : float; y : float; z : float; }
  struct Grid { cells : [short : 3]; }
  enum Color : byte { Red, Green, Blue = 2 }
  union Item { Weapon, Vec3, Note : string }
  table Weapon { name : string (required); damage : short; }
  table Monster {
    pos : Vec3;
    hp : short = 100;
    name : string (required);
    friendly : bool;
    inventory : [ubyte];
    color : Color = Blue;
    weapons : [Weapon];
    item : Item;
    items : [Item];
    friends : [Monster];
    big : ulong = 7;
    grid : Grid;
    tags : [string];
    maybe : int = null;
    friend : Monster;
  }
  table ByName { name : string (key); id : int; }
  struct ById { id : uint (key); }
  root_type Monster;
  file_identifier "GAME";
`;

describe('encoding', () => {
  const { encodeMonster, decodeMonster, encodeWeapon, Item } = game();
  const bigOf = (big: number): bigint => decodeMonster(encodeMonster({ name: '', big })).big;

  it('takes what is natural, and leaves out defaults', () => {
    const bytes = encodeMonster({
      name: new TextEncoder().encode('Orc'),
      hp: 100,
      inventory: [1, 2],
      big: 9,
      item: { type: Item.Note, value: 'a note' },
      items: [{ type: Item.Vec3, value: { x: 1, y: 2, z: 3 } }, null],
      maybe: 0,
    });
    expect(Buffer.from(bytes.subarray(4, 8)).toString()).toBe('GAME');
    expect(decodeMonster(bytes)).toEqual({
      pos: null,
      hp: 100,
      name: 'Orc',
      friendly: false,
      inventory: new Uint8Array([1, 2]),
      color: 2,
      weapons: null,
      item: { type: Item.Note, value: 'a note' },
      items: [{ type: Item.Vec3, value: { x: 1, y: 2, z: 3 } }, null],
      friends: null,
      big: 9n,
      grid: null,
      tags: null,
      maybe: 0,
      friend: null,
    });
    expect(encodeMonster({ name: '' }).length).toBe(
      encodeMonster({ name: '', hp: 100, color: 2, big: 7n }).length,
    );
  });

  it('writes numbers for 64-bit integers as far as they are safe', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (big) => bigOf(big) === BigInt(big)));
    expect(bigOf(-1)).toBe(2n ** 64n - 1n);
    expect(() => bigOf(2 ** 53)).toThrow('bigint');
    expect(() => bigOf(0.5)).toThrow(RangeError);
  });

  it.each([
    [{}, 'name is required'],
    [{ name: 'a', weapons: [{ name: 'b' }, {}] }, 'weapons[1].name is required'],
    [
      { name: 'a', friends: [{ name: 'b', friends: [{ name: 'c', item: { type: 1, value: {} } }] }] },
      'friends[0].friends[0].item.value.name is required',
    ],
    [{ name: 'a', weapons: [null] }, 'weapons[0] is missing'],
    [{ name: 'a', tags: ['x', undefined] }, 'tags[1] is missing'],
    [{ name: 'a', items: [{ type: 77, value: 1 }] }, 'items[0].type is no member of the union'],
    [{ name: 'a', grid: { cells: [1] } }, 'grid.cells must have 3 elements'],
  ])('names the place of what is wrong: %j', (value, message) => {
    const encoder = new runtime.Encoder();
    expect(() => encodeMonster(value, encoder)).toThrow(new TypeError(message));
    expect(encodeMonster({ name: 'ok' }, encoder)).toEqual(encodeMonster({ name: 'ok' }));
  });

  it('refuses a value that holds itself', () => {
    const monster = { name: 'a', friends: [] as object[] };
    monster.friends.push(monster);
    expect(() => encodeMonster(monster)).toThrow('nested too deep');
  });

  it('gives bytes of the kind that the encoder is for', () => {
    const first = { name: 'first', damage: 1 };
    const second = { name: 'another', damage: 2 };
    const expected = [encodeWeapon(first), encodeWeapon(second)];
    for (const results of ['view', 'window', 'copy'] as const) {
      const encoder = new runtime.Encoder({ results, size: 64 });
      const one = encodeWeapon(first, encoder);
      const before = one.slice();
      const two = encodeWeapon(second, encoder);
      expect([before, two]).toEqual(expected);
      expect([results, Buffer.compare(one, before) === 0]).toEqual([results, results !== 'view']);
      expect([results, one.buffer.byteLength === one.length]).toEqual([results, results === 'copy']);
    }
    const many = new runtime.Encoder({ results: 'window', size: 256 });
    const windows = Array.from({ length: 100 }, (_, i) =>
      encodeWeapon({ name: 'x'.repeat(i), damage: i }, many),
    );
    for (const [i, bytes] of windows.entries()) {
      expect(bytes).toEqual(encodeWeapon({ name: 'x'.repeat(i), damage: i }));
    }
  });

  it('puts the size in front if asked to', () => {
    const encoder = new runtime.Encoder({ sizePrefixed: true });
    const bytes = encodeMonster({ name: 'Orc', big: 1 }, encoder);
    expect(runtime.sizePrefixedLength(bytes)).toBe(bytes.length);
    const builder = new runtime.Builder();
    const { MonsterT } = game();
    builder.finishSizePrefixed(
      Object.assign(new MonsterT(), { name: 'Orc', big: 1n, ...NO_VECTORS }).pack(builder),
      'GAME',
    );
    expect(hex(encodeMonster({ name: 'Orc', big: 1, ...EMPTY }, encoder))).toBe(hex(builder.asUint8Array()));
  });

  it('aligns vectors as far as the schema says', () => {
    const text = `namespace A; struct P { x : byte; } table T { a : [float] (force_align: 64); b : string;
      c : [P] (force_align: 128); d : [byte] (force_align: 16); } root_type T;`;
    const types = runTypeScript(generate(schemaOf(text), ALL), runtime)('a');
    const value = { a: [1, 2, 3], b: 'text', c: [{ x: 1 }], d: new Int8Array(50) };
    for (const results of ['view', 'window', 'copy'] as const) {
      const encoder = new runtime.Encoder({ results, size: 64 });
      for (let i = 0; i < 3; i++) {
        const bytes = types.encodeT(value, encoder);
        const decoder = new runtime.Decoder(bytes);
        const at = types.tRoot(decoder);
        expect(bytes.length % 128).toBe(0);
        expect([
          (types.tA(decoder, at) + 4) % 64,
          (types.tC(decoder, at) + 4) % 128,
          (types.tD(decoder, at) + 4) % 16,
        ]).toEqual([0, 0, 0]);
        expect(plainOf(types.decodeT(bytes))).toEqual(plainOf(value));
      }
    }
  });

  it('writes one message at a time', () => {
    const encoder = new runtime.Encoder();
    const value = {
      get name(): string {
        encodeMonster({ name: 'meanwhile' }, encoder);
        return 'x';
      },
    };
    expect(() => encodeMonster(value, encoder)).toThrow('at work');
    expect(decodeMonster(encodeMonster({ name: 'ok' }, encoder)).name).toBe('ok');
  });

  it('orders by key on request', () => {
    const { compareByNameKeys, compareByIdKeys } = game();
    const names = ['\u{10000}', '\uffff', 'b', 'a', 'ab'].map((name) => ({ name }));
    expect(names.toSorted(compareByNameKeys).map(({ name }) => name)).toEqual([
      'a',
      'ab',
      'b',
      '\uffff',
      '\u{10000}',
    ]);
    expect([{ id: 3 }, { id: 20 }, { id: 1 }].toSorted(compareByIdKeys)).toEqual([
      { id: 1 },
      { id: 3 },
      { id: 20 },
    ]);
  });
});

const EMPTY = { inventory: [], weapons: [], items: [], friends: [], tags: [] };
const NO_VECTORS = { ...EMPTY, itemsType: [] };

describe('decoding bytes that were not verified', () => {
  const { encodeMonster, decodeMonster, verifyMonster, Item, Monster } = game();
  const bytes = encodeMonster({
    name: 'Orc',
    pos: { x: 1, y: 2, z: 3 },
    weapons: [{ name: 'axe' }, { name: 'a longer name of a sword' }],
    items: [
      { type: Item.Weapon, value: { name: 'bow' } },
      { type: Item.Note, value: 'note' },
    ],
    friends: [{ name: 'Elf', friends: [{ name: 'Ent', tags: ['a', 'b'] }] }],
    inventory: new Uint8Array(40),
    grid: { cells: [1, 2, 3] },
  });

  it('gives a value or a FlatBufferError, and a value, by classes as well, whenever the verifier finds nothing', () => {
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      to: fc.constantFrom(0, 1, 4, 8, 127, 128, 255),
    });
    const result = fc.check(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(bytes.length), (changes, cut) => {
        const hostile = bytes.slice(0, cut % 3 === 0 ? cut : bytes.length);
        for (const { at, to } of changes) if (at < hostile.length) hostile[at] = to;
        const error = thrownBy(() => decodeMonster(hostile));
        if (verifyMonster(hostile, { maxDepth: 1000 }) === null) {
          const unpack = (): unknown => Monster.getRootAsMonster(new runtime.ByteBuffer(hostile)).unpack();
          return error === null && thrownBy(unpack) === null;
        }
        // A union that is required is all that decoding is stricter about; there is none here.
        return error === null || error instanceof runtime.FlatBufferError;
      }),
      { numRuns: 50_000 },
    );
    expect(fc.defaultReportMessage(result)).toBeUndefined();
  });

  it('stops where tables are nested without end', () => {
    let value: object = { name: 'x' };
    for (let i = 0; i < 900; i++) value = { name: 'x', friend: value };
    const deep = encodeMonster(value);
    expect(decodeMonster(deep).friend.friend.name).toBe('x');
    // One message in the other: what follows the last is the first again, as far as offsets forward allow.
    expect(() => decodeMonster(chain(3000))).toThrow(expect.objectContaining({ code: 'depth' }));
  });

  it('stops where parts are shared so often that it would not end', () => {
    const builder = new runtime.Builder();
    const name = builder.createString('x');
    let table = 0;
    for (let level = 0; level < 20; level++) {
      const friends: number =
        level === 0
          ? 0
          : Monster.createFriendsVector(
              builder,
              Array.from({ length: 100 }, () => table),
            );
      Monster.startMonster(builder);
      Monster.addName(builder, name);
      if (friends !== 0) Monster.addFriends(builder, friends);
      table = Monster.endMonster(builder);
    }
    builder.finish(table);
    expect(() => decodeMonster(builder.asUint8Array())).toThrow(expect.objectContaining({ code: 'work' }));
  });

  /** Monsters in each other, deeper than the encoder goes. */
  function chain(length: number): Uint8Array {
    const builder = new runtime.Builder();
    const name = builder.createString('x');
    let table = 0;
    for (let i = 0; i < length; i++) {
      Monster.startMonster(builder);
      Monster.addName(builder, name);
      Monster.addFriend(builder, table);
      table = Monster.endMonster(builder);
    }
    builder.finish(table);
    return builder.asUint8Array();
  }
});

describe('flat functions', () => {
  it('read what classes read', () => {
    const types = game();
    const { Item } = types;
    const bytes = types.encodeMonster({
      name: 'Orc',
      pos: { x: 1, y: 2, z: 3 },
      weapons: [{ name: 'axe', damage: 5 }],
      item: { type: Item.Weapon, value: { name: 'bow', damage: 6 } },
      grid: { cells: [1, -2, 3] },
      tags: ['a', 'b'],
      big: 5n,
    });
    const decoder = new runtime.Decoder(bytes);
    const at = types.monsterRoot(decoder);
    expect(types.monsterName(decoder, at)).toBe('Orc');
    expect(types.monsterHp(decoder, at)).toBe(100);
    expect(types.monsterMaybe(decoder, at)).toBeNull();
    expect(types.monsterBig(decoder, at)).toBe(5n);
    expect(types.vec3Y(decoder, types.monsterPos(decoder, at))).toBe(2);
    const weapons = types.monsterWeapons(decoder, at);
    expect(runtime.vectorLength(decoder, weapons)).toBe(1);
    expect(types.weaponDamage(decoder, types.monsterWeaponsItem(decoder, weapons, 0))).toBe(5);
    expect(types.monsterItemType(decoder, at)).toBe(Item.Weapon);
    expect(types.weaponName(decoder, types.monsterItem(decoder, at))).toBe('bow');
    const cells = types.gridCells(decoder, types.monsterGrid(decoder, at));
    expect(types.gridCellsItem(decoder, cells, 1)).toBe(-2);
    expect(types.monsterTagsItem(decoder, types.monsterTags(decoder, at), 1)).toBe('b');
    expect(types.monsterFriends(decoder, at)).toBe(0);
  });
});

describe('types', () => {
  const files = generate(schemaOf(GAME), ALL);
  const errors = (program: string): readonly string[] =>
    typeErrors([
      ...files,
      {
        path: 'user.ts',
        content: `import { Color, Item, type MonsterInit, type MonsterValue, encodeMonster, monsterHp, monsterRoot, weaponName } from './g.js';\nimport { Decoder, type FlatBufferError } from '@fb/flatbuffers';\n${program}\n`,
      },
    ]);

  it('take what is decoded, and tell members of unions apart', () => {
    expect(
      errors(`
        export const again = (value: MonsterValue): Uint8Array => encodeMonster(value);
        export const monster: MonsterInit = {
          name: 'x', color: Color.Red, big: 5, inventory: new Uint8Array(1), tags: ['a', new Uint8Array(1)],
          item: { type: Item.Weapon, value: { name: 'axe' } },
        };
        export function note({ item }: MonsterValue): string | null {
          return item?.type === Item.Note ? item.value : item?.type === Item.Weapon ? item.value.name : null;
        }
        export const hp = (decoder: Decoder): number => monsterHp(decoder, monsterRoot(decoder));
      `),
    ).toEqual([]);
  });

  it.each([
    ['a missing required field', 'export const value: MonsterInit = {};'],
    [
      'a value of another member',
      `export const value: MonsterInit = { name: 'x', item: { type: Item.Note, value: { name: 'y' } } };`,
    ],
    [
      'a string for a vector of numbers',
      `export const value: MonsterInit = { name: 'x', inventory: 'abc' };`,
    ],
    ['a field that there is not', `export const value: MonsterInit = { name: 'x', nme: 'y' };`],
    [
      'the position of another table',
      'export const name = (decoder: Decoder): string | null => weaponName(decoder, monsterRoot(decoder));',
    ],
  ])('refuse %s', (_what, program) => {
    expect(errors(program).filter((error) => !error.includes('never read'))).toHaveLength(1);
  });
});

describe('names', () => {
  it('that types and functions would share are told apart', () => {
    const text = `
      table Monster { x : int; init : MonsterInit; value : MonsterValue; any : writeMonster; }
      table MonsterInit { y : int; }
      struct MonsterValue { z : int; }
      union writeMonster { Monster, encodeMonster }
      table encodeMonster { encoder : int; decoder : string; view : [string]; at : [MonsterInit]; mask : [writeMonster]; start : MonsterValue; result : Monster; }
    `;
    const files = generate(schemaOf(text), { ...ALL, omitEntrypoint: true });
    expect(typeErrors(files)).toEqual([]);
    const load = runTypeScript(files, runtime);
    const value = {
      encoder: 1,
      decoder: 'a',
      view: ['b'],
      at: [{ y: 2 }],
      mask: [{ type: 1, value: { x: 5, init: { y: 3 }, value: { z: 4 }, any: null } }],
      start: { z: 6 },
      result: null,
    };
    const { encodeencodeMonster, decodeencodeMonster } = load('encode-monster');
    expect(decodeencodeMonster(encodeencodeMonster(value))).toEqual(value);
  });

  it('that mean something to JavaScript or to the functions themselves work', () => {
    const words =
      `encoder decoder view at mask mask0 start base value item i count size element tag result vtable
      offset constructor prototype hasOwnProperty toString type Uint8Array Array DataView ArrayLike Record Number
      flatbuffers class function null undefined arguments eval await`.split(/\s+/);
    const fields = (type: string): string => words.map((word) => `${word} : ${type};`).join(' ');
    const kinds = ['int', 'string', '[Inner]', '[double]', 'Point', '[U]', 'U', '[Point]', '[E]'];
    const text = `
      namespace N;
      enum E : byte { A, B }
      struct Point { ${fields('int')} list : [short : 2]; }
      union U { Inner, Text : string, Point }
      table Inner { x : int; }
      ${kinds.map((kind, i) => `table T${i} { ${fields(kind)} }`).join('\n')}
    `;
    const files = generate(schemaOf(text), ALL);
    expect(typeErrors(files)).toEqual([]);
    const types = runTypeScript(files, runtime)('n');
    const { schema } = parseSchema(text, { path: 'x.fbs' });
    for (const def of tablesOf(schema as Schema)) {
      fc.assert(
        fc.property(plainValue(def, { depth: 1, wideElements: 0 }), (plain) => {
          const init = rename(toInit(def, plain));
          expect(plainOf(types[`decode${def.name}`](types[`encode${def.name}`](init)))).toEqual(
            plainOf(init),
          );
        }),
        { numRuns: 5 },
      );
    }
  });
});

/** Words that cannot name a property as they are. */
const RENAMED = new Set(['constructor', 'class', 'function', 'null', 'undefined', 'arguments']);

function rename(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rename);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [RENAMED.has(name) ? `${name}_` : name, rename(item)]),
  );
}

function pack(types: Exports, schema: Schema, def: TableDef, plain: Plain): Uint8Array {
  const value = instantiate(plain, (full) => types[`${full.split('.').at(-1) ?? ''}T`]) as {
    pack(builder: runtime.Builder): number;
  };
  const builder = new runtime.Builder(1);
  const root = value.pack(builder);
  if (schema.root === def && schema.fileIdentifier !== null) builder.finish(root, schema.fileIdentifier);
  else builder.finish(root);
  return builder.asUint8Array();
}

/** No bytes are no nested buffer: they are not written. */
function withoutEmptyBuffers(def: TableDef, init: object): object {
  const nested = def.fields
    .filter((field) => field.nested !== null || field.flexbuffer)
    .map(({ name }) => name);
  const entries = Object.entries(init).map(([name, value]) => [
    name,
    nested.includes(name) && (value as unknown[]).length === 0 ? null : value,
  ]);
  return Object.fromEntries(entries);
}

/** Typed arrays as lists, floats of 32 bits as they are read back: for comparing. */
function plainOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array)];
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainOf(item)]));
}
