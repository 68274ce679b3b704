// Small models by hand: the tests of this package have no parser.
import type {
  Attribute,
  EnumDef,
  EnumValue,
  Schema,
  SchemaFile,
  StructDef,
  StructField,
  TableDef,
  TableField,
  UnionDef,
  UnionMember,
} from '../src/index.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const FILE: SchemaFile = { path: 'test.fbs', includes: [] };

function named(name: string): { name: string; doc: string[]; attributes: Attribute[]; span: null } {
  return { name, doc: [], attributes: [], span: null };
}

function definition(fullName: string): ReturnType<typeof named> & {
  namespace: string[];
  fullName: string;
  file: SchemaFile;
} {
  const namespace = fullName.split('.');
  const name = namespace.pop() ?? '';
  return { ...named(name), namespace, fullName, file: FILE };
}

/** A table without fields; `setFields` gives it some, which may refer to it. */
export function table(fullName: string): TableDef {
  return { kind: 'table', ...definition(fullName), fields: [], writeOrder: [], key: null };
}

export function setFields(def: TableDef, fields: readonly TableField[]): TableDef {
  (def as Mutable<TableDef>).fields = fields;
  return def;
}

export function field(
  slot: number,
  name: string,
  type: TableField['type'],
  more: Partial<TableField> = {},
): TableField {
  return {
    kind: 'tableField',
    ...named(name),
    type,
    slot,
    vtableOffset: 4 + 2 * slot,
    presence: type.kind === 'scalar' || type.kind === 'enum' ? 'default' : 'optional',
    default: type.kind === 'scalar' || type.kind === 'enum' ? 0 : null,
    defaultText: null,
    deprecated: false,
    key: false,
    tag: null,
    tagOf: null,
    inlineSize: 4,
    inlineAlign: 4,
    offset64: false,
    nested: null,
    flexbuffer: false,
    hash: null,
    shared: false,
    ...more,
  };
}

export function struct(
  fullName: string,
  size: number,
  align: number,
  fields: readonly StructField[],
): StructDef {
  return { kind: 'struct', ...definition(fullName), fields, size, align, key: null };
}

export function member(name: string, type: StructField['type'], offset: number, padding = 0): StructField {
  return { kind: 'structField', ...named(name), type, offset, padding, key: false };
}

export function enumeration(
  fullName: string,
  underlying: EnumDef['underlying'],
  values: Readonly<Record<string, bigint>>,
): EnumDef {
  const list = Object.entries(values).map(([name, value]): EnumValue => ({ ...named(name), value }));
  return { kind: 'enum', ...definition(fullName), underlying, bitFlags: false, values: list, union: null };
}

export function union(
  fullName: string,
  members: readonly (readonly [string, bigint, UnionMember['type']])[],
  underlying: EnumDef['underlying'] = 'ubyte',
): UnionDef {
  const numbers = Object.fromEntries(members.map(([name, value]) => [name, value]));
  const discriminator = enumeration(fullName, underlying, { NONE: 0n, ...numbers });
  const def: UnionDef = {
    kind: 'union',
    ...definition(fullName),
    discriminator,
    explicitUnderlying: underlying !== 'ubyte',
    members: members.map(([name, value, type]) => ({ ...named(name), value, type })),
  };
  (discriminator as Mutable<EnumDef>).union = def;
  return def;
}

/** A union field and its hidden tag field, which takes the slot before. */
export function unionFields(slot: number, name: string, def: UnionDef): [TableField, TableField] {
  const tag = field(
    slot,
    `${name}_type`,
    { kind: 'enum', enum: def.discriminator },
    { inlineSize: 1, inlineAlign: 1 },
  );
  const value = field(slot + 1, name, { kind: 'union', union: def }, { tag });
  (tag as Mutable<TableField>).tagOf = value;
  return [tag, value];
}

export function schema(parts: Partial<Schema>): Schema {
  return {
    objects: [],
    enums: [],
    services: [],
    root: null,
    fileIdentifier: null,
    fileExtension: null,
    mainFile: FILE,
    files: [FILE],
    features: new Map(),
    ...parts,
  };
}
