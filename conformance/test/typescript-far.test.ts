// 64-bit offsets in generated TypeScript: the layout is the reference compiler's, and what it writes is read.
import { typescriptGenerator } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import { tableLayout, type TableDef } from '@fb/schema';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
import { toInit } from '../src/plain-objects.js';
import { instantiate, plainValue } from '../src/typescript-values.js';
import { runTypeScript, typeErrors } from '../src/typescript.js';

const oracle = await flatc();

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

const SCHEMA = `
  struct Pair { key : int (key); value : double; }
  table Far {
    near : string;
    text : string (offset64);
    bytes : [ubyte] (vector64);
    numbers : [int] (vector64);
    flags : [bool] (vector64);
    floats : [float] (offset64);
    longs : [long] (offset64);
    pairs : [Pair] (offset64);
    inner : [ubyte] (vector64, nested_flatbuffer: "Small");
    after : int;
  }
  table Small { x : int; }
  root_type Far;
  file_identifier "FARR";
`;

const { schema } = parseSchema(SCHEMA, { path: 'schema.fbs' });
if (schema === null) throw new Error('the schema is right');
const [farTable] = schema.objects.filter(
  (def): def is TableDef => def.kind === 'table' && def.name === 'Far',
) as [TableDef];
const { files, diagnostics } = typescriptGenerator.generate(schema, { objectApi: true, mutable: true });
const { Far, FarT, PairT, Pair, Small, verifyFar, farLayout } = runTypeScript(files, runtime)('schema');

it('compiles', () => {
  expect([diagnostics, typeErrors(files)]).toEqual([[], []]);
});

/** Without -0, which JSON text of the reference compiler does not keep apart. */
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const content = fc.record({
  text: fc.string({ unit: 'grapheme' }),
  bytes: fc.uint8Array({ maxLength: 30 }),
  numbers: fc.int32Array({ maxLength: 9 }),
  flags: fc.array(fc.boolean(), { maxLength: 9 }),
  floats: fc
    .float32Array({ noNaN: true, noDefaultInfinity: true, maxLength: 9 })
    .map((list) => list.map((value) => value + 0)),
  longs: fc.bigInt64Array({ minLength: 1, maxLength: 9 }),
  pairs: fc
    .uniqueArray(fc.tuple(fc.integer({ min: -99, max: 99 }), finite), {
      minLength: 1,
      maxLength: 5,
      selector: ([key]) => key,
    })
    .map((pairs) => pairs.toSorted(([a], [b]) => a - b)),
  near: fc.string({ unit: 'grapheme' }),
  after: fc.integer({ min: 1, max: 99 }),
});

type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

describe('fields behind 64-bit offsets', () => {
  // Elsewhere its JSON reader puts padding between count and elements, which its C++ code does not.
  it('are written as the reference compiler writes them, at multiples of 8 bytes', () => {
    fc.assert(
      fc.property(content, (random) => {
        const values = {
          ...random,
          text: `far${'.'.repeat(8 * (random.text.length % 3))}`,
          bytes: random.bytes.slice(random.bytes.length % 8),
          numbers: random.numbers.slice(random.numbers.length % 2),
          flags: random.flags.slice(random.flags.length % 8),
        };
        expect(Buffer.from(write(values)).toString('hex')).toBe(
          Buffer.from(byReference(values)).toString('hex'),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('are read back', () => {
    fc.assert(
      fc.property(content, (values) => {
        const bytes = write(values);
        expect(verifyFar(bytes)).toBeNull();
        const far = Far.getRootAsFar(new runtime.ByteBuffer(bytes));
        expect({
          text: far.text(),
          bytes: far.bytesArray(),
          numbers: far.numbersArray(),
          flags: values.flags.map((_, i) => far.flags(i)),
          floats: far.floatsArray(),
          longs: far.longsArray(),
          pairs: values.pairs.map((_, i) => [far.pairs(i).key(), far.pairs(i).value()]),
          near: far.near(),
          after: far.after(),
        }).toEqual(values);
        expect(Array.from(values.longs, (_, i) => far.longs(i))).toEqual([...values.longs]);
        expect([far.bytesLength(), far.pairsLength(), far.longsLength(), far.pairsByKey(1000)]).toEqual([
          values.bytes.length,
          values.pairs.length,
          values.longs.length,
          null,
        ]);
        expect(far.text(runtime.Encoding.UTF8_BYTES)).toEqual(new TextEncoder().encode(values.text));
      }),
    );
  });

  it('go through the object API', () => {
    fc.assert(
      fc.property(content, (values) => {
        const inner = new runtime.Builder();
        inner.finish(Small.createSmall(inner, 7));
        const value = Object.assign(new FarT(), {
          ...values,
          bytes: [...values.bytes],
          numbers: [...values.numbers],
          floats: [...values.floats],
          longs: [...values.longs],
          pairs: values.pairs.map(([key, held]) => new PairT(key, held)),
          inner: [...inner.asUint8Array()],
        });
        const builder = new runtime.Builder(1);
        builder.finish(value.pack(builder));
        expect(verifyFar(builder.asUint8Array())).toBeNull();
        const far = Far.getRootAsFar(builder.dataBuffer());
        expect([far.unpack(), far.innerAsRoot().x()]).toEqual([value, 7]);
      }),
    );
  });
});

/** Far objects wherever a schema allows them. */
const DEEP = `
  struct Pair { key : int (key); value : double; }
  struct Tight { a : ubyte; }
  union Any { Leaf, Far, Text : string, Pair, Again : Far }
  union Tame { Leaf }
  table Leaf { name : string; x : int = 4; }
  table Far {
    near : string;
    text : string (offset64);
    must : string (offset64, required);
    bytes : [ubyte] (vector64);
    numbers : [short] (vector64);
    flags : [bool] (vector64);
    far_flags : [bool] (offset64);
    floats : [float] (offset64);
    doubles : [double] (vector64);
    longs : [long] (offset64);
    ulongs : [ulong] (vector64);
    pairs : [Pair] (offset64);
    wide_pairs : [Pair] (vector64);
    tights : [Tight] (vector64);
    aligned : [float] (vector64, force_align: 64);
    inner : [ubyte] (vector64, nested_flatbuffer: "Leaf");
    after : int;
    gone : string (offset64, deprecated);
    child : Far;
    children : [Far];
    any : Any;
    list : [Any];
    tame : Tame;
    leaf : Leaf;
  }
  table Holder { leaf : Leaf; fars : [Far]; far : Far; leaves : [Leaf]; }
  root_type Holder;
  file_identifier "DEEP";
`;

describe('fields behind 64-bit offsets, in tables within tables', () => {
  const deep = parseSchema(DEEP, { path: 'deep.fbs' }).schema;
  if (deep === null) throw new Error('the schema is right');
  const options = { objectApi: true, flatAccessors: true };
  const deepFiles = typescriptGenerator.generate(deep, options).files;
  const types = runTypeScript(deepFiles, runtime)('deep');
  const tables = deep.objects.filter((def): def is TableDef => def.kind === 'table');
  const encoders = [
    new runtime.Encoder(),
    new runtime.Encoder({ size: 32 }),
    new runtime.Encoder({ results: 'window', size: 512 }),
    new runtime.Encoder({ results: 'copy' }),
  ];

  it('compile', () => {
    expect(typeErrors(deepFiles)).toEqual([]);
    for (const each of [
      { undefinedForOptionals: true, objectApi: true, oneFile: true },
      { classes: false, flatAccessors: true },
    ]) {
      expect(typeErrors(typescriptGenerator.generate(deep, each).files)).toEqual([]);
    }
  });

  it.each(tables.map((def) => [def.name, def] as const))(
    '%s: the free functions write what the object API writes, and read it back',
    (name, def) => {
      const check = fc.property(plainValue(def, { depth: 2, wideElements: 0 }), (plain) => {
        const init = toInit(def, plain);
        const builder = new runtime.Builder(1);
        const value = instantiate(plain, (full) => types[`${full}T`]) as runtime.IGeneratedObject;
        builder.finish(value.pack(builder), def === deep.root ? 'DEEP' : undefined);
        const bytes = Buffer.from(builder.asUint8Array()).toString('hex');
        for (const encoder of [undefined, ...encoders]) {
          const encoded = types[`encode${name}`](init, encoder);
          expect(Buffer.from(encoded).toString('hex')).toBe(bytes);
          expect(types[`verify${name}`](encoded, { checkNested: false })).toBeNull();
        }
        const decoded = types[`decode${name}`](builder.asUint8Array());
        expect(Buffer.from(types[`encode${name}`](decoded)).toString('hex')).toBe(bytes);
        expect(decoded.text ?? null).toEqual((init as { text?: string }).text ?? null);
      });
      fc.assert(check, { numRuns: 80 });
    },
  );

  const far = tables.find(({ name }) => name === 'Far');
  if (far === undefined) throw new Error('the schema has it');

  it('are right to the reference compiler, which names every byte', () => {
    const check = fc.property(plainValue(far, { depth: 1, wideElements: 0 }), (plain) => {
      const init = withoutNested(toInit(far, plain));
      const bytes = types['encodeHolder']({ fars: [init, { must: 'other', bytes: [1] }], far: init });
      const run = oracle.run(['--annotate', 'deep.fbs', '--', 'x.bin'], { 'deep.fbs': DEEP, 'x.bin': bytes });
      const text = new TextDecoder().decode(run.files.get('x.afb'));
      expect([run.status, text.match(/.*ERROR.*/g)]).toEqual([0, null]);
      expect(text).toContain('Holder.fars');
    });
    fc.assert(check, { numRuns: 20 });
  });

  it('are read by the reference compiler, which has no text for 64-bit counts', () => {
    const lines = DEEP.split('\n').filter((line) => !line.includes('vector64'));
    const others = runTypeScript(
      typescriptGenerator.generate(parseSchema(lines.join('\n'), { path: 'deep.fbs' }).schema ?? deep, {})
        .files,
      runtime,
    )('deep');
    const init = {
      text: 'far',
      must: 'is there',
      far_flags: [true, false],
      floats: [1.5, -2],
      longs: [7, -8],
      pairs: [{ key: 3, value: 0.5 }],
      children: [{ must: 'child', text: 'more' }],
    };
    const { far_flags: farFlags, ...rest } = init;
    const run = oracle.run(['--json', '--strict-json', '--raw-binary', 'deep.fbs', '--', 'x.bin'], {
      'deep.fbs': lines.join('\n'),
      'x.bin': others['encodeHolder']({
        fars: [{ ...rest, farFlags }, { must: 'other' }],
        far: { must: 'it' },
      }),
    });
    const json: unknown = JSON.parse(new TextDecoder().decode(run.files.get('x.json')));
    expect(json).toEqual({ fars: [init, { must: 'other' }], far: { must: 'it' } });
  });

  it('are found by functions for single fields', () => {
    const bytes = types['encodeFar']({
      must: 'must',
      numbers: [5, -6],
      farFlags: [false, true],
      widePairs: [{ key: 1, value: 2 }],
      children: [{ must: 'child', ulongs: [2n ** 64n - 1n] }],
    });
    const decoder = new runtime.Decoder(bytes);
    const at = types['farRoot'](decoder);
    const numbers = types['farNumbers'](decoder, at);
    const flags = types['farFarFlags'](decoder, at);
    const pair = types['farWidePairsItem'](decoder, types['farWidePairs'](decoder, at), 0);
    const child = types['farChildrenItem'](decoder, types['farChildren'](decoder, at), 0);
    const ulongs = types['farUlongs'](decoder, child);
    expect([types['farMust'](decoder, at), types['farText'](decoder, at)]).toEqual(['must', null]);
    expect([
      runtime.wideVectorLength(decoder, numbers),
      types['farNumbersItem'](decoder, numbers, 1),
    ]).toEqual([2, -6]);
    expect([runtime.vectorLength(decoder, flags), types['farFarFlagsItem'](decoder, flags, 1)]).toEqual([
      2,
      true,
    ]);
    expect([types['pairValue'](decoder, pair), types['farUlongsItem'](decoder, ulongs, 0)]).toEqual([
      2,
      2n ** 64n - 1n,
    ]);
  });

  it('begin with 64-bit sizes if asked to, as the classic interface writes them', () => {
    const encoder = new runtime.Encoder({ sizePrefixed: true });
    const { Holder, HolderT } = types;
    for (const fars of [[], [Object.assign(new types['FarT'](), { must: 'x', floats: [1] })]]) {
      const builder = new runtime.Builder();
      Holder.finishSizePrefixedHolderBuffer(builder, Object.assign(new HolderT(), { fars }).pack(builder));
      const bytes = Buffer.from(builder.asUint8Array()).toString('hex');
      const decoded = Holder.getSizePrefixedRootAsHolder(builder.dataBuffer()).unpack();
      const init = { fars: decoded.fars.map(toPlain), leaves: [] };
      expect(Buffer.from(types['encodeHolder'](init, encoder)).toString('hex')).toBe(bytes);
    }
  });

  it('of hostile bytes give a value or a FlatBufferError, and a value whenever the verifier finds nothing', () => {
    const bytes: Uint8Array = types['encodeHolder']({
      fars: [{ must: 'a', numbers: [1, 2, 3], flags: [true], widePairs: [{ key: 1, value: 2 }] }],
      far: { must: 'b', text: 'text', farFlags: [true], child: { must: 'c', doubles: [1] } },
    });
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      to: fc.constantFrom(0, 1, 4, 8, 127, 128, 255),
    });
    const check = fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const hostile = bytes.slice();
      for (const { at, to } of changes) hostile[at] = to;
      const error = thrownBy(() => types['decodeHolder'](hostile));
      const sound = error instanceof runtime.FlatBufferError && types['verifyHolder'](hostile) !== null;
      expect(error === null || sound).toBe(true);
    });
    fc.assert(check, { numRuns: 5000 });
  });

  it('of wrong values are errors that name the place, and leave the encoder fit for use', () => {
    const encoder = new runtime.Encoder();
    const encode = types['encodeHolder'];
    expect(() => encode({ fars: [{ must: 'a' }, {}] }, encoder)).toThrow('fars[1].must is required');
    expect(() => encode({ far: { must: 'a', pairs: [null] } }, encoder)).toThrow('far.pairs[0] is missing');
    const endless = { must: 'a', child: {} };
    endless.child = endless;
    expect(() => encode({ far: endless }, encoder)).toThrow('nested too deep');
    expect(encode({ far: { must: 'a' } }, encoder)).toEqual(encode({ far: { must: 'a' } }));
  });
});

it('size prefixes take 8 bytes, as in C++', () => {
  const builder = new runtime.Builder();
  const text = builder.createString64('far');
  Far.startFar(builder);
  Far.addText(builder, text);
  Far.finishSizePrefixedFarBuffer(builder, Far.endFar(builder));
  const bytes = builder.asUint8Array().slice();
  expect(new DataView(bytes.buffer).getBigUint64(0, true)).toBe(BigInt(bytes.length - 8));
  expect(verifyFar(bytes, { sizePrefixed: 'wide', identifier: 'FARR' })).toBeNull();
  const bb = new runtime.ByteBuffer(bytes);
  expect(Far.getSizePrefixedRootAsFar(bb).text()).toBe('far');
  expect(Far.bufferHasIdentifier(bb)).toBe(true);
});

it('the layout is that of the schema', () => {
  expect(structuredClone(farLayout)).toEqual(structuredClone(tableLayout(farTable)));
});

it('damage is found', () => {
  const bytes = write({ ...fc.sample(content, { numRuns: 1, seed: 1 })[0]!, text: 'text' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong: string[] = [];
  for (let at = 0; at + 8 <= bytes.length; at += 4) {
    const kept = view.getBigUint64(at, true);
    view.setBigUint64(at, 0xffff_ffff_ffffn, true);
    const fault = verifyFar(bytes);
    if (fault !== null) wrong.push(fault.path);
    view.setBigUint64(at, kept, true);
  }
  expect(wrong.join('\n')).toMatch(/text[^]*|bytes/);
});

it('the classic interface refuses them: npm flatbuffers has no such thing', () => {
  const classic = typescriptGenerator.generate(schema, { modern: false });
  expect([classic.files, classic.diagnostics]).toMatchObject([[], [{ code: 'LANG-64' }]]);
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}

/** Bytes at random are no buffer. */
function withoutNested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNested);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === 'inner' ? null : withoutNested(item)]),
  );
}

/** What the object API holds, as the free functions take it; there are no unions here. */
function toPlain(value: Record<string, unknown>): unknown {
  const entries = Object.entries(value).filter(
    ([name]) => !/^(?:any|list|tame)/.test(name) || name === 'list',
  );
  return Object.fromEntries(entries);
}

/** In the order of the reference compiler: far objects as the text has them, then the fields by size. */
function write(values: Content): Uint8Array {
  const builder = new runtime.Builder(1);
  const text = builder.createString64(values.text);
  const bytes = Far.createBytesVector(builder, values.bytes);
  const numbers = Far.createNumbersVector(builder, values.numbers);
  const flags = Far.createFlagsVector(builder, values.flags);
  const floats = Far.createFloatsVector(builder, values.floats);
  const longs = Far.createLongsVector(builder, [...values.longs]);
  Far.startPairsVector(builder, values.pairs.length);
  for (const [key, value] of values.pairs.toReversed()) Pair.createPair(builder, key, value);
  const pairs = builder.endFarVector();
  const near = builder.createString(values.near);
  Far.startFar(builder);
  const offsets: Readonly<Record<string, unknown>> = {
    near,
    text,
    bytes,
    numbers,
    flags,
    floats,
    longs,
    pairs,
    after: values.after,
  };
  for (const { name } of farTable.writeOrder) {
    if (name in offsets) Far[`add${name.charAt(0).toUpperCase()}${name.slice(1)}`](builder, offsets[name]);
  }
  Far.finishFarBuffer(builder, Far.endFar(builder));
  return builder.asUint8Array();
}

function byReference(values: Content): Uint8Array {
  const json = `{ text: ${JSON.stringify(values.text)}, bytes: ${jsonList(values.bytes)}, numbers: ${jsonList(values.numbers)},
    flags: ${jsonList(values.flags)}, floats: ${jsonList(values.floats)}, longs: ${jsonList(values.longs)},
    pairs: ${jsonList(values.pairs.map(([key, value]) => `{ key: ${key}, value: ${value} }`))},
    near: ${JSON.stringify(values.near)}, after: ${values.after} }`;
  const run = oracle.run(['-b', 'far.fbs', 'data.json'], { 'far.fbs': SCHEMA, 'data.json': json });
  expect(run).toMatchObject({ status: 0, stdout: '' });
  return run.files.get('data.bin') ?? new Uint8Array();
}

function jsonList(items: Iterable<unknown>): string {
  return `[${[...items].join(', ')}]`;
}
