import { describe, expect, it } from 'vitest';
import { type TableDef, tableLayout } from '../src/index.js';
import { enumeration, field, member, setFields, struct, table, union, unionFields } from './model-kit.js';

describe('tableLayout', () => {
  it('describes every kind of field', () => {
    const vec3 = struct('N.Vec3', 12, 4, [
      member('x', { kind: 'scalar', scalar: 'float' }, 0),
      member('y', { kind: 'scalar', scalar: 'float' }, 4),
      member('z', { kind: 'scalar', scalar: 'float' }, 8),
    ]);
    const other = setFields(table('N.Other'), [field(0, 'n', { kind: 'scalar', scalar: 'ulong' })]);
    const color = enumeration('N.Color', 'short', { Red: 0n });
    const any = union('N.Any', [
      ['Other', 1n, { kind: 'table', table: other }],
      ['Vec3', 2n, { kind: 'struct', struct: vec3 }],
      ['Text', 7n, { kind: 'string' }],
    ]);
    const bytes = { kind: 'vector', element: { kind: 'scalar', scalar: 'ubyte' }, wide: false } as const;
    const root = setFields(table('N.Root'), [
      field(0, 'flag', { kind: 'scalar', scalar: 'bool' }),
      field(1, 'color', { kind: 'enum', enum: color }),
      field(2, 'pos', { kind: 'struct', struct: vec3 }, { presence: 'required' }),
      field(3, 'name', { kind: 'string' }),
      ...unionFields(4, 'any', any),
      field(6, 'path', { kind: 'vector', element: { kind: 'struct', struct: vec3 }, wide: false }),
      field(7, 'names', { kind: 'vector', element: { kind: 'string' }, wide: false }),
      field(8, 'far', { ...bytes, wide: true }, { offset64: true }),
      field(9, 'blob', bytes, { nested: other }),
      field(10, 'flex', bytes, { flexbuffer: true }),
    ]);

    const otherLayout = {
      kind: 'table',
      name: 'N.Other',
      fields: [{ name: 'n', slot: 0, type: { kind: 'scalar', size: 8 } }],
    };
    const vec3Layout = { kind: 'struct', name: 'N.Vec3', size: 12, align: 4 };
    const byteVector = { kind: 'vector', element: { kind: 'scalar', size: 1 } };
    expect(tableLayout(root)).toEqual({
      kind: 'table',
      name: 'N.Root',
      fields: [
        { name: 'flag', slot: 0, type: { kind: 'scalar', size: 1 } },
        { name: 'color', slot: 1, type: { kind: 'scalar', size: 2 } },
        { name: 'pos', slot: 2, type: vec3Layout, required: true },
        { name: 'name', slot: 3, type: { kind: 'string' } },
        {
          name: 'any',
          slot: 5,
          type: {
            kind: 'union',
            name: 'N.Any',
            tagSize: 1,
            members: [
              { name: 'Other', tag: 1, type: otherLayout },
              { name: 'Vec3', tag: 2, type: vec3Layout },
              { name: 'Text', tag: 7, type: { kind: 'string' } },
            ],
          },
        },
        { name: 'path', slot: 6, type: { kind: 'vector', element: vec3Layout } },
        { name: 'names', slot: 7, type: { kind: 'vector', element: { kind: 'string' } } },
        { name: 'far', slot: 8, type: { ...byteVector, wide: true }, offset64: true },
        { name: 'blob', slot: 9, type: byteVector, nested: otherLayout },
        { name: 'flex', slot: 10, type: byteVector, flexbuffer: true },
      ],
    });
  });

  it('leaves deprecated fields out', () => {
    const root = setFields(table('R'), [
      field(0, 'old', { kind: 'string' }, { deprecated: true, presence: 'required' }),
      field(1, 'new', { kind: 'string' }),
    ]);
    expect(tableLayout(root).fields.map((each) => each.name)).toEqual(['new']);
  });

  it('gives the same object for the same table, also in circles', () => {
    const root = table('R');
    const any = union('U', [['R', 1n, { kind: 'table', table: root }]]);
    setFields(root, [
      field(0, 'next', { kind: 'table', table: root }),
      field(1, 'all', { kind: 'vector', element: { kind: 'table', table: root }, wide: false }),
      ...unionFields(2, 'any', any),
    ]);
    const layout = tableLayout(root);
    expect(layout.fields[0]?.type).toBe(layout);
    expect(layout.fields[1]?.type).toMatchObject({ kind: 'vector', element: { name: 'R' } });
    const [, all, choice] = layout.fields;
    expect(all?.type.kind === 'vector' ? all.type.element : null).toBe(layout);
    expect(choice?.type.kind === 'union' ? choice.type.members[0]?.type : null).toBe(layout);
  });

  it('holds chains of tables of any length', () => {
    let last: TableDef = table('T0');
    for (let index = 1; index < 20_000; index++) {
      last = setFields(table(`T${index}`), [field(0, 'next', { kind: 'table', table: last })]);
    }
    expect(tableLayout(last).fields).toHaveLength(1);
  });
});
