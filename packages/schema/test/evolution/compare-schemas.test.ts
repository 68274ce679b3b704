// The comparison of models made by hand: what has no place in a text, and what is too large for one. What each finding
// looks like, and that readers are hurt as it says, is tested with texts and data in conformance/test/evolution.
import { describe, expect, it } from 'vitest';
import { compareSchemas, conform, type Schema, type TableDef } from '../../src/index.js';
import { enumeration, field, schema, setFields, table, union, unionFields } from '../model-kit.js';

const INT = { kind: 'scalar', scalar: 'int' } as const;

describe('schemas without places', () => {
  const base = schema({ objects: [setFields(table('T'), [field(0, 'a', INT)])] });
  const next = schema({ objects: [setFields(table('T'), [field(0, 'b', INT), field(1, 'a', INT)])] });

  it('give findings without places', () => {
    const findings = compareSchemas(base, next);
    expect(findings).toMatchObject([
      { code: 'EVO-FIELD-MOVED', subject: 'T.a', span: null, related: [], breaks: ['old data', 'new data'] },
    ]);
    expect(conform(base, next)).toMatchObject({ code: 'EVO-FIELD-MOVED', span: null, related: [] });
  });

  it('have defaults that are compared by value', () => {
    expect(conform(withDefault('1.5', 1.5), withDefault('1.50', 1.5))).toBeNull();
    expect(conform(withDefault('nan', Number.NaN), withDefault('nan', Number.NaN))).toBeNull();
    expect(conform(withDefault('1.5', 1.5), withDefault('2.5', 2.5))?.code).toBe('EVO-DEFAULT');
    expect(conform(withDefault('0', 0), withDefault('null', null))?.code).toBe('EVO-DEFAULT');
  });
});

describe('types of other names', () => {
  it('read alike however long the way and though they go in circles', () => {
    const [base, next] = [users(chain('A', 'int')), users(chain('B', 'int'))];
    expect(codes(base, next)).toEqual(['W-EVO-FIELD-TYPE']);
  });

  it('do not if there is a difference at the end of the way', () => {
    const [base, next] = [users(chain('A', 'int')), users(chain('B', 'float'))];
    expect(codes(base, next)).toEqual(['EVO-FIELD-TYPE']);
  });

  it('are compared as enums and unions, too', () => {
    const base = painted('Color', 'Any', { Red: 0n, Green: 1n });
    const more = painted('Hue', 'Some', { Red: 0n, Green: 1n, Blue: 2n });
    expect(codes(base, more)).toEqual(['W-EVO-FIELD-TYPE']);
    expect(codes(base, painted('Hue', 'Any', { Green: 0n, Red: 1n }))).toEqual(['EVO-FIELD-TYPE']);
  });
});

describe('values with more than one name', () => {
  it('are known as long as one of the names stays', () => {
    expect(codes(withValues({ A: 1n, B: 1n }), withValues({ A: 1n }))).toEqual(['W-EVO-VALUE-RENAMED']);
    expect(codes(withValues({ A: 1n }), withValues({ A: 1n, B: 1n }))).toEqual([]);
    const swapped = codes(withValues({ A: 1n, B: 2n }), withValues({ B: 1n }));
    expect(swapped).toEqual(['EVO-VALUE-NUMBER', 'EVO-VALUE-REMOVED']);
  });
});

/** The codes found, each once, without those of types that are gone. */
function codes(base: Schema, next: Schema): string[] {
  const found = compareSchemas(base, next, { ignore: ['W-EVO-TYPE-REMOVED'] });
  return [...new Set(found.map(({ code }) => code))];
}

function withDefault(defaultText: string, value: number | null): Schema {
  const fields = [field(0, 'a', INT, { default: value, defaultText })];
  return schema({ objects: [setFields(table('T'), fields)] });
}

function withValues(values: Readonly<Record<string, bigint>>): Schema {
  return schema({ enums: [enumeration('E', 'byte', values)] });
}

/** 5000 tables, each the type of a field of the one before, the last of its own; only the last may hold a float. */
function chain(prefix: string, last: 'int' | 'float'): TableDef[] {
  const links = Array.from({ length: 5000 }, (_, i) => table(`${prefix}${i}`));
  for (const [i, link] of links.entries()) {
    const next = links[i + 1];
    setFields(link, [
      field(0, 'value', { kind: 'scalar', scalar: next === undefined ? last : 'int' }),
      field(1, 'next', { kind: 'table', table: next ?? link }),
    ]);
  }
  return links;
}

/** A schema with a table that uses each of `links`. */
function users(links: readonly TableDef[]): Schema {
  const fields = links.map((link, i) => field(i, `f${i}`, { kind: 'table', table: link }));
  return schema({ objects: [...links, setFields(table('User'), fields)] });
}

/** A schema with an enum and a union of these names, both in use. */
function painted(enumName: string, unionName: string, numbers: Readonly<Record<string, bigint>>): Schema {
  const leaf = table('Leaf');
  const any = union(unionName, [['Leaf', 1n, { kind: 'table', table: leaf }]]);
  const color = enumeration(enumName, 'byte', numbers);
  const user = setFields(table('T'), [
    ...unionFields(0, 'any', any),
    field(2, 'color', { kind: 'enum', enum: color }),
  ]);
  return schema({ objects: [leaf, user], enums: [color, any] });
}
