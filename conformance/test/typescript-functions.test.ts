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

function tablesOf(schema: Schema): readonly TableDef[] {
  return schema.objects.filter((def): def is TableDef => def.kind === 'table');
}

/** Every kind of field, with every way it can be given or left out. */
const MATRIX = matrix();

function matrix(): string {
  const scalars = ['bool', 'byte', 'ubyte', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double'];
  const defaults = (scalar: string): readonly string[] => [
    '',
    scalar === 'bool' ? ' = true' : ' = 7',
    ' = null',
    ...(scalar === 'float' || scalar === 'double' ? [' = nan', ' = -inf', ' = 0.1'] : []),
  ];
  const stored = [...scalars, 'Small', 'Flags', 'Wide'];
  const inline = [...stored, 'Pair', 'Tight', 'Deep'];
  const enumDefault = { Small: 'B', Flags: 'Y', Wide: 'Far' } as const;
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
    ${members(scalars, (type, i) => `table Scalar${i} { ${defaults(type)
      .map((value, j) => `f${j} : ${type}${value};`)
      .join(' ')} }`)}
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

  it.each(tablesOf(schema).map((def) => [def.name, def] as const))('%s: equal bytes, equal values', (name, def) => {
    const extent: Extent = { depth: 2, wideElements: 0 };
    fc.assert(
      fc.property(plainValue(def, extent), (plain) => {
        const init = toInit(def, plain);
        const bytes = pack(ours, schema, def, plain);
        const encoded = ours[`encode${name}`](init);
        expect(hex(encoded)).toBe(hex(bytes));
        for (const encoder of encoders) expect(hex(ours[`encode${name}`](init, encoder))).toBe(hex(bytes));
        if (!THEIR_FAULTS.has(name)) expect(hex(pack(theirs, schema, def, plain))).toBe(hex(bytes));
        expect(ours[`verify${name}`](encoded, { checkNested: false })).toBeNull();
        const value = ours[`decode${name}`](encoded);
        expect(hex(ours[`encode${name}`](value))).toBe(hex(bytes));
        expect(plainOf(value)).toEqual(plainOf(withoutEmptyBuffers(def, init)));
      }),
      { numRuns: 60 },
    );
  });
});

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
  const nested = def.fields.filter((field) => field.nested !== null || field.flexbuffer).map(({ name }) => name);
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
