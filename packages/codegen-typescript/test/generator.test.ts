import { loadSchema, memoryHost, parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { typescriptGenerator, type TypeScriptOptions } from '../src/index.js';

function schemaOf(text: string, path = 'test.fbs'): Schema {
  const { schema, diagnostics } = parseSchema(text, { path });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(text: string, options: TypeScriptOptions = {}): ReadonlyMap<string, string> {
  const { files, diagnostics } = typescriptGenerator.generate(schemaOf(text), options);
  expect(diagnostics).toEqual([]);
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** Structs in each other. */
function chain(length: number): Schema {
  const member = (i: number): string => (i + 1 < length ? `S${i + 1}` : 'byte');
  return schemaOf(Array.from({ length }, (_item, i) => `struct S${i} { a : ${member(i)}; }`).join('\n'));
}

function refused(options: TypeScriptOptions): readonly string[] {
  const { diagnostics } = typescriptGenerator.generate(schemaOf('table T { x : int; }'), options);
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('what is refused', () => {
  it('64-bit offsets in the classic interface, with LANG-64', () => {
    const { files, diagnostics } = typescriptGenerator.generate(
      schemaOf('table T { v : [ubyte] (vector64); }'),
      { modern: false },
    );
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'LANG-64', severity: 'error' }]);
  });

  it('structs with more members than a function can take, with GEN-WIDE', () => {
    const doubled = Array.from({ length: 20 }, (_item, i) => `struct S${i + 1} { a : S${i}; b : S${i}; }`);
    const schema = schemaOf(`struct S0 { x : byte; } ${doubled.join('\n')}`);
    const { files, diagnostics } = typescriptGenerator.generate(schema, {});
    expect(files).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['GEN-WIDE']);
  });

  it('structs nested too deep, with GEN-DEEP, however deep they are', () => {
    expect(typescriptGenerator.generate(chain(100), { objectApi: true }).diagnostics).toEqual([]);
    expect(typescriptGenerator.generate(chain(101), {}).diagnostics).toMatchObject([
      { code: 'GEN-DEEP', severity: 'error', message: expect.stringContaining('S0') },
    ]);
    const { files, diagnostics } = typescriptGenerator.generate(chain(20_000), {});
    expect(files).toEqual([]);
    // The innermost that is too deep; those around it are mended with it.
    expect(diagnostics).toMatchObject([{ code: 'GEN-DEEP', message: expect.stringContaining('S19899') }]);
  });

  it('prefixes and suffixes that are no part of a name, with GEN-NAME', () => {
    expect(refused({ objectApi: true, objectSuffix: ' { } evil(); class X' })).toEqual([
      'GEN-NAME the object suffix " { } evil(); class X" is no name that code could use',
    ]);
    expect(refused({ objectPrefix: '1', objectSuffix: '-' })).toHaveLength(2);
    expect(refused({ objectApi: true, objectPrefix: '$_1', objectSuffix: '1$' })).toEqual([]);
  });

  it('two types in one file, with GEN-OUTPUT', () => {
    const text = 'namespace N; table Foo_Bar { x : int; } table FooBar { x : int; }';
    const { files, diagnostics } = typescriptGenerator.generate(schemaOf(text), {});
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'GEN-OUTPUT', message: expect.stringContaining('n/foo-bar') },
    ]);
  });

  it('an entry point in the place of a type that it does not export, unless there are none', () => {
    const schema = schemaOf(
      'namespace A; table Monster { x : int; } namespace A.Monster; table T { x : int; }',
    );
    expect(typescriptGenerator.generate(schema, {}).diagnostics).toMatchObject([
      { code: 'GEN-OUTPUT', hint: expect.stringContaining('--ts-omit-entrypoint') },
    ]);
    const { files, diagnostics } = typescriptGenerator.generate(schema, { omitEntrypoint: true });
    expect([files.map(({ path }) => path), diagnostics]).toEqual([['a/monster.ts', 'a/monster/t.ts'], []]);
  });
});

describe('entry points', () => {
  const text =
    'namespace A.B.C; table T { x : int; } namespace A; enum E : byte { X } namespace; table R { t : A.B.C.T; }';

  it('export the types of a namespace and its direct children, and exist in between', () => {
    const files = generate(text, { objectApi: true });
    const exportsOf = (path: string): readonly string[] =>
      (files.get(path) ?? '').split('\n').filter((line) => line.startsWith('export'));
    expect(exportsOf('test.ts')).toEqual([
      `export { R, RT, rLayout, verifyR, type RInit, type RValue, encodeR, decodeR } from './r.js';`,
      `export * as A from './a.js';`,
    ]);
    expect(exportsOf('a.ts')).toEqual([`export { E } from './a/e.js';`, `export * as B from './a/b.js';`]);
    expect(exportsOf('a/b.ts')).toEqual([`export * as C from './b/c.js';`]);
    expect(exportsOf('a/b/c.ts')).toEqual([
      `export { T, TT, tLayout, verifyT, type TInit, type TValue, encodeT, decodeT } from './c/t.js';`,
    ]);
  });

  it('share the file of a type that is called like the schema', () => {
    const schema = schemaOf('table Monster { kind : Kind; } enum Kind : byte { A }', 'monster.fbs');
    const { files, diagnostics } = typescriptGenerator.generate(schema, {});
    expect([files.map(({ path }) => path), diagnostics]).toEqual([['kind.ts', 'monster.ts'], []]);
    const content = files.find(({ path }) => path === 'monster.ts')?.content ?? '';
    expect(content).toContain('export class Monster ');
    expect(content.endsWith("\n}\n\nexport { Kind } from './kind.js';\n")).toBe(true);
  });

  it('share a file when the schema is called like a namespace', () => {
    const schema = schemaOf('namespace Test; table T { x : int; } namespace; table R { x : int; }');
    const { files } = typescriptGenerator.generate(schema, { modern: false });
    expect(
      files
        .find(({ path }) => path === 'test.ts')
        ?.content.split('\n')
        .slice(2),
    ).toEqual([
      `export { R } from './r.js';`,
      `export * as Test from './test.js';`,
      `export { T } from './test/t.js';`,
      '',
    ]);
  });

  it('rename a namespace that is called like an export beside it', () => {
    const clash = 'namespace A; table B { x : int; } namespace A.BT; table C { x : int; }';
    expect(generate(clash, { modern: false, objectApi: true }).get('a.ts')?.split('\n').slice(2)).toEqual([
      `export { B, BT } from './a/b.js';`,
      `export * as BT_ from './a/bt.js';`,
      '',
    ]);
  });

  it('that share a file but not the meaning of a name are refused', () => {
    const schema = schemaOf('namespace Test; table T { x : int; } namespace; table T { x : int; }');
    expect(typescriptGenerator.generate(schema, {}).diagnostics).toMatchObject([{ code: 'GEN-OUTPUT' }]);
  });

  it('are left out if so wished', () => {
    expect([...generate(text, { omitEntrypoint: true }).keys()]).toEqual(['a/e.ts', 'a/b/c/t.ts', 'r.ts']);
  });

  it.each([
    ['js', '.js'],
    ['ts', '.ts'],
    ['none', ''],
  ] as const)('and all imports end as the option %s says', (importExtension, end) => {
    const lines = [...generate(text, { importExtension }).values()].flatMap((content) => content.split('\n'));
    const paths = lines.flatMap((line) => /from '(\.[^']*)'/.exec(line)?.[1] ?? []);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(path.replace(/^[./]*[a-z/]*/, '')).toBe(end);
  });
});

describe('imports', () => {
  it('take the shortest way and have the known form', () => {
    const files = generate(`
      namespace One; table Info { x : int; }
      namespace Two; table Near { x : int; } table User { info : One.Info; near : Near; }
    `);
    const imports = (files.get('two/user.ts') ?? '').split('\n').filter((line) => line.startsWith('import'));
    expect(imports).toEqual([
      `import * as flatbuffers from '@fb/flatbuffers';`,
      `import { Info, infoLayout, type InfoInit, type InfoValue, writeInfo, readInfo } from '../one/info.js';`,
      `import { Near, nearLayout, type NearInit, type NearValue, writeNear, readNear } from './near.js';`,
    ]);
  });

  it('come from the runtime that was asked for', () => {
    const files = generate('table T { x : int; }', { runtimeModule: 'flatbuffers', modern: false });
    expect(files.get('t.ts')).toContain(`import * as flatbuffers from 'flatbuffers';`);
    expect(files.get('t.ts')).not.toMatch(/Layout|verify/);
  });
});

describe('included files', () => {
  const host = memoryHost({
    'main.fbs': 'include "shared.fbs"; namespace M; table T { s : S.Shared; }',
    'shared.fbs': 'namespace S; table Shared { x : int; }',
  });
  const { schema } = loadSchema('main.fbs', host);
  if (schema === null) throw new Error('the schemas are right');
  const paths = (options: TypeScriptOptions): readonly string[] =>
    typescriptGenerator.generate(schema, options).files.map(({ path }) => path);

  it('are left to a run of their own', () => {
    expect(paths({})).toEqual(['m/t.ts', 'main.ts', 's.ts', 'm.ts']);
  });

  it('are generated too with generateAll', () => {
    expect(paths({ generateAll: true })).toContain('s/shared.ts');
  });
});

it('takes an option that is undefined as one that is not given', () => {
  const schema = schemaOf('table T { x : int; }');
  // JavaScript, and TypeScript without exactOptionalPropertyTypes, can say so.
  const nothing = { runtimeModule: undefined, objectSuffix: undefined, modern: undefined } as object;
  expect(typescriptGenerator.generate(schema, nothing)).toEqual(typescriptGenerator.generate(schema, {}));
});

describe('force_align', () => {
  it('aligns vectors', () => {
    const text = generate('table T { v : [float] (force_align: 64); }').get('t.ts');
    expect(text).toContain('builder.forceVectorAlignment(4, data.length, 64);');
    expect(text).toContain('builder.forceVectorAlignment(4, numElems, 64);');
  });

  it.each(['"3"', '"64); evil("', '"0"', '"131072"', '"NaN"'])('%s is refused, with GEN-ALIGN', (value) => {
    const { schema } = parseSchema(`table T { v : [float] (force_align: ${value}); }`, { path: 'test.fbs' });
    if (schema === null) return;
    expect(typescriptGenerator.generate(schema, {}).diagnostics).toMatchObject([{ code: 'GEN-ALIGN' }]);
    expect(typescriptGenerator.generate(schema, { modern: false }).diagnostics).toEqual([]);
  });
});
