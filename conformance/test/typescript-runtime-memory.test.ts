// Code that the reference compiler generated, on our runtime and on npm's: every accessor gives the same, and on ours
// whatever memory the bytes are in.
import * as ourRuntime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { TableDef } from '@fb/schema';
import * as fc from 'fast-check';
import * as npmRuntime from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { instantiate, plainValue } from '../src/typescript-values.js';
import { runTypeScript, type Exports } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

const text = vectorText('typescript/everything.fbs');
const oracle = await flatc();
const files = [
  ...oracle.run(['--ts', '--gen-object-api', '--gen-mutable', 'everything.fbs'], { 'everything.fbs': text })
    .files,
].map(([path, bytes]) => ({ path, content: new TextDecoder().decode(bytes) }));
const onOurs = runTypeScript(files, ourRuntime)('game/model');
const onNpm = runTypeScript(files, npmRuntime)('game/model');
const tables = (parseSchema(text, { path: 'everything.fbs' }).schema?.objects ?? []).filter(
  (def): def is TableDef => def.kind === 'table',
);

/** The bytes of a value, written by their code on npm's builder. */
function encode(content: Parameters<typeof instantiate>[0]): Uint8Array {
  const builder = new npmRuntime.Builder();
  const value = instantiate(content, (name) => onNpm[`${name.split('.').at(-1) ?? ''}T`]) as {
    pack(builder: npmRuntime.Builder): number;
  };
  builder.finish(value.pack(builder));
  return builder.asUint8Array().slice();
}

/** What all accessors without parameters give, and those of vectors for each index. */
function accessors(
  types: Exports,
  runtime: typeof ourRuntime | typeof npmRuntime,
  def: TableDef,
  bytes: Uint8Array,
): object {
  const table = types[def.name][`getRootAs${def.name}`](new runtime.ByteBuffer(bytes)) as Record<
    string,
    unknown
  >;
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(table));
  const call = (name: string, ...args: readonly unknown[]): unknown =>
    plain((table[name] as (...args: readonly unknown[]) => unknown)(...args));
  const values = methods
    .filter((name) => !/^(constructor|__init|unpack.*|mutate_.*|pack)$/.test(name))
    .flatMap((name): readonly (readonly [string, unknown])[] => {
      const count = methods.includes(`${name}Length`) ? Number(call(`${name}Length`)) : null;
      // Accessors of unions want an object to fill: the object API covers them.
      if (methods.includes(`${name}Type`)) return [];
      if (count === null) return [[name, call(name)]];
      return Array.from({ length: count }, (_, i) => [`${name}[${i}]`, call(name, i)] as const);
    });
  return Object.fromEntries(values);
}

/** Values as they are; of objects only whether there is one. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  return typeof value === 'object' && value !== null ? 'object' : value;
}

const MEMORY = {
  'a Node Buffer at an odd place': (bytes) => {
    const pool = Buffer.alloc(bytes.length + 9, 0xee);
    pool.set(bytes, 8);
    return pool.subarray(8, 8 + bytes.length);
  },
  'shared memory': (bytes) => {
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    return shared;
  },
  'a resizable buffer': (bytes) => {
    const buffer = Reflect.construct(ArrayBuffer, [
      bytes.length,
      { maxByteLength: 2 * bytes.length },
    ]) as ArrayBuffer;
    const resizable = new Uint8Array(buffer);
    resizable.set(bytes);
    return resizable;
  },
} satisfies Record<string, (bytes: Uint8Array) => Uint8Array>;

describe.each(tables.map((def) => [def.name, def] as const))('%s', (_name, def) => {
  it('has the same values on both runtimes, in any memory', () => {
    const property = fc.property(plainValue(def, { depth: 2, wideElements: 1 }), (value) => {
      const bytes = encode(value);
      const expected = accessors(onNpm, npmRuntime, def, bytes);
      expect(accessors(onOurs, ourRuntime, def, bytes)).toEqual(expected);
      for (const move of Object.values(MEMORY)) {
        expect(accessors(onOurs, ourRuntime, def, move(bytes))).toEqual(expected);
      }
    });
    expect(fc.defaultReportMessage(fc.check(property, { numRuns: 40 })) ?? null).toBeNull();
  });
});

describe('what users of builders touch', () => {
  it.each([1, 8, 64, 1024])('grows and keeps its size as npm does, from %d bytes', (size) => {
    const builders = [new ourRuntime.Builder(size), new npmRuntime.Builder(size)];
    const history = builders.map((builder) => {
      const seen: number[][] = [];
      for (let round = 0; round < 5; round++) {
        builder.clear();
        for (let i = 0; i < 20; i++) builder.createString('x'.repeat(i * round));
        builder.startObject(1);
        builder.addFieldInt32(0, round, -1);
        builder.finish(builder.endObject());
        const data = builder.dataBuffer();
        seen.push([builder.offset(), data.position(), data.capacity(), builder.asUint8Array().length]);
        // Not in npm's types, and yet in its users' tests.
        expect(Reflect.get(builder, 'bb')).toBe(data);
      }
      return seen;
    });
    expect(history[0]).toEqual(history[1]);
  });
});
