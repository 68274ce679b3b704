// Functions for plain objects without the classes: they compile, and write and read what they do beside classes.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import { expect, it, vi } from 'vitest';
import { runTypeScript, typeErrors, type GeneratedText } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

function generate(text: string, options: TypeScriptOptions): readonly GeneratedText[] {
  const { schema } = parseSchema(text, { path: 'schema.fbs' });
  if (schema === null) throw new Error('the schema is right');
  const { files, diagnostics } = typescriptGenerator.generate(schema, { classes: false, ...options });
  expect(diagnostics).toEqual([]);
  return files;
}

it.each<[string, TypeScriptOptions]>([
  ['everything', {}],
  ['everything', { oneFile: true, enums: 'const', flatAccessors: true, objectApi: true }],
  ['names', { flatAccessors: true }],
])('%s.fbs compiles with %j', (name, options) => {
  const files = generate(vectorText(`typescript/${name}.fbs`), options);
  expect(typeErrors(files, { noUnusedLocals: true, erasableSyntaxOnly: options.enums === 'const' })).toEqual(
    [],
  );
  expect(files.map(({ content }) => content).join('\n')).not.toMatch(
    /\bclass \w|eslint-disable|ByteBuffer|Builder/,
  );
});

it('writes and reads the same', () => {
  const text = `
    struct Point { x : int; y : int; }
    table Leaf { name : string; }
    union Any { Leaf, text : string }
    table Tree { at : Point; any : Any; list : [Any]; leaves : [Leaf]; }
    root_type Tree;
  `;
  const value = {
    at: { x: 1, y: 2 },
    any: { type: 1, value: { name: 'leaf' } },
    list: [{ type: 2, value: 'words' }],
    leaves: [{ name: 'a' }, {}],
  };
  const plain = runTypeScript(generate(text, {}), runtime)('schema');
  const both = runTypeScript(generate(text, { classes: true }), runtime)('schema');
  const bytes = plain['encodeTree'](value);
  expect(Buffer.from(bytes)).toEqual(Buffer.from(both['encodeTree'](value)));
  expect(plain['verifyTree'](bytes)).toBeNull();
  expect(plain['decodeTree'](bytes)).toEqual(both['decodeTree'](bytes));
  expect(Object.keys(plain).filter((name) => /^(Tree|Leaf|Point)$/.test(name))).toEqual([]);
});

it('keeps classes where nothing else would be left', () => {
  const table = 'table T { x : int; } rpc_service S { f(T) : T; }';
  expect(allOf(table, { modern: false })).toContain('export class T ');
  expect(allOf(table, { functions: false })).toContain('export class T ');
  expect(allOf(table, { grpc: true })).toContain('export class T ');
});

it('needs no classes for 64-bit fields', () => {
  const code = runTypeScript(
    generate('table T { x : string (offset64); } root_type T;', {}),
    runtime,
  )('schema');
  const bytes = code['encodeT']({ x: 'far' });
  expect(code['verifyT'](bytes)).toBeNull();
  expect(code['decodeT'](bytes)).toEqual({ x: 'far' });
  expect(code['T']).toBeUndefined();
});

function allOf(text: string, options: TypeScriptOptions): string {
  return generate(text, options)
    .map(({ content }) => content)
    .join('\n');
}
