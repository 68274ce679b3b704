// Our generated TypeScript and the reference compiler's are interchangeable: the same names, the same bytes, on our
// runtime and on npm's.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as ourRuntime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { Schema, TableDef } from '@fb/schema';
import * as fc from 'fast-check';
import * as npmRuntime from 'flatbuffers';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
import { instantiate, plainValue, type Extent, type Plain } from '../src/typescript-values.js';
import { runTypeScript, typeErrors, type Exports, type GeneratedText } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

const oracle = await flatc();

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

function schemaOf(name: string): Schema {
  const { schema, diagnostics } = parseSchema(vectorText(`typescript/${name}.fbs`), { path: `${name}.fbs` });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(schema: Schema, options: TypeScriptOptions): readonly GeneratedText[] {
  const { files, diagnostics } = typescriptGenerator.generate(schema, options);
  expect(diagnostics).toEqual([]);
  return files;
}

function generateByOracle(name: string, flags: readonly string[]): readonly GeneratedText[] {
  const run = oracle.run(['--ts', ...flags, `${name}.fbs`], {
    [`${name}.fbs`]: vectorText(`typescript/${name}.fbs`),
  });
  expect(run.stderr).not.toContain('error');
  return [...run.files].map(([path, bytes]) => ({ path, content: new TextDecoder().decode(bytes) }));
}

const FLAGS: readonly (readonly [readonly string[], TypeScriptOptions])[] = [
  [[], {}],
  [
    ['--gen-object-api', '--gen-mutable', '--gen-name-strings'],
    { objectApi: true, mutable: true, nameStrings: true },
  ],
  [['--gen-object-api', '--object-suffix', 'Obj'], { objectApi: true, objectSuffix: 'Obj' }],
  [
    ['--gen-object-api', '--gen-mutable', '--preserve-case'],
    { objectApi: true, mutable: true, preserveCase: true },
  ],
  [['--gen-object-api', '--ts-undefined-for-optionals'], { objectApi: true, undefinedForOptionals: true }],
];

describe.each(['everything', 'names'])('%s.fbs', (name) => {
  const schema = schemaOf(name);

  it.each(FLAGS)('has the files and names of the reference compiler with %j', (flags, options) => {
    const ours = generate(schema, { ...options, modern: false, runtimeModule: 'flatbuffers' });
    const theirs = generateByOracle(name, flags);
    const ourPaths = ours.map(({ path }) => path);
    const loadOurs = runTypeScript(ours, ourRuntime);
    const loadTheirs = runTypeScript(theirs, ourRuntime);
    for (const { path } of theirs) {
      expect(ourPaths).toContain(path);
      const stem = path.replace(/\.ts$/, '');
      if (isEntryPoint(theirs, path)) continue;
      expect([path, surface(loadOurs(stem))]).toEqual([path, surface(loadTheirs(stem))]);
    }
  });

  it('compiles as erasable syntax with enums as constants', () => {
    const files = generate(schema, {
      objectApi: true,
      mutable: true,
      enums: 'const',
      importExtension: 'none',
    });
    const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
    expect(typeErrors(files, { erasableSyntaxOnly: true, ...bundler })).toEqual([]);
  });

  it.each(FLAGS)('compiles under the strictest flags with %j', (_flags, options) => {
    expect(typeErrors(generate(schema, options))).toEqual([]);
    expect(typeErrors(generate(schema, { ...options, modern: false, runtimeModule: 'flatbuffers' }))).toEqual(
      [],
    );
  });
});

/** Tables that the reference compiler writes otherwise because of a fault of its own. */
const THEIR_FAULTS = new Set(['Mixed']);

describe('everything.fbs at run time', () => {
  const schema = schemaOf('everything');
  const options: TypeScriptOptions = { objectApi: true, mutable: true };
  const classic = generate(schema, { ...options, modern: false, runtimeModule: 'flatbuffers' });
  const theirs = generateByOracle('everything', ['--gen-object-api', '--gen-mutable']);
  const ours = user(generate(schema, options), ourRuntime);
  const onOurs = { 'their code on our runtime': user(theirs, ourRuntime) };
  const onNpm = {
    'our code on npm flatbuffers': user(classic, npmRuntime),
    'their code on npm flatbuffers': user(theirs, npmRuntime),
  };
  const tables = schema.objects.filter((def): def is TableDef => def.kind === 'table');

  /** What `others` write or read otherwise than our code on our runtime does; `null` if they agree. */
  function difference(def: TableDef, extent: Extent, others: Readonly<Record<string, User>>): string | null {
    const property = fc.property(plainValue(def, extent), (plain) => {
      const value = ours.instantiate(plain);
      const bytes = ours.encode(value);
      expect(ours.decode(def.name, bytes)).toEqual(value);
      for (const [who, other] of Object.entries(THEIR_FAULTS.has(def.name) ? {} : others)) {
        expect([who, hex(other.encode(other.instantiate(plain)))]).toEqual([who, hex(bytes)]);
        expect([who, other.decode(def.name, bytes)]).toEqual([who, value]);
      }
    });
    return fc.defaultReportMessage(fc.check(property)) ?? null;
  }

  it.each(tables.map((def) => [def.name, def] as const))('%s: equal bytes, equal values', (_name, def) => {
    expect(difference(def, { depth: 2, wideElements: 0 }, onOurs)).toBeNull();
  });

  // npm flatbuffers places empty vectors of 8-byte elements otherwise than the reference compiler: none of these here.
  it.each(tables.map((def) => [def.name, def] as const))('%s: the same on npm flatbuffers', (_name, def) => {
    expect(difference(def, { depth: 2, wideElements: 1 }, onNpm)).toBeNull();
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** A program as users write them: it compiles with the reference compiler's code, so it must with ours. */
const PROGRAM = `
import * as flatbuffers from 'flatbuffers';
import { Color, Gear, Item, Monster, MonsterT, Outer, Serial, Simple, SimpleT, Vec3, Vec3T, Weapon, WeaponT } from './game/model.js';
import { unionToItem } from './game/model/item.js';

export function write(builder: flatbuffers.Builder): Uint8Array {
  const weapons: flatbuffers.Offset = Monster.createWeaponsVector(builder, [Weapon.createWeapon(builder, 0, 1)]);
  const ints = [Monster.createIntsVector(builder, [1, 2]), Monster.createIntsVector(builder, new Int32Array(2))];
  const bytes = [Monster.createInventoryVector(builder, [1]), Monster.createInventoryVector(builder, new Uint8Array(1))];
  Monster.createLongsVector(builder, [1n]);
  Monster.createBoolsVector(builder, [true]);
  Monster.createColorsVector(builder, [Color.Red]);
  Monster.startPathVector(builder, 0);
  const path = builder.endVector();
  Monster.startMonster(builder);
  Monster.addPos(builder, Vec3.createVec3(builder, 1, 2, 3));
  Monster.addColor(builder, Color.Green);
  Monster.addSerial(builder, BigInt(Serial.One));
  Monster.addMaybeBool(builder, true);
  Monster.addInts(builder, ints[0]!);
  Monster.addInventory(builder, bytes[0]!);
  Monster.addWeapons(builder, weapons);
  Monster.addPath(builder, path);
  Monster.addItemType(builder, Item.Weapon);
  const monster: flatbuffers.Offset = Monster.endMonster(builder);
  Monster.finishMonsterBuffer(builder, monster);
  Monster.finishSizePrefixedMonsterBuffer(builder, monster);
  Simple.createSimple(builder, 1, 0, 0, Item.NONE, 0, null, Color.Red);
  builder.createObjectOffset(new MonsterT());
  return builder.asUint8Array();
}

export function read(bytes: Uint8Array, reused: Monster): unknown {
  const bb = new flatbuffers.ByteBuffer(bytes);
  if (!Monster.bufferHasIdentifier(bb)) return Monster.getSizePrefixedRootAsMonster(bb, reused);
  const monster: Monster = Monster.getRootAsMonster(bb, reused).__init(0, bb);
  const required: string = monster.name();
  const raw: string | Uint8Array = monster.name(flatbuffers.Encoding.UTF8_BYTES);
  const title: string = monster.title();
  const pos: Vec3 | null = monster.pos(new Vec3());
  const weapon: Weapon | null = monster.weapons(0, new Weapon());
  const held: Weapon = monster.item(new Weapon());
  const other: Weapon | null = unionToItem(monster.itemType(), monster.item.bind(monster)) as Weapon | null;
  const items: (string | null)[] = [monster.items(0, ''), monster.strings(0)];
  const numbers: (number | null)[] = [monster.mana(), monster.maybeInt(), monster.ints(0), monster.color(), pos?.x() ?? 0];
  const longs: (bigint | null)[] = [monster.small(), monster.longs(0), monster.maybeLong(), monster.serial()];
  const views: (Uint8Array | Int8Array | null)[] = [monster.inventoryArray(), monster.boolsArray(), monster.colorsArray()];
  const sure: Int16Array = monster.shortsArray();
  const gear: Gear = monster.equippedType();
  const outer: Outer | null = monster.outer();
  const color: Color | null | undefined = outer?.colors(0);
  const changed: boolean = monster.mutate_mana(5) && monster.mutate_color(Color.Blue);
  const reader: flatbuffers.IUnpackableObject<MonsterT> = monster;
  return [required, raw, title, weapon, held, other, items, numbers, longs, views, sure, gear, color, changed, reader];
}

export function objects(monster: MonsterT): flatbuffers.IGeneratedObject {
  monster.pos = new Vec3T(1, 2, 3);
  monster.name = 'Orc';
  monster.name = new Uint8Array(1);
  monster.weapons = [new WeaponT('axe', 3), new WeaponT()];
  monster.item = monster.items[0] ?? null;
  monster.itemType = Item.Note;
  monster.item = 'note';
  monster.longs.push(5n);
  monster.maybeInt = null;
  return new SimpleT(1, 'b', [2], Item.NONE, null, null, Color.Red);
}
`;

it("users' programs compile with either code", () => {
  const schema = schemaOf('everything');
  const options = { objectApi: true, mutable: true, modern: false, runtimeModule: 'flatbuffers' };
  const program = { path: 'user.ts', content: PROGRAM };
  const lenient = {
    isolatedDeclarations: false,
    exactOptionalPropertyTypes: false,
    noImplicitReturns: false,
  };
  const theirs = generateByOracle('everything', ['--gen-object-api', '--gen-mutable']);
  const complaints = typeErrors([...theirs, program], lenient);
  expect(complaints.filter((complaint) => complaint.startsWith('user.ts'))).toEqual([]);
  expect(typeErrors([...generate(schema, options), program], lenient)).toEqual([]);
});

/** The object API of generated code, as a user calls it. */
interface User {
  instantiate(plain: Plain): object;
  encode(value: object): Uint8Array;
  decode(name: string, bytes: Uint8Array): object;
}

function user(files: readonly GeneratedText[], runtime: typeof ourRuntime | typeof npmRuntime): User {
  const types = runTypeScript(files, runtime)('game/model');
  return {
    instantiate: (plain) => instantiate(plain, (name) => types[`${name.split('.').at(-1) ?? ''}T`]) as object,
    encode(value) {
      const builder = new runtime.Builder(1);
      builder.finish((value as { pack(to: object): number }).pack(builder));
      return builder.asUint8Array();
    },
    decode: (name, bytes) => types[name][`getRootAs${name}`](new runtime.ByteBuffer(bytes)).unpack(),
  };
}

function isEntryPoint(files: readonly GeneratedText[], path: string): boolean {
  const content = files.find((file) => file.path === path)?.content ?? '';
  return /^export (\{|\*)/m.test(content);
}

/** Names of the exports, and of the members of classes. */
function surface(exports: Exports): unknown {
  return Object.fromEntries(
    Object.keys(exports)
      .toSorted()
      .map((name) => [name, members(exports[name])]),
  );
}

function members(value: unknown): unknown {
  if (typeof value !== 'function') return value;
  const prototype: unknown = value.prototype;
  if (!Function.prototype.toString.call(value).startsWith('class')) return 'function';
  const hidden = new Set(['length', 'name', 'prototype']);
  return {
    static: Object.getOwnPropertyNames(value)
      .filter((name) => !hidden.has(name))
      .toSorted(),
    instance: Object.getOwnPropertyNames(prototype).toSorted(),
  };
}
