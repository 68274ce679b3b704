// 64-bit offsets in generated TypeScript: the layout is the reference compiler's, and what it writes is read.
import { typescriptGenerator } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import { tableLayout, type TableDef } from '@fb/schema';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
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
