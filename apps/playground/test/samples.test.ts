import { loadSchema, memoryHost } from '@fb/idl';
import { parseJson, printJson } from '@fb/json';
import { inspectFlatBuffer } from '@fb/inspect';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../src/samples/samples.js';

describe.each(SAMPLES)('the sample $name', ({ state }) => {
  const files = Object.fromEntries(state.files.map(({ path, text }) => [path, text]));
  const { schema, diagnostics } = loadSchema(state.entry, memoryHost(files));

  it('compiles without a word', () => {
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
  });

  it('has JSON that makes bytes, and those have JSON again', () => {
    if (schema === null) throw new Error('no schema');
    const result = parseJson(schema, state.json);
    expect(result.diagnostics.map(({ message }) => message)).toEqual([]);
    if (result.bytes === null) throw new Error('no bytes');
    expect(inspectFlatBuffer(schema, result.bytes)).toMatchObject({ verdict: null, complete: true });
    const text = printJson(schema, result.bytes, { precise: true });
    const again = parseJson(schema, text).bytes;
    if (again === null) throw new Error('no bytes again');
    expect(printJson(schema, again, { precise: true })).toBe(text);
  });

  it('has an older schema that compiles', () => {
    const base = loadSchema('before.fbs', memoryHost({ ...files, 'before.fbs': state.base }));
    expect(base.diagnostics.map(({ message }) => message)).toEqual([]);
  });
});
