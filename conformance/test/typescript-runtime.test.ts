// What generated TypeScript asks of its runtime, and what a user's program does with it.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as ourRuntime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import { tableLayout, type Schema, type TableDef } from '@fb/schema';
import * as npmRuntime from 'flatbuffers';
import { describe, expect, it, vi } from 'vitest';
import {
  BUILDER_METHODS,
  BYTE_BUFFER_METHODS,
  CLASSIC_TYPES,
  CLASSIC_VALUES,
  DECODER_MEMBERS,
  ENCODER_MEMBERS,
  MODERN_BUILDER_METHODS,
  MODERN_BYTE_BUFFER_METHODS,
  MODERN_TYPES,
  MODERN_VALUES,
} from '../../packages/codegen-typescript/src/runtime.js';
import { runTypeScript, typeErrors, type Exports, type GeneratedText } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

const EVERYTHING: TypeScriptOptions = { objectApi: true, mutable: true, nameStrings: true };

function schemaOf(text: string, path = 'test.fbs'): Schema {
  const { schema, diagnostics } = parseSchema(text, { path });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(schema: Schema, options: TypeScriptOptions): readonly GeneratedText[] {
  const { files, diagnostics } = typescriptGenerator.generate(schema, options);
  expect(diagnostics).toEqual([]);
  return files;
}

function run(text: string, options: TypeScriptOptions = EVERYTHING): Exports {
  return runTypeScript(generate(schemaOf(text), options), ourRuntime)('test');
}

const everything = schemaOf(vectorText('typescript/everything.fbs'), 'everything.fbs');

/** What the classic interface has no use for. */
const modernOnly = schemaOf(`
  struct Point { x : int (key); }
  table Named { name : string (key); }
  table Far {
    text : string (offset64); bytes : [ubyte] (vector64, force_align: 64); points : [Point] (offset64); far : [float] (offset64);
    flags : [bool] (vector64); wide : [Point] (vector64); floats : [float] (force_align: 16); named : [Named];
  }
  root_type Far;
`);

describe('the table of runtime symbols', () => {
  it.each([
    ['@fb/flatbuffers', ourRuntime],
    ['flatbuffers', npmRuntime],
  ] as const)('is right about %s', (name, runtime) => {
    const exports: Exports = runtime;
    const modern = name === '@fb/flatbuffers';
    for (const value of [...CLASSIC_VALUES, ...(modern ? MODERN_VALUES : [])])
      expect(exports).toHaveProperty(value);
    for (const method of [...BUILDER_METHODS, ...(modern ? MODERN_BUILDER_METHODS : [])])
      expect(runtime.Builder.prototype).toHaveProperty(method);
    for (const method of [...BYTE_BUFFER_METHODS, ...(modern ? MODERN_BYTE_BUFFER_METHODS : [])])
      expect(runtime.ByteBuffer.prototype).toHaveProperty(method);
    const types = [...CLASSIC_TYPES, ...(modern ? MODERN_TYPES : [])].join(', ');
    expect(typeErrors([{ path: 'types.ts', content: `export type { ${types} } from '${name}';\n` }])).toEqual(
      [],
    );
  });

  it('lists all that generated code calls', () => {
    const options = { ...EVERYTHING, flatAccessors: true };
    const classic = { ...EVERYTHING, modern: false };
    const rare = schemaOf(`table Rare { key : string (key); must : Any (required); up : Rare;
      ${Array.from({ length: 31 }, (_, i) => `f${i} : int;`).join(' ')} } union Any { Rare }`);
    const files = [
      generate(everything, options),
      generate(rare, options),
      generate(everything, classic),
      generate(modernOnly, options),
    ];
    const text = files
      .flat()
      .map(({ content }) => content)
      .join('\n');
    const used = (pattern: RegExp): ReadonlySet<string> =>
      new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    expect([...used(/\bbuilder\.(\w+)\(/g)].toSorted()).toEqual(
      [...BUILDER_METHODS, ...MODERN_BUILDER_METHODS].toSorted(),
    );
    expect([...used(/\b(?:this\.bb!|bb)\.(\w+)[<(]/g)].toSorted()).toEqual(
      [...BYTE_BUFFER_METHODS, ...MODERN_BYTE_BUFFER_METHODS].toSorted(),
    );
    expect([...used(/\bencoder\.(\w+)/g)].toSorted()).toEqual([...ENCODER_MEMBERS]);
    expect([...used(/\bdecoder\.(\w+)/g)].toSorted()).toEqual([...DECODER_MEMBERS]);
    for (const member of ENCODER_MEMBERS) expect(member in new ourRuntime.Encoder()).toBe(true);
    for (const member of DECODER_MEMBERS)
      expect(member in new ourRuntime.Decoder(new Uint8Array())).toBe(true);
    expect([...used(/\bflatbuffers\.(\w+)/g)].toSorted()).toEqual(
      [...CLASSIC_VALUES, ...CLASSIC_TYPES, ...MODERN_VALUES, ...MODERN_TYPES].toSorted(),
    );
  });
});

describe('layouts', () => {
  it('are those that the schema gives', () => {
    const types = runTypeScript(generate(everything, {}), ourRuntime)('game/model');
    const tables = everything.objects.filter((def): def is TableDef => def.kind === 'table');
    for (const def of tables) {
      const name = `${def.name.charAt(0).toLowerCase()}${def.name.slice(1)}Layout`;
      expect(finite(types[name])).toEqual(finite(tableLayout(def)));
    }
  });

  it('find what is wrong with bytes', () => {
    const { Weapon, verifyWeapon } = runTypeScript(generate(everything, {}), ourRuntime)('game/model');
    const builder = new ourRuntime.Builder();
    builder.finish(Weapon.createWeapon(builder, builder.createString('axe'), 3));
    const bytes = builder.asUint8Array();
    expect(verifyWeapon(bytes)).toBeNull();
    expect(verifyWeapon(bytes.subarray(0, bytes.length - 4))).toBeInstanceOf(ourRuntime.FlatBufferError);
  });

  it('leave out a buffer of no bytes, which would not be one', () => {
    const { HolderT, verifyHolder } = run(
      `table Inner { x : int; }
       table Holder { a : [ubyte] (nested_flatbuffer: "Inner"); b : [ubyte] (flexbuffer); c : [ubyte]; }
       root_type Holder;`,
      { ...EVERYTHING, objectApi: true },
    );
    const builder = new ourRuntime.Builder();
    builder.finish(new HolderT().pack(builder));
    expect(verifyHolder(builder.asUint8Array())).toBeNull();
  });

  it('hold nested buffers', () => {
    const { Holder, Inner, verifyHolder } = run(`
      table Inner { x : int; }
      table Holder { bytes : [ubyte] (nested_flatbuffer: "Inner"); flex : [ubyte] (flexbuffer); }
      root_type Holder;
    `);
    const inner = new ourRuntime.Builder();
    inner.finish(Inner.createInner(inner, 5));
    const nested = inner.asUint8Array().slice();
    const bytesOf = (data: Uint8Array): Uint8Array => {
      const builder = new ourRuntime.Builder();
      builder.finish(Holder.createHolder(builder, Holder.createBytesVector(builder, data), 0));
      return builder.asUint8Array();
    };
    const bytes = bytesOf(nested);
    expect(verifyHolder(bytes)).toBeNull();
    expect(Holder.getRootAsHolder(new ourRuntime.ByteBuffer(bytes)).bytesAsRoot().x()).toBe(5);
    expect(verifyHolder(bytesOf(nested.fill(255, 0, 4)))).toMatchObject({
      path: expect.stringContaining('bytes'),
    });
  });
});

/** A layout as a tree: tables met before are just named, so that it ends. */
function finite(layout: unknown, met: ReadonlySet<unknown> = new Set()): unknown {
  if (Array.isArray(layout)) return layout.map((item) => finite(item, met));
  if (typeof layout !== 'object' || layout === null) return layout;
  const { kind, name } = layout as { readonly kind?: string; readonly name?: string };
  if (kind === 'table' && met.has(name)) return name;
  const inside = kind === 'table' ? new Set([...met, name]) : met;
  return Object.fromEntries(Object.entries(layout).map(([key, value]) => [key, finite(value, inside)]));
}

describe('a schema called like its namespace', () => {
  it('has one entry point for both', () => {
    const schema = schemaOf('namespace Test; table T { x : int; } namespace; table R { t : Test.T; }');
    const files = generate(schema, EVERYTHING);
    expect(typeErrors(files)).toEqual([]);
    const entry = runTypeScript(files, ourRuntime)('test');
    expect(entry['Test'].T).toBe(entry['T']);
    expect(entry['Test'].R).toBe(entry['R']);
  });
});

describe('a schema called like one of its types', () => {
  it('has one file for both, which may need files that need it', () => {
    const schema = schemaOf('table Test { x : short; parts : [Part]; } table Part { whole : Test; }');
    const files = generate(schema, EVERYTHING);
    expect(typeErrors(files)).toEqual([]);
    const { Part, decodeTest, encodeTest } = runTypeScript(files, ourRuntime)('test');
    const value = { x: 1, parts: [{ whole: { x: 2, parts: null } }] };
    expect(decodeTest(encodeTest(value))).toEqual(value);
    expect(Part.getRootAsPart).toBeTypeOf('function');
  });
});

describe('the classic interface', () => {
  const types = runTypeScript(generate(everything, EVERYTHING), ourRuntime)('game/model');
  const { Color, Item, Monster, Mixed, Simple, Skills, Vec3, Weapon } = types;

  it('builds, reads and overwrites', () => {
    const builder = new ourRuntime.Builder(1);
    const name = builder.createString('Orc');
    const sidearm = Weapon.createWeapon(builder, builder.createString('axe'), 3);
    const shorts = Monster.createShortsVector(builder, new Int16Array([1, -2, 3]));
    const inventory = Monster.createInventoryVector(builder, new Uint8Array([0, 1, 2]));
    const same = Monster.createInventoryVector(builder, [0, 1, 2]);
    const idText = builder.createString('id');
    const note = builder.createString('a note');
    const longs = Monster.createLongsVector(builder, new BigInt64Array([5n, -6n]));
    Monster.startPathVector(builder, 2);
    Vec3.createVec3(builder, 4, 5, 6);
    Vec3.createVec3(builder, 1, 2, 3);
    const path = builder.endVector();
    Monster.startMonster(builder);
    Monster.addPos(builder, Vec3.createVec3(builder, 1, 2, 3));
    Monster.addName(builder, name);
    Monster.addSidearm(builder, sidearm);
    Monster.addShorts(builder, shorts);
    Monster.addInventory(builder, inventory);
    Monster.addBytes(builder, same);
    Monster.addIdText(builder, idText);
    Monster.addColor(builder, Color.Red);
    Monster.addItemType(builder, Item.Note);
    Monster.addItem(builder, note);
    Monster.addMaybeInt(builder, 0);
    Monster.addLongs(builder, longs);
    Monster.addPath(builder, path);
    Monster.addByteValue(builder, 1);
    Monster.finishSizePrefixedMonsterBuffer(builder, Monster.endMonster(builder));

    const bb = new ourRuntime.ByteBuffer(builder.asUint8Array());
    const monster = Monster.getSizePrefixedRootAsMonster(bb);
    expect(Monster.bufferHasIdentifier(bb)).toBe(true);
    expect([
      monster.name(),
      monster.color(),
      monster.mana(),
      monster.maybeInt(),
      monster.maybeLong(),
    ]).toEqual(['Orc', Color.Red, 150, 0, null]);
    expect(monster.name(ourRuntime.Encoding.UTF8_BYTES)).toEqual(new TextEncoder().encode('Orc'));
    expect([monster.pos().x(), monster.pos(new Vec3()).z(), monster.sidearm().damage()]).toEqual([1, 3, 3]);
    expect([monster.shorts(1), monster.shortsLength(), monster.shortsArray()]).toEqual([
      -2,
      3,
      new Int16Array([1, -2, 3]),
    ]);
    expect([monster.inventoryArray(), monster.bytesArray()]).toEqual([
      new Uint8Array([0, 1, 2]),
      new Int8Array([0, 1, 2]),
    ]);
    expect([monster.longs(1), monster.path(1).y(), monster.pathLength()]).toEqual([-6n, 5, 2]);
    expect([monster.itemType(), monster.item('')]).toEqual([Item.Note, 'a note']);
    expect([monster.far(), monster.near(), monster.odd(), monster.ratio()]).toEqual([
      Infinity,
      -Infinity,
      NaN,
      0.1,
    ]);
    expect([monster.noIntsArray(), monster.intsArray(), monster.title()]).toEqual([
      new Int32Array(),
      null,
      'none',
    ]);
    expect([
      monster.mutate_byte_value(7),
      monster.byteValue(),
      monster.mutate_mana(1),
      monster.mana(),
    ]).toEqual([true, 7, false, 150]);
    expect(monster.pos().mutate_x(9)).toBe(true);
    expect(monster.pos().x()).toBe(9);
    expect(Monster.getFullyQualifiedName()).toBe('Game.Model.Monster');
    expect(Vec3.sizeOf()).toBe(12);
    expect(Monster.deserialize(builder.asUint8Array().slice(4)).serialize()).toEqual(
      builder.asUint8Array().slice(4),
    );
  });

  it('names a missing required field', () => {
    const builder = new ourRuntime.Builder();
    Monster.startMonster(builder);
    expect(() => Monster.endMonster(builder)).toThrow("the field 'name' is required");
  });

  it('reads and writes defaults that are no single member of an enum', () => {
    const builder = new ourRuntime.Builder();
    Mixed.startMixed(builder);
    Mixed.addBoth(builder, Skills.Fly);
    Mixed.addNone(builder, Skills.Fly);
    builder.finish(Mixed.endMixed(builder));
    const written = Mixed.getRootAsMixed(builder.dataBuffer());
    expect([written.both(), written.none()]).toEqual([Skills.Fly, Skills.Fly]);
    const empty = new ourRuntime.Builder();
    empty.finish(Mixed.createMixed(empty, 5, 0));
    const absent = Mixed.getRootAsMixed(empty.dataBuffer());
    expect([absent.both(), absent.none()]).toEqual([Skills.Fly | Skills.Dig, 0]);
  });

  it('writes an optional scalar that equals zero, and leaves out null', () => {
    for (const given of [0, null]) {
      const builder = new ourRuntime.Builder();
      builder.finish(Simple.createSimple(builder, 0, 0, 0, Item.NONE, 0, given, given));
      const simple = Simple.getRootAsSimple(builder.dataBuffer());
      expect([simple.maybe(), simple.maybeColor(), simple.item(new Weapon())]).toEqual([given, given, null]);
    }
  });

  it('gives undefined for what is absent, if so wished', () => {
    const options = { ...EVERYTHING, undefinedForOptionals: true };
    const { Simple: Table, SimpleT } = runTypeScript(generate(everything, options), ourRuntime)('game/model');
    const builder = new ourRuntime.Builder();
    Table.startSimple(builder);
    builder.finish(Table.endSimple(builder));
    const simple = Table.getRootAsSimple(builder.dataBuffer());
    expect([simple.b(), simple.cArray(), simple.maybe(), simple.item(new Weapon())]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(simple.unpack()).toEqual(new SimpleT());
  });

  it('has bigints for the tags of wide unions', () => {
    const text = 'union W : ulong { A, note : string } table A { x : int; } table T { one : W; more : [W]; }';
    const files = generate(schemaOf(text), EVERYTHING);
    expect(typeErrors(files)).toEqual([]);
    const { T, TT, AT } = runTypeScript(files, ourRuntime)('test');
    const value = new TT(1n, new AT(5), [2n, 1n], ['text', new AT(6)]);
    const builder = new ourRuntime.Builder();
    builder.finish(value.pack(builder));
    expect(T.getRootAsT(builder.dataBuffer()).unpack()).toEqual(value);
  });

  it('drops entries of a vector of unions that hold nothing from tags and values alike', () => {
    const builder = new ourRuntime.Builder();
    const note = builder.createString('kept');
    const tags = Monster.createItemsTypeVector(builder, [Item.NONE, Item.Note, 99]);
    const values = Monster.createItemsVector(builder, [note, note, note]);
    const name = builder.createString('');
    const shorts = Monster.createShortsVector(builder, []);
    const sidearm = Weapon.createWeapon(builder, 0, 0);
    Monster.startMonster(builder);
    for (const add of ['addName', 'addIdText']) Monster[add](builder, name);
    Monster.addShorts(builder, shorts);
    Monster.addSidearm(builder, sidearm);
    Monster.addItemsType(builder, tags);
    Monster.addItems(builder, values);
    builder.finish(Monster.endMonster(builder));
    const monster = Monster.getRootAsMonster(builder.dataBuffer()).unpack();
    expect([monster.itemsType, monster.items]).toEqual([[Item.Note], ['kept']]);
  });
});
