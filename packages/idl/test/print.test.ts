// A folder is a case: print/<name>/input.fbs is loaded, expected.fbs is the text of its model.
// To record the expectations anew after a change of what is printed:
//   RECORD=1 npx vitest run --project idl test/print.test.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { parseSchema, printSchema } from '../src/index.js';

const folder = new URL('print/', import.meta.url);

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (schema === null) throw new Error('not accepted');
  return schema;
}

describe('cases', () => {
  it.each(readdirSync(folder))('%s', (name) => {
    const text = printSchema(schemaOf(readFileSync(new URL(`${name}/input.fbs`, folder), 'utf8')));
    const file = new URL(`${name}/expected.fbs`, folder);
    if (process.env['RECORD'] === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(
      parseSchema(text, { strict: true }).diagnostics.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(printSchema(schemaOf(text))).toBe(text);
  });
});

describe('what a model read from bytes may hold', () => {
  const schema = schemaOf(
    '/// Doc.\ntable T { /// x\n a:float = 2.5; b:float = 1e300; c:double = 7; }'.replace('{ ///', '{\n///'),
  );

  it('floats without the text they were written as', () => {
    const objects = schema.objects.map((def) =>
      def.kind === 'table'
        ? { ...def, fields: def.fields.map((field) => ({ ...field, defaultText: null })) }
        : def,
    );
    expect(printSchema({ ...schema, objects }, { comments: false })).toBe(
      'table T {\n  a:float = 2.5;\n  b:float = 1e+300;\n  c:double = 7;\n}\n',
    );
  });

  it('line breaks in documentation', () => {
    const objects = schema.objects.map((def) => ({ ...def, doc: [' one\n} two', 'three\r\nfour'] }));
    expect(printSchema({ ...schema, objects })).toMatch(
      /^\/\/\/ one\n\/\/\/} two\n\/\/\/three\n\/\/\/four\ntable T \{/,
    );
  });
});
