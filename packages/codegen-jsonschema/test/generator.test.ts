import { loadSchema, memoryHost, parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { jsonSchemaGenerator, jsonSchemaMessages } from '../src/index.js';

function schemaOf(text: string | Uint8Array, path = 'test.fbs'): Schema {
  const { schema, diagnostics } = parseSchema(text, { path });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

interface Definition {
  readonly description?: string;
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
}

function generate(text: string | Uint8Array): {
  readonly definitions: Record<string, Definition>;
  readonly $ref: string;
} {
  const { files, diagnostics } = jsonSchemaGenerator.generate(schemaOf(text), {});
  expect(diagnostics).toEqual([]);
  return JSON.parse(files[0]?.content ?? '');
}

const codesOf = (text: string): readonly string[] => {
  const { files, diagnostics } = jsonSchemaGenerator.generate(schemaOf(text), {});
  expect(files).toHaveLength(diagnostics.some(({ severity }) => severity === 'error') ? 0 : 1);
  return diagnostics.map(({ code }) => code);
};

describe('what is refused or warned about', () => {
  const T = 'table T {} root_type T;';
  const cases: Readonly<Record<string, string>> = {
    'JSONSCHEMA-ROOT': 'table T {}',
    'W-JSONSCHEMA-NAME': 'namespace A; table B {} namespace; table A_B {} root_type A_B;',
    'LANG-UNIONVEC': `union U { T } table V { u:[U]; } ${T}`,
    'LANG-UNIONELEM': `union U { s:string } ${T}`,
    'LANG-UNIONBASE': `union U : ubyte { T } ${T}`,
    'LANG-OPTIONAL': `table V { a:int = null; } ${T}`,
    'LANG-DEFAULT': `table V { a:string = "x"; } ${T}`,
    'LANG-64': `table V { a:[ubyte] (vector64); } ${T}`,
  };

  it.each(Object.entries(cases))('%s', (code, text) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it('has a case for each of its messages', () => {
    expect(Object.keys(cases)).toEqual(expect.arrayContaining(Object.keys(jsonSchemaMessages.messages)));
  });
});

describe('documentation', () => {
  it('is one text, white space around its lines left out', () => {
    const { definitions } = generate('///  a "b"\\ \t\n///\n/// ü\ntable T {} root_type T;');
    expect(definitions['T']?.description).toBe('a "b"\\\n\nü');
  });

  it('is left out if it is empty, and stays if it is blank', () => {
    const { definitions } = generate('///\ntable T {\n/// \na:int; } root_type T;');
    expect(definitions['T']).not.toHaveProperty('description');
    expect(definitions['T']?.properties['a']?.description).toBe(' ');
  });

  it('is valid JSON whatever its bytes are', () => {
    const bytes = [...'/// x_y_z\ntable T {} root_type T;'].map((c) => c.charCodeAt(0));
    bytes[5] = 1;
    bytes[7] = 0xff;
    const { definitions } = generate(Uint8Array.from(bytes));
    expect(definitions['T']?.description).toBe('x\u0001y\ufffdz');
  });
});

it('names the file after the schema, and describes what it includes too', () => {
  const host = memoryHost({
    'dir/zoo.v1.fbs': 'include "part.fbs"; table Zoo { p:Lib.Part; } root_type Zoo;',
    'dir/part.fbs': 'namespace Lib; table Part {}',
  });
  const { schema } = loadSchema('dir/zoo.v1.fbs', host);
  if (schema === null) throw new Error('no schema');
  const { files } = jsonSchemaGenerator.generate(schema, {});
  expect(files.map(({ path }) => path)).toEqual(['zoo.v1.schema.json']);
  expect(Object.keys(JSON.parse(files[0]?.content ?? '').definitions)).toEqual(['Lib_Part', 'Zoo']);
});
