// One file for all types of a schema: it compiles, and is the same code to its users as a file for each.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { loadSchema, memoryHost, parseSchema } from '@fb/idl';
import type { Schema, TableDef } from '@fb/schema';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { instantiate, plainValue, type Plain } from '../src/typescript-values.js';
import { runTypeScript, typeErrors, type Exports, type GeneratedText } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

function generate(schema: Schema, options: TypeScriptOptions): readonly GeneratedText[] {
  const { files, diagnostics } = typescriptGenerator.generate(schema, options);
  expect(diagnostics).toEqual([]);
  return files;
}

function load(files: Readonly<Record<string, string>>): Schema {
  const { schema, diagnostics } = loadSchema('main.fbs', memoryHost(files));
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

describe('everything.fbs', () => {
  const { schema } = parseSchema(vectorText('typescript/everything.fbs'), { path: 'everything.fbs' });
  if (schema === null) throw new Error('the schema is right');
  const options: TypeScriptOptions = { objectApi: true, mutable: true };
  const files = generate(schema, { ...options, oneFile: true });
  const one = runTypeScript(files, runtime)('everything');
  const many = runTypeScript(generate(schema, options), runtime)('game/model');

  it('is one file', () => {
    expect(files.map(({ path }) => path)).toEqual(['everything.ts']);
    expect(typeErrors(files)).toEqual([]);
    const classic = generate(schema, {
      oneFile: true,
      modern: false,
      runtimeModule: 'flatbuffers',
      enums: 'const',
    });
    expect(typeErrors(classic, { erasableSyntaxOnly: true })).toEqual([]);
  });

  it('has the names that the entry point of its namespace has', () => {
    expect(Object.keys(one)).toEqual(expect.arrayContaining(Object.keys(many)));
  });

  it.each(
    schema.objects
      .filter((def): def is TableDef => def.kind === 'table')
      .map((def) => [def.name, def] as const),
  )('%s: the same bytes and values', (name, def) => {
    const check = fc.property(plainValue(def, { depth: 2, wideElements: 0 }), (plain) => {
      const bytes = encode(one, plain);
      expect(Buffer.from(bytes).toString('hex')).toBe(Buffer.from(encode(many, plain)).toString('hex'));
      const decoded = one[name][`getRootAs${name}`](new runtime.ByteBuffer(bytes)).unpack();
      expect(decoded).toEqual(instantiate(plain, (type) => one[`${type.split('.').at(-1) ?? ''}T`]));
    });
    fc.assert(check, { numRuns: 20 });
  });
});

function encode(types: Exports, plain: Plain): Uint8Array {
  const value = instantiate(plain, (type) => types[`${type.split('.').at(-1) ?? ''}T`]);
  const builder = new runtime.Builder(1);
  builder.finish((value as { pack(to: object): number }).pack(builder));
  return builder.asUint8Array();
}

describe('names that several namespaces have', () => {
  it('get the namespace before them', () => {
    const schema = load({
      'main.fbs': `
        table Item { x : int; }
        namespace A.B; table Item { up : Item2; } table Item2 { items : [A.B.Item]; }
        namespace C; enum Item : byte { X } union Any { A.B.Item } table Holder { any : Any; kind : Item; }
      `,
    });
    const files = generate(schema, { objectApi: true, oneFile: true });
    expect(typeErrors(files)).toEqual([]);
    const exports = runTypeScript(files, runtime)('main');
    expect(Object.keys(exports)).toEqual(
      expect.arrayContaining([
        'Item',
        'ItemT',
        'A_B_Item',
        'A_B_ItemT',
        'aBItemLayout',
        'C_Item',
        'verifyA_B_Item',
      ]),
    );
    const { Holder, HolderT, A_B_ItemT, Item2T } = exports;
    const value = new HolderT(1, new A_B_ItemT(new Item2T([new A_B_ItemT()])), 0);
    const builder = new runtime.Builder();
    builder.finish(value.pack(builder));
    expect(Holder.getRootAsHolder(builder.dataBuffer()).unpack()).toEqual(value);
  });
});

describe('included files', () => {
  const files = {
    'main.fbs': 'include "sub/part.fbs"; namespace M; table T { part : P.Part; other : P.M.T; }',
    'sub/part.fbs': 'namespace P; table Part { x : int = 5; } namespace P.M; table T { y : int; }',
  };

  it('have a file of their own, which a run of their own writes', () => {
    const main = generate(load(files), { objectApi: true, oneFile: true });
    const part = generate(load({ 'main.fbs': files['sub/part.fbs'] }), { objectApi: true, oneFile: true });
    const both = [...main, ...part.map(({ content }) => ({ path: 'part.ts', content }))];
    expect(main.map(({ path }) => path)).toEqual(['main.ts']);
    expect(typeErrors(both)).toEqual([]);
    const { T, TT } = runTypeScript(both, runtime)('main');
    const { PartT } = runTypeScript(both, runtime)('part');
    const builder = new runtime.Builder();
    builder.finish(new TT(new PartT(7)).pack(builder));
    expect(T.getRootAsT(builder.dataBuffer()).part().x()).toBe(7);
  });

  it('are in the one file with generateAll', () => {
    const all = generate(load(files), { oneFile: true, generateAll: true });
    expect(all.map(({ path }) => path)).toEqual(['main.ts']);
    expect(typeErrors(all)).toEqual([]);
  });

  it('of one name are refused: their files would be one', () => {
    const schema = load({
      'main.fbs': 'include "a/part.fbs"; include "b/part.fbs"; table T { x : int; }',
      'a/part.fbs': 'table A { x : int; }',
      'b/part.fbs': 'table B { x : int; }',
    });
    const { files: none, diagnostics } = typescriptGenerator.generate(schema, { oneFile: true });
    expect([none, diagnostics]).toMatchObject([[], [{ code: 'GEN-OUTPUT' }]]);
  });
});
