// What readBfbs refuses, code by code: models that break a promise, written as they are, and bytes that no compiler
// writes. That good ones are read is tested against the reference compiler, in conformance/test/bfbs-reading.test.ts.
import { Builder } from '@fb/flatbuffers';
import { describe, expect, it } from 'vitest';
import { BfbsError, readBfbs, writeBfbs } from '../src/bfbs.js';
import { Field } from '../src/bfbs/generated/reflection/field.js';
import { KeyValue } from '../src/bfbs/generated/reflection/key-value.js';
import { Object_ as ReflectedObject } from '../src/bfbs/generated/reflection/object.js';
import { Schema as ReflectedSchema } from '../src/bfbs/generated/reflection/schema.js';
import { Type } from '../src/bfbs/generated/reflection/type.js';
import { BaseType } from '../src/bfbs/generated/reflection/base-type.js';
import type { Schema, StructDef, TableField } from '../src/index.js';
import {
  enumeration,
  field,
  member,
  schema,
  setFields,
  struct,
  table,
  union,
  unionFields,
} from './model-kit.js';

const INT = { kind: 'scalar', scalar: 'int' } as const;
const STRING = { kind: 'string' } as const;

/** The code that a model is refused with, once it is bytes. */
function codeOf(model: Partial<Schema>): string | undefined {
  return readBfbs(writeBfbs(schema(model), { builtins: true })).error?.code;
}

function ofFields(...fields: readonly TableField[]): Partial<Schema> {
  return { objects: [setFields(table('T'), fields)] };
}

const point = struct('Point', 8, 4, [member('x', INT, 0), member('y', INT, 4)]);
const hue = enumeration('Hue', 'byte', { Red: 0n });
const any = union('Any', [['Text', 1n, STRING]]);

describe('readBfbs', () => {
  it('gives the frozen model', () => {
    const holder = setFields(table('A.Holder'), [
      field(0, 'point', { kind: 'struct', struct: point }),
      ...unionFields(1, 'any', any),
      field(3, 'hues', { kind: 'vector', element: { kind: 'enum', enum: hue }, wide: false }),
    ]);
    const model = schema({
      objects: [point, holder],
      enums: [hue, any],
      root: holder,
      fileIdentifier: 'HOLD',
    });
    const { schema: read, error } = readBfbs(writeBfbs(model), { path: 'holder.fbs' });
    if (read === null) throw error;
    expect(Object.isFrozen(read)).toBe(true);
    expect(read.root?.fields.map(({ name, type, slot }) => [slot, name, type.kind])).toEqual([
      [0, 'point', 'struct'],
      [1, 'any_type', 'enum'],
      [2, 'any', 'union'],
      [3, 'hues', 'vector'],
    ]);
    expect(read.root?.fields[2]?.tag).toBe(read.root?.fields[1]);
    expect(read.objects.map(({ fullName }) => fullName)).toEqual(['Point', 'A.Holder']);
    expect(read.root?.namespace).toEqual(['A']);
    expect([read.fileIdentifier, read.mainFile.path, read.files]).toEqual([
      'HOLD',
      'holder.fbs',
      [{ path: 'holder.fbs', includes: [] }],
    ]);
  });

  it('finds the objects that attributes name as the language does', () => {
    const attributes = [{ name: 'nested_flatbuffer', value: 'Inner', builtin: true }];
    const bytes = { kind: 'vector', element: { kind: 'scalar', scalar: 'ubyte' }, wide: false } as const;
    const nestedIn = (outer: string, ...inner: string[]): string | undefined => {
      const holder = setFields(table(outer), [field(0, 'bytes', bytes, { attributes })]);
      const model = schema({ objects: [...inner.map((name) => table(name)), holder] });
      const read = readBfbs(writeBfbs(model, { builtins: true })).schema;
      const found = read?.objects.find(({ fullName }) => fullName === outer)?.fields[0];
      return found?.kind === 'tableField' ? found.nested?.fullName : undefined;
    };
    expect(nestedIn('A.B.T', 'Inner', 'A.Inner', 'C.Inner')).toBe('A.Inner');
    expect(nestedIn('A.B.T', 'A.B.Inner', 'A.Inner')).toBe('A.B.Inner');
    expect(nestedIn('T', 'C.Inner', 'D.Inner')).toBe('C.Inner');
    expect(nestedIn('T')).toBeUndefined();
  });

  it.each<readonly [string, string, Partial<Schema>]>([
    ['name', 'a name with a blank', { objects: [table('a b')] }],
    ['name', 'a field without a name', ofFields(field(0, '', INT))],
    ['name', 'an empty part of a name', { objects: [table('A..B')] }],
    ['duplicate', 'two objects of one name', { objects: [table('T'), table('T')] }],
    ['duplicate', 'an enum called like a table', { objects: [table('Hue')], enums: [hue] }],
    ['duplicate', 'two fields of one name', ofFields(field(0, 'a', INT), field(1, 'a', INT))],
    [
      'duplicate',
      'two values of one name',
      {
        enums: [
          {
            ...hue,
            values: [...hue.values, ...hue.values],
          },
        ],
      },
    ],
    ['slot', 'a gap between ids', ofFields(field(0, 'a', INT), field(2, 'b', INT))],
    ['slot', 'an id that is there twice', ofFields(field(0, 'a', INT), field(0, 'b', INT))],
    ['slot', 'another vtable entry', ofFields(field(0, 'a', INT, { vtableOffset: 6 }))],
    ['layout', 'another size of a struct', { objects: [{ ...point, size: 12 }] }],
    ['layout', 'a struct of nothing', { objects: [struct('S', 0, 1, [])] }],
    ['layout', 'another offset of a member', { objects: [struct('S', 4, 4, [member('x', INT, 2)])] }],
    ['layout', 'too small an alignment', { objects: [{ ...point, align: 2 }] }],
    ['layout', 'an alignment that is no power of two', { objects: [{ ...point, align: 12, size: 12 }] }],
    ['layout', 'too large an alignment', { objects: [{ ...point, align: 64, size: 64 }] }],
    ['cycle', 'a struct that contains itself', { objects: [selfContaining()] }],
    ['value', 'a value out of range', { enums: [enumeration('E', 'byte', { A: 200n })] }],
    ['value', 'an enum without values', { enums: [enumeration('E', 'byte', {})] }],
    [
      'value',
      'a default out of range',
      ofFields(field(0, 'a', { kind: 'scalar', scalar: 'byte' }, { default: 300 })),
    ],
    ['value', 'a file identifier of five bytes', { fileIdentifier: 'FIVE5' }],
    ['presence', 'a required scalar', ofFields(field(0, 'a', INT, { presence: 'required' }))],
    ['presence', 'two keys', ofFields(field(0, 'a', INT, { key: true }), field(1, 'b', INT, { key: true }))],
    ['presence', 'an optional key', ofFields(field(0, 'a', INT, { key: true, presence: 'optional' }))],
    ['presence', 'a scalar behind a 64-bit offset', ofFields(field(0, 'a', INT, { offset64: true }))],
    [
      'presence',
      'a wide vector behind a 32-bit offset',
      ofFields(field(0, 'a', { kind: 'vector', element: INT, wide: true })),
    ],
    [
      'type',
      'a wide vector of strings',
      ofFields(field(0, 'a', { kind: 'vector', element: STRING, wide: true })),
    ],
    ['type', 'an array in a table', ofFields(field(0, 'a', { kind: 'array', element: INT, length: 2 }))],
    ['type', 'a string in a struct', { objects: [struct('S', 4, 4, [member('s', STRING as never, 0)])] }],
    [
      'type',
      'an array of nothing',
      { objects: [struct('S', 4, 4, [member('s', { kind: 'array', element: INT, length: 0 }, 0)])] },
    ],
    ['type', 'a union of scalars', { enums: [union('U', [['A', 1n, INT as never]])] }],
    [
      'tag',
      'a union without its type',
      { ...ofFields(field(0, 'any', { kind: 'union', union: any })), enums: [any] },
    ],
    [
      'tag',
      'a type without its union',
      { ...ofFields(field(0, 'any_type', { kind: 'enum', enum: any.discriminator })), enums: [any] },
    ],
    ['index', 'a root that is a struct', { objects: [point], root: point as never }],
  ])('refuses with %s: %s', (code, _, model) => {
    expect(codeOf(model)).toBe(code);
  });

  it('says where the fault is', () => {
    const { error } = readBfbs(writeBfbs(schema(ofFields(field(0, 'fine', INT), field(1, 'not fine', INT)))));
    expect(error).toBeInstanceOf(BfbsError);
    expect(error).toMatchObject({ code: 'name', path: 'objects[0].fields[1]', offset: expect.any(Number) });
    expect(error?.message).toContain(`(byte ${error?.offset}, field objects[0].fields[1])`);
  });

  it('reads chains of structs of any length', () => {
    let inner = struct('S0', 4, 4, [member('x', INT, 0)]);
    const chain = [inner];
    for (let i = 1; i < 20_000; i++) {
      inner = struct(`S${i}`, 4, 4, [member('s', { kind: 'struct', struct: inner }, 0)]);
      chain.push(inner);
    }
    // The innermost last, so that the first one needs all others.
    expect(readBfbs(writeBfbs(schema({ objects: chain.toReversed() }))).error).toBeNull();
  });
});

describe('bytes that no compiler writes', () => {
  it('may not use an index that does not exist, or names something else', () => {
    for (const [base, index] of [
      [BaseType.Obj, 1],
      [BaseType.Obj, -1],
      [BaseType.Int, 0],
      [BaseType.Union, 0],
      [BaseType.UType, -5],
    ] as const)
      expect(readBfbs(oneField(base, index)).error?.code).toBe('index');
    expect(readBfbs(oneField(BaseType.None, -1)).error?.code).toBe('type');
    expect(readBfbs(oneField(99 as BaseType, -1)).error?.code).toBe('type');
    expect(readBfbs(oneField(BaseType.Int, -1)).error).toBeNull();
  });

  it('may not use a feature that is not known', () => {
    expect(readBfbs(oneField(BaseType.Int, -1, 16n)).error?.code).toBe('feature');
  });

  it('may not stand for a schema that is larger than they are', () => {
    // Every object has the same thousand fields.
    const builder = new Builder();
    const fields = ReflectedObject.createFieldsVector(
      builder,
      Array.from({ length: 1000 }, (_, id) => writeField(builder, `f${id}`, id, BaseType.Int, -1)),
    );
    const objects = Array.from({ length: 1000 }, (_, i) => writeObject(builder, `T${i}`, fields));
    const bytes = finish(builder, objects, 0n);
    // A compiler would need more than thirty bytes for each of these fields.
    expect(bytes.length).toBeLessThan(200_000);
    expect(readBfbs(bytes).error?.code).toBe('work');
  });

  it('may hold long names, which take no longer than their length', () => {
    const long = 'a.'.repeat(200_000);
    const builder = new Builder();
    const key = builder.createString('nested_flatbuffer');
    const value = builder.createString('Nothing');
    KeyValue.startKeyValue(builder);
    KeyValue.addKey(builder, key);
    KeyValue.addValue(builder, value);
    const attributes = Field.createAttributesVector(builder, [KeyValue.endKeyValue(builder)]);
    const fields = Array.from({ length: 100 }, (_, id) =>
      writeField(builder, `f${id}`, id, BaseType.Int, -1, attributes),
    );
    const object = writeObject(builder, `${long}T`, ReflectedObject.createFieldsVector(builder, fields));
    expect(readBfbs(finish(builder, [object], 0n)).error?.code).toBe('work');
    expect(codeOf({ objects: [table(`${'n'.repeat(5_000_000)}`)] })).toBeUndefined();
    expect(codeOf({ objects: [table(`${'n'.repeat(5_000_000)}-`)] })).toBe('name');
  });
});

function selfContaining(): StructDef {
  const fields: ReturnType<typeof member>[] = [];
  const def = struct('S', 4, 4, fields);
  fields.push(member('s', { kind: 'struct', struct: def }, 0));
  return def;
}

/** A schema with a table of one field. */
function oneField(base: BaseType, index: number, features = 0n): Uint8Array {
  const builder = new Builder();
  const fields = ReflectedObject.createFieldsVector(builder, [writeField(builder, 'f', 0, base, index)]);
  return finish(builder, [writeObject(builder, 'T', fields)], features);
}

function writeField(
  builder: Builder,
  name: string,
  id: number,
  base: BaseType,
  index: number,
  attributes = 0,
): number {
  Type.startType(builder);
  Type.addBaseType(builder, base);
  Type.addIndex(builder, index);
  const type = Type.endType(builder);
  const nameAt = builder.createString(name);
  Field.startField(builder);
  Field.addName(builder, nameAt);
  Field.addType(builder, type);
  Field.addId(builder, id);
  Field.addOffset(builder, 4 + 2 * id);
  Field.addAttributes(builder, attributes);
  return Field.endField(builder);
}

function writeObject(builder: Builder, name: string, fields: number): number {
  const nameAt = builder.createString(name);
  ReflectedObject.startObject(builder);
  ReflectedObject.addName(builder, nameAt);
  ReflectedObject.addFields(builder, fields);
  return ReflectedObject.endObject(builder);
}

function finish(builder: Builder, objects: number[], features: bigint): Uint8Array {
  const objectsAt = ReflectedSchema.createObjectsVector(builder, objects);
  const enumsAt = ReflectedSchema.createEnumsVector(builder, []);
  ReflectedSchema.startSchema(builder);
  ReflectedSchema.addObjects(builder, objectsAt);
  ReflectedSchema.addEnums(builder, enumsAt);
  ReflectedSchema.addAdvancedFeatures(builder, features);
  ReflectedSchema.finishSchemaBuffer(builder, ReflectedSchema.endSchema(builder));
  return builder.asUint8Array();
}
