import { parseSchema } from '@fb/idl';
import { inspectFlatBuffer } from '@fb/inspect';
import { parseJson } from '@fb/json';
import { describe, expect, it } from 'vitest';
import { fieldRange } from '../../src/json/field-range.js';
import { pathAt } from '../../src/json/json-context.js';
import { monster } from '../../src/samples/monster.js';

const text = '{ "a": { "b": [10, { c: "x" }] }, /* "a" */ "d": [[1], [2]] }';

function found(path: string): string | null {
  const range = fieldRange(text, path);
  return range === null ? null : text.slice(range.from, range.to);
}

describe('the range of a field', () => {
  it('is from its key to the end of its value; an element has no key', () => {
    expect(found('a')).toBe('"a": { "b": [10, { c: "x" }] }');
    expect(found('a.b')).toBe('"b": [10, { c: "x" }]');
    expect(found('a.b[0]')).toBe('10');
    expect(found('a.b[1].c')).toBe('c: "x"');
    expect(found('d[1]')).toBe('[2]');
    expect(found('d[1][0]')).toBe('2');
  });

  it('is that of the nearest field above one that is not in the text', () => {
    expect(found('a.b[1].c.size')).toBe('c: "x"');
    expect(found('a.b[7]')).toBe('"b": [10, { c: "x" }]');
    expect(found('a.bc')).toBe(found('a'));
    expect(found('nothing')).toBeNull();
  });

  it('leads back to the path, for every field of a buffer', () => {
    const schema = parseSchema(monster.state.files[0]?.text ?? '').schema;
    if (schema === null) throw new Error('no schema');
    const { json } = monster.state;
    const { bytes } = parseJson(schema, json);
    if (bytes === null) throw new Error('no bytes');
    const regions = inspectFlatBuffer(schema, bytes).sections.flatMap((section) => section.regions);
    const paths = new Set(
      regions.filter(({ role }) => role === 'value' || role === 'text').map((region) => region.path),
    );
    expect(paths.size).toBeGreaterThan(20);
    for (const path of paths) {
      const range = fieldRange(json, path);
      expect(range?.path).toBe(path);
      expect(pathAt(json, (range?.to ?? 0) - 1)).toBe(path);
    }
  });
});
