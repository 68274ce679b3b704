// Schemas that mean harm, or just have unlucky names: the generated code compiles, works, and runs nothing of theirs.
import { dasherCase } from '@fb/codegen';
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { runTypeScript, typeErrors, type Exports, type GeneratedText } from '../src/typescript.js';

const EVERYTHING: TypeScriptOptions = { objectApi: true, mutable: true, nameStrings: true };

// The compiler takes its time.
vi.setConfig({ testTimeout: 240_000 });

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { path: 'hostile.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(schema: Schema, options: TypeScriptOptions = EVERYTHING): readonly GeneratedText[] {
  const { files, diagnostics } = typescriptGenerator.generate(schema, options);
  expect(diagnostics).toEqual([]);
  return files;
}

/** Words of the language, of its type language, of the standard library, and of generated code itself. */
const WORDS = `
  abstract accessor any arguments as asserts async await bigint boolean break case catch class const constructor continue
  debugger declare default delete do else eval export extends false finally for from function get global globalThis if
  implements import in infer instanceof interface is keyof let module namespace never new number object of out override
  package private protected public readonly return satisfies set static super switch symbol this throw true try
  type typeof undefined unique unknown using var void while with yield string
  Array BigInt BigInt64Array BigUint64Array Boolean Float32Array Int8Array Int32Array Infinity NaN Number Object Promise
  String Symbol Uint8Array Uint16Array Function Error Math JSON
  hasOwnProperty isPrototypeOf prototype toString valueOf then toJSON name length caller
  accessor bb bb_pos bbPos buffer builder bytes create data deserialize flatbuffers i index item Item numElems obj offset
  optionalEncoding options pack position serialize sizeOf target unpack unpackTo unpack_to value verify layout
`
  .trim()
  .split(/\s+/)
  .filter((word, i, all) => all.indexOf(word) === i && !['true', 'false'].includes(word));

/** Words that casing makes equal would be files of one name: they get namespaces of their own. */
const SPACES = [WORDS.filter((word) => !isTwin(word)), WORDS.filter(isTwin)];

function isTwin(word: string): boolean {
  return WORDS.findIndex((other) => dasherCase(other) === dasherCase(word)) !== WORDS.indexOf(word);
}

/** Each word as the name of a type of one kind, and of fields of every kind. */
function unlucky(words: readonly string[], space: number): string {
  const each = (line: (word: string) => string, names = words): string => names.map(line).join('\n');
  const [enums, structs, tables, unions] = kinds(words);
  /** A field for each word, with types of one kind in turn. */
  const fields = (types: readonly string[], line: (word: string, type: string) => string): string =>
    words.map((word, i) => line(word, types[i % types.length] ?? '')).join('\n');
  return `
    namespace N${space}.Enums;
    ${each((word) => `enum ${word} : byte { ${word}, ${word}_, other }`, enums)}
    namespace N${space}.Structs;
    ${each((word) => `struct ${word} { x : int; list : [short : 2]; }`, structs)}
    namespace N${space}.Tables;
    ${tables
      .map(
        (word, i) => `table ${word} {
          x : int = 5; floats : [float]; a_struct : N${space}.Structs.${structs[i % structs.length] ?? ''};
          own : ${word}; bools : [bool]; big : long; infinite : float = inf; no_number : double = nan;
        }`,
      )
      .join('\n')}
    namespace N${space}.Unions;
    ${unions
      .map(
        (word, i) => `union ${word} { N${space}.Tables.${tables[i % tables.length] ?? ''}, text : string }`,
      )
      .join('\n')}
    namespace N${space}.Fields;
    struct Inner { ${each((word) => `${word} : int;`)} many : [short : 2]; }
    table Value { ${each((word) => `${word} : int = 5;`)} inner : Inner; }
    table List { ${fields(structs, (word, type) => `${word} : [N${space}.Structs.${type}];`)} }
    table Union { ${fields(unions, (word, type) => `${word} : N${space}.Unions.${type};`)} }
    table Unions { ${fields(unions, (word, type) => `${word} : [N${space}.Unions.${type}];`)} }
    table Enum { ${fields(enums, (word, type) => `${word} : N${space}.Enums.${type};`)} }
    table Table { ${fields(tables, (word, type) => `${word} : N${space}.Tables.${type};`)} }
    table Text { ${each((word) => `${word} : string (required);`)} }
  `;
}

function kinds(words: readonly string[]): readonly [string[], string[], string[], string[]] {
  const [a, b, c, d] = [0, 1, 2, 3].map((kind) => words.filter((_word, i) => i % 4 === kind));
  return [a ?? [], b ?? [], c ?? [], d ?? []];
}

describe('unlucky names', () => {
  const services = 'namespace Z; table M { x : int; } rpc_service S { f(M) : M; }';
  const schema = schemaOf(SPACES.map(unlucky).join('\n') + services);
  const files = generate(schema);

  it('compile', () => {
    expect(typeErrors(files)).toEqual([]);
  });

  it.each<[string, TypeScriptOptions]>([
    [
      'in one file, with the names of the schema',
      { oneFile: true, preserveCase: true, undefinedForOptionals: true },
    ],
    ['as erasable syntax', { enums: 'const', modern: false }],
  ])('compile %s', (_name, options) => {
    const erasableSyntaxOnly = options.enums === 'const';
    expect(typeErrors(generate(schema, { ...EVERYTHING, ...options }), { erasableSyntaxOnly })).toEqual([]);
  });

  it.each(SPACES.map((words, space) => [space, words] as const))('work in namespace %i', (space, words) => {
    const load = runTypeScript(files, runtime);
    const fields = load(`n${space}/fields`);
    const structs = plainClasses(load(`n${space}/structs`)).map((Struct) => new Struct(3, [4, 5]));
    const tables = plainClasses(load(`n${space}/tables`)).map(
      (Table) => new Table(1, [2], structs[0], null, [true], 7n),
    );
    const unionOf = (i: number): Exports[string] => tables[(i % kinds(words)[3].length) % tables.length];
    const values = [
      new fields['ValueT'](
        ...words.map((_word, i) => i),
        new fields['InnerT'](...words.map((_word, i) => i), [7, 8]),
      ),
      new fields['ListT'](...words.map((_word, i) => [structs[i % structs.length]])),
      new fields['UnionT'](...words.flatMap((_word, i) => (i % 2 === 0 ? [1, unionOf(i)] : [2, 'text']))),
      new fields['UnionsT'](
        ...words.flatMap((_word, i) => [
          [2, 1],
          ['text', unionOf(i)],
        ]),
      ),
      new fields['EnumT'](...words.map((_word, i) => i % 3)),
      new fields['TableT'](...words.map((_word, i) => tables[i % tables.length])),
      new fields['TextT'](...words),
    ];
    for (const value of values) {
      const name = value.constructor.name.slice(0, -1);
      const builder = new runtime.Builder();
      builder.finish(value.pack(builder));
      const bytes = builder.asUint8Array();
      expect([name, fields[`verify${name}`](bytes)]).toEqual([name, null]);
      expect(fields[name][`getRootAs${name}`](new runtime.ByteBuffer(bytes)).unpack()).toEqual(value);
    }
  });
});

/** The classes of the object API in a namespace, in the order of the types' names. */
function plainClasses(exports: Exports): readonly Exports[string][] {
  return Object.values(exports).filter(
    (value) => typeof value === 'function' && 'pack' in (value.prototype ?? {}),
  );
}

describe('names that casing makes equal', () => {
  const text = `
    struct In { b : int; }
    struct Ns_Foo { a : In; a_b : int; A : int; }
    table FooVector { start : int; }
    table Foo { foo_bar : int; fooBar : int; foo : [int]; foo_offset : int; unpack : int; }
    table Dup { other : [Ns.Foo]; mine : Ns_Foo; }
    namespace Ns;
    table Foo { up : Dup; }
    table Dup { up : Foo; t : FooT; }
    table FooT { x : int; }
  `;
  it('compile and work', () => {
    const files = generate(schemaOf(text));
    expect(typeErrors(files)).toEqual([]);
    const { Foo, FooT } = runTypeScript(files, runtime)('foo');
    const value = new FooT(1, 2, [3], 4, 5);
    const builder = new runtime.Builder();
    builder.finish(value.pack(builder));
    expect(Foo.getRootAsFoo(builder.dataBuffer()).unpack()).toEqual(value);
  });
});

describe('texts of a schema', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          "'",
          '"',
          '\\',
          '`',
          '*/',
          '/*',
          '//',
          '${',
          '\u2028',
          '\u202e',
          '</script>',
          'globalThis.hit = 1',
          '\t',
          ';',
          '\n',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );

  it('stay text: documentation, defaults, identifiers of fields', () => {
    fc.assert(
      fc.property(hostile, hostile, (doc, value) => {
        const comment = doc.replace(/[\r\n]/g, ' ');
        const schema = schemaOf(`
          /// ${comment}
          table T {
            /// ${comment}
            text : string = ${JSON.stringify(value)};
          }
          /// ${comment}
          enum E : byte {
            /// ${comment}
            A
          }
          root_type T;
        `);
        const { T, TT } = runTypeScript(generate(schema), runtime)('t');
        const builder = new runtime.Builder();
        T.startT(builder);
        builder.finish(T.endT(builder));
        expect(T.getRootAsT(builder.dataBuffer()).text()).toBe(value);
        expect(new TT().text).toBe(value);
        expect('hit' in globalThis).toBe(false);
      }),
    );
  });

  it('stay text: file identifier and name of the file', () => {
    const { schema } = parseSchema(`table T { x : int; } root_type T; file_identifier "'\\\\/\\"";`, {
      path: 'a\n*/ globalThis.hit = 1;.fbs',
    });
    if (schema === null) throw new Error('the schema is right');
    const { T } = runTypeScript(generate(schema, { omitEntrypoint: true }), runtime)('t');
    const builder = new runtime.Builder();
    T.finishTBuffer(builder, T.createT(builder, 1));
    expect(T.bufferHasIdentifier(builder.dataBuffer())).toBe(true);
    expect(Buffer.from(builder.asUint8Array().subarray(4, 8)).toString()).toBe(`'\\/"`);
    expect('hit' in globalThis).toBe(false);
  });

  it('stay text: names of files and modules, attributes, what goes around names, documentation of services', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.constantFrom('texts', 'align', 'streaming', 'prefix', 'suffix'),
        fc.boolean(),
        (text, other, what, oneFile) => {
          const only = (which: string, otherwise: string): string => (what === which ? other : otherwise);
          const { schema } = parseSchema(
            `attribute "mine";
           table T { floats : [float] (force_align: ${JSON.stringify(only('align', '8'))}, mine: ${JSON.stringify(text)}); s : S; }
           struct S { x : int; }
           /// ${text.replace(/[\r\n]/g, ' ')}
           rpc_service R { f(T) : T (streaming: ${JSON.stringify(only('streaming', 'bidi'))}); }`,
            { path: `${text}.fbs` },
          );
          if (schema === null) return;
          seen += 1;
          const options = { objectApi: true, grpc: true, oneFile, omitEntrypoint: true, runtimeModule: text };
          const affixed = {
            ...options,
            objectPrefix: only('prefix', 'P'),
            objectSuffix: only('suffix', 'S'),
            modern: false,
          };
          for (const given of [options, affixed]) {
            const { files, diagnostics } = typescriptGenerator.generate(schema, given);
            expect(files.length > 0).toBe(!diagnostics.some(({ severity }) => severity === 'error'));
            for (const { content } of files) {
              const source = ts.createSourceFile('x.ts', content, ts.ScriptTarget.ES2022);
              expect(faults(source)).toEqual([]);
              expect(statements(source)).toEqual([]);
              expect(
                modules(source).filter((name) => !/^(\.\.?\/|@grpc\/grpc-js$)/.test(name) && name !== text),
              ).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

/** Faults of syntax, which the parser keeps to itself. */
function faults(source: ts.SourceFile): readonly ts.DiagnosticMessageChain['messageText'][] {
  const { parseDiagnostics } = source as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  return parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What generated code never has at the top of a file: statements that do something. */
function statements(source: ts.SourceFile): readonly string[] {
  return source.statements.filter((node) => !isDeclaration(node)).map((node) => node.getText(source));
}

function isDeclaration(node: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isVariableStatement(node)
  );
}

/** The modules that a file imports. */
function modules(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((node) =>
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)
      ? [node.moduleSpecifier.text]
      : [],
  );
}
