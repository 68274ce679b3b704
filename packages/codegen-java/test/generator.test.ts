import { parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { javaGenerator, type JavaOptions } from '../src/index.js';

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { path: 'test.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function codesOf(text: string, options: JavaOptions = {}): readonly string[] {
  return javaGenerator.generate(schemaOf(text), options).diagnostics.map(({ code }) => code);
}

function fileOf(text: string, path: string, options: JavaOptions = {}): string {
  const { files } = javaGenerator.generate(schemaOf(text), options);
  return files.find((file) => file.path === path)?.content ?? files.map((file) => file.path).join();
}

describe('what is refused', () => {
  it.each([
    ['LANG-DEFAULT', 'table T { s : string = "x"; }'],
    ['LANG-64', 'table T { v : [ubyte] (vector64); }'],
    ['LANG-UNIONBASE', 'table A {} union U : int { A } table T { u : U; }'],
  ])('%s', (code, text) => {
    expect(codesOf(text)).toEqual([code]);
    expect(javaGenerator.generate(schemaOf(text), {}).files).toEqual([]);
  });

  it.each<[string, JavaOptions]>([
    ['GEN-NAME', { objectPrefix: '1 ' }],
    ['GEN-NAME', { objectSuffix: '"' }],
    ['JAVA-PACKAGE', { packagePrefix: 'a..b' }],
    ['JAVA-PACKAGE', { packagePrefix: 'int' }],
    ['JAVA-VERSION', { runtimeVersion: '25.2; evil()' }],
  ])('%s for %j', (code, options) => {
    expect(codesOf('table T {}', options)).toEqual([code]);
  });

  it('structs nested without end', () => {
    const chain = Array.from({ length: 150 }, (_, i) => `struct S${i + 1} { s : S${i}; }`);
    expect(codesOf(`struct S0 { x : int; } ${chain.join(' ')}`)).toContain('GEN-DEEP');
  });
});

describe('names', () => {
  it('are made different where Java has no such name', () => {
    const text =
      'namespace a.new; table default { class : int; wait : int; getClass : int; hash_code : int; }';
    const file = fileOf(text, 'a/new_/default_.java', { objectApi: true });
    expect(file).toContain('package a.new_;');
    expect(file).toContain('public final class default_ extends Table');
    expect(file).toContain('public int class_()');
    expect(file).toContain('public int wait_()');
    expect(file).toContain('public int getClass_()');
    expect(file).toContain('public int hashCode()');
  });

  it('of the runtime and of the language are written in full where a type hides them', () => {
    const text = 'namespace a; table Table { s : string; } table String { t : Table; } table Vector {}';
    const file = fileOf(text, 'a/Table.java');
    expect(file).toContain('public final class Table extends com.google.flatbuffers.Table');
    expect(file).toContain('public java.lang.String s()');
    expect(fileOf(text, 'a/Vector_.java')).toContain(
      'public final class Vector_ extends com.google.flatbuffers.Table',
    );
  });

  it('outside of all packages cannot be used in one, which is said', () => {
    expect(codesOf('struct S { x : int; } namespace a; table T { s : S; }')).toEqual([
      'W-JAVA-DEFAULT-PACKAGE',
    ]);
    const prefixed = { packagePrefix: 'p' };
    expect(codesOf('struct S { x : int; } namespace a; table T { s : S; }', prefixed)).toEqual([]);
  });
});

describe('methods', () => {
  it('that no class file could hold are left out', () => {
    const members = Array.from({ length: 255 }, (_, i) => `m${i} : int;`).join(' ');
    expect(fileOf(`struct S { ${members} }`, 'S.java')).not.toContain('createS(');
    expect(
      fileOf(`struct S { m : long; ${members.slice(0, members.indexOf('m253'))} }`, 'S.java'),
    ).not.toContain('createS(');
    expect(fileOf(`struct S { ${members.slice(0, members.indexOf('m254'))} }`, 'S.java')).toContain(
      'createS(',
    );
  });

  it('that give objects are pure in structs too, where nothing is null', () => {
    const text = 'struct S { x : int; } struct O { s : S; list : [S:2]; }';
    const file = fileOf(text, 'O.java', { checkerFramework: true, nullable: true });
    expect(file.match(/@Pure\n {2}public S (?:s|list)\(/g)).toHaveLength(4);
    expect(file).not.toContain('Nullable');
  });

  it('tie the code to a version of the runtime only if that is asked for', () => {
    expect(fileOf('table T {}', 'T.java')).toContain('public static void ValidateVersion() {}');
    expect(fileOf('table T {}', 'T.java', { runtimeVersion: '25.2.10' })).toContain(
      'Constants.FLATBUFFERS_25_2_10();',
    );
  });
});

it('comments and identifiers of a schema stay what they are', () => {
  const text =
    '/// \\u002a/ */ evil \\u000a\ntable T { x : int; } root_type T; file_identifier "\\"\\n\\u00e9";';
  const file = fileOf(text, 'T.java');
  expect(file).toContain(' * \\ u002a/ *&#47; evil \\ u000a');
  expect(file).toContain('__has_identifier(bb, "\\"\\012\\303\\251")');
});
