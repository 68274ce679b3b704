import { loadSchema, memoryHost, parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { cppGenerator, type CppOptions } from '../src/index.js';

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { path: 'dir/test.v1.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(text: string, options: CppOptions = {}): ReadonlyMap<string, string> {
  const { files, diagnostics } = cppGenerator.generate(schemaOf(text), options);
  expect(diagnostics).toEqual([]);
  return new Map(files.map(({ path, content }) => [path, content]));
}

function header(text: string, options: CppOptions = {}): string {
  return generate(text, options).get('test.v1_generated.h') ?? '';
}

const codesOf = (text: string, options: CppOptions = {}): readonly string[] => {
  const { files, diagnostics } = cppGenerator.generate(schemaOf(text), options);
  expect(files).toEqual([]);
  return diagnostics.map(({ code }) => code);
};

describe('files', () => {
  const T = 'table T { a : int; } root_type T;';
  it.each<[CppOptions, string[]]>([
    [{}, ['test.v1_generated.h', 'test.v1_generated.cpp']],
    [{ source: 'none' }, ['test.v1_generated.h']],
    [{ filenameSuffix: '.fb', filenameExtension: 'hpp' }, ['test.v1.fb.hpp', 'test.v1.fb.cpp']],
    [
      { binarySchema: Uint8Array.of(1, 2), source: 'none' },
      ['test.v1_generated.h', 'test.v1_bfbs_generated.h'],
    ],
  ])('with %j', (options, paths) => {
    expect([...generate(T, options).keys()]).toEqual(paths);
  });

  it('of one name are refused', () => {
    expect(codesOf(T, { filenameExtension: 'cpp' })).toEqual(['GEN-OUTPUT']);
  });

  it('include the headers of included schemas, the way that was asked for', () => {
    const host = memoryHost({
      'main.fbs': 'native_include "own.h"; include "lib/part.fbs"; table T { p : L.Part; }',
      'lib/part.fbs': 'namespace L; table Part { x : int; }',
    });
    const { schema } = loadSchema('main.fbs', host);
    if (schema === null) throw new Error('the schemas are right');
    const includes = (options: CppOptions): readonly string[] => {
      const [file] = cppGenerator.generate(schema, options).files;
      return [...(file?.content ?? '').matchAll(/#include (.*)/g)].map(([, name = '']) => name).slice(1);
    };
    expect(includes({})).toEqual(['"part_generated.h"']);
    expect(includes({ keepPrefix: true })).toEqual(['"lib/part_generated.h"']);
    expect(includes({ includePrefix: 'gen/', filenameSuffix: '' })).toEqual(['"gen/part.h"']);
    expect(includes({ noIncludes: true, includes: ['a.h', '<b>'] })).toEqual(['"a.h"', '<b>']);
    expect(includes({ objectApi: true, generateAll: true })).toEqual(['"own.h"']);
  });
});

describe('what is refused', () => {
  it.each<[string, CppOptions, string]>([
    ['table T { a : int; }', { includes: ['a"b'] }, 'GEN-NAME'],
    ['table T { a : int; }', { objectSuffix: 'T;' }, 'GEN-NAME'],
    ['table T { a : int; }', { pointerType: 'a;b' }, 'GEN-NAME'],
    ['enum E : byte { A } struct S { a : [E:2]; }', { standard: 'c++0x' }, 'LANG-ARRAY'],
  ])('%s with %j', (text, options, code) => {
    expect(codesOf(text, options)).toEqual([code]);
  });

  it('keys of too many members, and of too many levels', () => {
    const wide = Array.from({ length: 14 }, (_, i) => `struct S${i + 1} { a : S${i}; b : S${i}; }`).join(
      '\n',
    );
    expect(codesOf(`struct S0 { a : int; } ${wide} struct K { key : S14 (key); }`)).toEqual(['GEN-WIDE']);
    const deep = Array.from({ length: 101 }, (_, i) => `struct S${i + 1} { a : [S${i}:1]; }`).join('\n');
    expect(codesOf(`struct S0 { a : int; } ${deep} struct K { key : S101 (key); }`)).toContain('GEN-DEEP');
  });
});

describe('where the reference compiler is wrong', () => {
  it('tags of unions are verified with their own alignment', () => {
    expect(header('table A { x : int; } union U : ushort { A } table T { u : U; }')).toContain(
      'VerifyField<uint16_t>(verifier, VT_U_TYPE, 2)',
    );
  });

  it('64-bit fields are packed first', () => {
    const text = header('table T { a : string; b : [ubyte] (vector64); }', { objectApi: true });
    const body = text.slice(text.indexOf('T::Pack('));
    expect(body.indexOf('CreateVector64')).toBeGreaterThan(-1);
    expect(body.indexOf('CreateVector64')).toBeLessThan(body.indexOf('CreateString'));
  });

  it('unions are emptied before they are unpacked, and packed with the rehasher', () => {
    const text = header('table A { x : int; } union U { A } table T { u : U; }', { objectApi: true });
    expect(text).toContain('_o->u.Reset();');
    expect(text).toContain('_o->u.Pack(_fbb, _rehasher)');
  });
});

it('takes an option that is undefined as one that is not given', () => {
  const schema = schemaOf('table T { a : int; }');
  const nothing = { objectSuffix: undefined, source: undefined, pointerType: undefined } as object;
  expect(cppGenerator.generate(schema, nothing)).toEqual(cppGenerator.generate(schema, {}));
});
