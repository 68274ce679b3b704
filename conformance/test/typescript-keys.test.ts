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
