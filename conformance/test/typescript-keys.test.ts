// Keys in generated TypeScript: what the reference compiler sorted is found, and what we sort is in its order.
import { typescriptGenerator } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
import { runTypeScript, typeErrors } from '../src/typescript.js';

const oracle = await flatc();

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

const SCHEMA = `
  namespace Keys;
  enum Color : byte { Red = -1, Green = 5, Blue = 7 }
  table ByText { at : int; id : string (key); }
  table ByInt { id : int = 7 (key); at : int; }
  table ByWord { at : int; id : uint (key); }
  table ByLong { id : long = -3 (key); at : int; }
  table ByFloat { id : float = 1.5 (key); at : int; }
  table ByFlag { id : bool (key); at : int; }
  table ByColor { id : Color = Green (key); at : int; }
  struct SmallKey { at : int; id : ushort (key); }
  struct LongKey { id : ulong (key); at : int; }
  table All {
    texts : [ByText]; ints : [ByInt]; words : [ByWord]; longs : [ByLong]; floats : [ByFloat]; flags : [ByFlag];
    colors : [ByColor]; smalls : [SmallKey]; wides : [LongKey];
  }
  root_type All;
`;

const { schema } = parseSchema(SCHEMA, { path: 'keys.fbs' });
if (schema === null) throw new Error('the schema is right');
const { files, diagnostics } = typescriptGenerator.generate(schema, { objectApi: true });
const types = runTypeScript(files, runtime)('keys');

const small = fc.integer({ min: -20, max: 20 });
/** Values of the key of each vector's elements. */
const VECTORS: Readonly<Record<string, readonly [type: string, keys: fc.Arbitrary<unknown>]>> = {
  texts: ['ByText', fc.string({ unit: 'binary', maxLength: 3 })],
  ints: ['ByInt', small],
  words: ['ByWord', fc.oneof(fc.nat(20), fc.integer({ min: 2 ** 32 - 9, max: 2 ** 32 - 1 }))],
  longs: ['ByLong', fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)],
  floats: ['ByFloat', fc.float({ noNaN: true }).map((value) => value + 0)],
  flags: ['ByFlag', fc.boolean()],
  colors: ['ByColor', fc.constantFrom(-1, 5, 7)],
  smalls: ['SmallKey', fc.nat(65_535)],
  wides: ['LongKey', fc.bigInt(0n, 2n ** 64n - 1n)],
};

describe.each(Object.entries(VECTORS))('%s', (name, [type, keys]) => {
  const distinct = fc.uniqueArray(keys, { maxLength: 12, comparator: 'SameValueZero' });

  it('that the reference compiler sorted: every element is found, and nothing else', () => {
    const check = fc.property(distinct, keys, (ids, other) => {
      const all = types['All'].getRootAsAll(new runtime.ByteBuffer(byReference(name, ids)));
      for (const [at, id] of ids.entries()) expect([id, all[`${name}ByKey`](id)?.at()]).toEqual([id, at]);
      const reused = new types[type]();
      const found = all[`${name}ByKey`](other, reused);
      // What is looked up into is left alone where there is nothing.
      const known = ids.some((id) => id === other);
      expect([found === reused, reused.bb === null]).toEqual([known, !known]);
    });
    fc.assert(check, { numRuns: 40 });
  });

  it('that we sort: in the same order', () => {
    const check = fc.property(distinct, (ids) => {
      const builder = new runtime.Builder(1);
      const vector = sorted(builder, type, ids);
      builder.startObject(9);
      builder.addFieldOffset(Object.keys(VECTORS).indexOf(name), vector, 0);
      builder.finish(builder.endObject());
      const ours = builder.asUint8Array();
      expect(types['verifyAll'](ours)).toBeNull();
      expect(order(name, ours)).toEqual(order(name, byReference(name, ids)));
    });
    fc.assert(check, { numRuns: 40 });
  });
});

it('compiles', () => {
  expect([diagnostics, typeErrors(files)]).toEqual([[], []]);
});

it('finds nothing where there is no vector', () => {
  const builder = new runtime.Builder();
  builder.startObject(9);
  builder.finish(builder.endObject());
  const all = types['All'].getRootAsAll(builder.dataBuffer());
  expect([all.textsByKey('x'), all.smallsByKey(1)]).toEqual([null, null]);
});

it('takes the bytes of a string for the string', () => {
  const all = types['All'].getRootAsAll(new runtime.ByteBuffer(byReference('texts', ['a', 'ä'])));
  expect(all.textsByKey(new TextEncoder().encode('ä')).at()).toBe(1);
});

it('is not there for the classic interface, which has no such names', () => {
  const classic = typescriptGenerator.generate(schema, { modern: false }).files;
  expect(classic.map(({ content }) => content).join('\n')).not.toMatch(/ByKey|SortedVector|compareKey/);
});

describe('keys of several numbers, which the reference compiler has in C++ only', () => {
  const composite = parseSchema(
    `
    namespace Keys;
    enum Mood : byte { Bad = -1, Fair, Good }
    struct Inner { x : short; mood : Mood; flag : bool; big : ulong; }
    struct Outer { inner : Inner; list : [short : 2]; inners : [Inner : 2]; }
    struct OfStruct { at : int; id : Inner (key); }
    struct OfArray { id : [int : 3] (key); at : int; }
    struct OfStructs { at : byte; id : [Inner : 2] (key); }
    struct OfFlags { id : [bool : 2] (key); at : int; }
    table TableOfStruct { at : int; id : Inner (key); }
    table TableOfOuter { at : int; id : Outer (key); }
    table Lists {
      of_struct : [OfStruct]; of_array : [OfArray]; of_structs : [OfStructs]; of_flags : [OfFlags];
      table_of_struct : [TableOfStruct]; table_of_outer : [TableOfOuter];
    }
    root_type Lists;
  `,
    { path: 'lists.fbs' },
  ).schema;
  if (composite === null) throw new Error('the schema is right');
  const { files: compositeFiles } = typescriptGenerator.generate(composite, { objectApi: true });
  const lists = runTypeScript(compositeFiles, runtime)('keys');
  const digit = fc.integer({ min: -1, max: 1 });
  const inner = fc.record({
    x: digit,
    mood: digit,
    flag: fc.boolean(),
    big: fc.constantFrom(0n, 1n, 2n ** 64n - 1n),
  });
  const two = { minLength: 2, maxLength: 2 };
  const outer = fc.record({ inner, list: fc.array(digit, two), inners: fc.array(inner, two) });
  const kinds: Readonly<Record<string, readonly [type: string, keys: fc.Arbitrary<unknown>]>> = {
    ofStruct: ['OfStruct', inner],
    ofArray: ['OfArray', fc.array(digit, { minLength: 3, maxLength: 3 })],
    ofStructs: ['OfStructs', fc.array(inner, two)],
    ofFlags: ['OfFlags', fc.array(fc.boolean(), two)],
    tableOfStruct: ['TableOfStruct', inner],
    tableOfOuter: ['TableOfOuter', outer],
  };

  it('compile', () => {
    expect(typeErrors(compositeFiles)).toEqual([]);
    for (const options of [{ classes: false }, { functions: false, oneFile: true }]) {
      expect(typeErrors(typescriptGenerator.generate(composite, options).files)).toEqual([]);
    }
  });

  it.each(Object.entries(kinds))('%s: sorted as C++ sorts, and found', (name, [type, keys]) => {
    const distinct = fc.uniqueArray(keys, { maxLength: 12, selector: (key) => String(numbersOf(key)) });
    const check = fc.property(distinct, keys, (ids, other) => {
      const values = ids.map((id, at) => ({ id, at })).toSorted(lists[`compare${type}Keys`]);
      expect(values.map(({ id }) => numbersOf(id))).toEqual(ids.map(numbersOf).toSorted(lexicographic));
      const decoded = lists['Lists'].getRootAsLists(
        new runtime.ByteBuffer(lists['encodeLists']({ [name]: values })),
      );
      for (const [at, id] of ids.entries()) expect(decoded[`${name}ByKey`](id).at()).toBe(at);
      const known = ids.some((id) => String(numbersOf(id)) === String(numbersOf(other)));
      expect(decoded[`${name}ByKey`](other) !== null).toBe(known);
      const again = new runtime.Builder();
      const Type = lists[type];
      const inOrder: runtime.IGeneratedObject[] = decoded.unpack()[name];
      const count = inOrder.length;
      // 7 and a count that it does not divide have no common divisor: all elements stay, in another order.
      const shuffled =
        count % 7 === 0 ? inOrder.toReversed() : inOrder.map((_, i) => inOrder[(i * 7 + 3) % count]!);
      const vector = type.startsWith('Table')
        ? Type[`createSortedVectorOf${type}`](again, again.createObjectOffsetList(shuffled))
        : Type[`sortVectorOf${type}`](
            again,
            again.createStructOffsetList(
              shuffled,
              lists['Lists'][`start${name.charAt(0).toUpperCase()}${name.slice(1)}Vector`],
            ),
          );
      again.startObject(6);
      again.addFieldOffset(Object.keys(kinds).indexOf(name), vector, 0);
      again.finish(again.endObject());
      expect(lists['decodeLists'](again.asUint8Array())[name]).toEqual(
        lists['decodeLists'](lists['encodeLists']({ [name]: values }))[name],
      );
    });
    fc.assert(check, { numRuns: 60 });
  });

  it('of a table may be absent, which is before all others', () => {
    const values = [{ at: 1, id: { x: -5, mood: -1, flag: false, big: 0 } }, { at: 2 }];
    expect(values.toSorted(lists['compareTableOfStructKeys']).map(({ at }) => at)).toEqual([2, 1]);
  });
});

/** All numbers of a key in memory order, by which C++ compares. */
function numbersOf(key: unknown): readonly (number | bigint)[] {
  if (typeof key === 'boolean') return [Number(key)];
  if (typeof key !== 'object' || key === null) return [key as number];
  return Object.values(key).flatMap(numbersOf);
}

function lexicographic(a: readonly (number | bigint)[], b: readonly (number | bigint)[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** A buffer with the vector that the reference compiler makes of elements with these keys, `at` being their index. */
function byReference(name: string, ids: readonly unknown[]): Uint8Array {
  const elements = ids.map((id, at) => `{ "id": ${JSON.stringify(asJson(id))}, "at": ${at} }`);
  const run = oracle.run(['-b', 'keys.fbs', 'data.json'], {
    'keys.fbs': SCHEMA,
    'data.json': `{ "${name}": [${elements.join(', ').replaceAll(/"#(.*?)#"/g, '$1')}] }`,
  });
  expect(run).toMatchObject({ status: 0, stdout: '' });
  return run.files.get('data.bin') ?? new Uint8Array();
}

/** Numbers that JSON.stringify would change go between marks. */
function asJson(id: unknown): unknown {
  if (typeof id === 'bigint') return `#${id}#`;
  if (typeof id === 'number' && !Number.isFinite(id)) return id < 0 ? '#-inf#' : '#inf#';
  return id;
}

function sorted(builder: runtime.Builder, type: string, ids: readonly unknown[]): runtime.Offset {
  const objects = ids.map((id, at) => Object.assign(new types[`${type}T`](), { id, at }));
  const Type = types[type];
  if (type.startsWith('By')) {
    return Type[`createSortedVectorOf${type}`](builder, builder.createObjectOffsetList(objects));
  }
  const start = type === 'SmallKey' ? types['All'].startSmallsVector : types['All'].startWidesVector;
  return Type[`sortVectorOf${type}`](builder, builder.createStructOffsetList(objects, start));
}

function order(name: string, bytes: Uint8Array): unknown[] {
  const all = types['All'].getRootAsAll(new runtime.ByteBuffer(bytes));
  return Array.from({ length: all[`${name}Length`]() }, (_, i) => [all[name](i).id(), all[name](i).at()]);
}
