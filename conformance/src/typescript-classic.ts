// Tables written and read by the classic API of generated TypeScript, call by call, as a program would that knows the
// schema. Values are plain objects as the free functions take them, unions as `{ type, value }`.
import { camelCase } from '@fb/codegen';
import type { Builder, Offset } from '@fb/flatbuffers';
import type { StructDef, TableDef, TableField, Type, UnionDef, UnionMember } from '@fb/schema';
import type { Exports } from './typescript.js';

type Values = Readonly<Record<string, unknown>>;

interface Tagged {
  readonly type: number;
  readonly value: unknown;
}

/** Writes a table with `createXVector`, `startX`, `addY` and `endX`. */
export function writeTable(types: Exports, builder: Builder, def: TableDef, given: object): Offset {
  const values = given as Values;
  const api = types[def.name];
  const offsets = new Map<TableField, Offset>();
  const tags = new Map<TableField, Offset>();
  for (const field of def.fields) {
    const value = values[camelCase(field.name)] ?? null;
    if (value === null || field.tagOf !== null || isInline(field.type)) continue;
    if (field.tag !== null && field.type.kind === 'vector') {
      const listed = (value as readonly Tagged[]).map(({ type }) => type);
      tags.set(field, api[`create${pascalCase(field.tag.name)}Vector`](builder, listed));
    }
    offsets.set(field, writeOutside(types, builder, api, field, value));
  }
  api[`start${def.name}`](builder);
  for (const field of def.fields) {
    const value = values[camelCase(field.name)] ?? null;
    if (value === null || field.tagOf !== null) continue;
    if (field.tag !== null)
      api[`add${pascalCase(field.tag.name)}`](builder, tags.get(field) ?? (value as Tagged).type);
    const add = api[`add${pascalCase(field.name)}`];
    if (field.type.kind === 'struct') add(builder, writeStruct(types, builder, field.type.struct, value));
    else add(builder, offsets.get(field) ?? value);
  }
  return api[`end${def.name}`](builder);
}

function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
}

/** Whether it stands in the table itself. */
function isInline({ kind }: Type): boolean {
  return kind === 'scalar' || kind === 'enum' || kind === 'struct';
}

function writeOutside(
  types: Exports,
  builder: Builder,
  api: Exports,
  field: TableField,
  value: unknown,
): Offset {
  const { type } = field;
  if (type.kind === 'string' && field.offset64) return builder.createString64(value as string);
  if (type.kind !== 'vector') return writeValue(types, builder, type, value);
  const name = `${pascalCase(field.name)}Vector`;
  const items = value as readonly unknown[];
  const { element } = type;
  if (element.kind === 'scalar' || element.kind === 'enum') return api[`create${name}`](builder, items);
  if (element.kind !== 'struct') {
    const offsets = items.map((item) => writeValue(types, builder, element, item));
    return api[`create${name}`](builder, offsets);
  }
  api[`start${name}`](builder, items.length);
  for (const item of items.toReversed()) writeStruct(types, builder, element.struct, item);
  if (type.wide) return builder.endVector64();
  return field.offset64 ? builder.endFarVector() : builder.endVector();
}

/** What an offset leads to: a table, a string, a struct in a union. */
function writeValue(types: Exports, builder: Builder, type: Type, value: unknown): Offset {
  switch (type.kind) {
    case 'string':
      return builder.createString(value as string);
    case 'table':
      return writeTable(types, builder, type.table, value as object);
    case 'struct':
      return writeStruct(types, builder, type.struct, value);
    case 'union': {
      const tagged = value as Tagged;
      return writeValue(types, builder, memberOf(type.union, tagged.type).type, tagged.value);
    }
    default:
      throw new Error(`no offset leads to a ${type.kind}`);
  }
}

function writeStruct(types: Exports, builder: Builder, def: StructDef, value: unknown): Offset {
  return types[def.name][`create${def.name}`](builder, ...argumentsOf(types, def, value as Values));
}

/** The arguments of `createX`: structs within the struct are spread, those of arrays are objects of the object API. */
function argumentsOf(types: Exports, def: StructDef, values: Values): readonly unknown[] {
  return def.fields.flatMap(({ name, type }) => {
    const value = values[camelCase(name)];
    if (type.kind === 'struct') return argumentsOf(types, type.struct, value as Values);
    return [type.kind === 'array' ? (value as readonly unknown[]).map(each(type.element)) : value];
  });

  function each(type: Type): (value: unknown) => unknown {
    return (value) => (type.kind === 'struct' ? structObject(types, type.struct, value as Values) : value);
  }
}

/** A struct as an object of the object API. */
function structObject(types: Exports, def: StructDef, values: Values): object {
  const object: Record<string, unknown> = new types[`${def.name}T`]();
  for (const { name, type } of def.fields)
    object[camelCase(name)] = objectOf(types, type, values[camelCase(name)]);
  return object;
}

/** A table as an object of the object API; what is not given is `null` unless it is a scalar or a vector. */
export function tableObject(
  types: Exports,
  def: TableDef,
  given: object,
): { pack(builder: Builder): Offset } {
  const values = given as Values;
  const object: Record<string, unknown> = new types[`${def.name}T`]();
  for (const field of def.fields) {
    const name = camelCase(field.name);
    if (field.deprecated || field.tagOf !== null) continue;
    const value = values[name] ?? null;
    if (value !== null) object[name] = objectOf(types, field.type, value);
    else if (field.type.kind === 'string') object[name] = null;
    if (value === null || field.tag === null) continue;
    const tags = Array.isArray(value) ? value.map(({ type }: Tagged) => type) : (value as Tagged).type;
    object[camelCase(field.tag.name)] = tags;
  }
  return object as never;
}

function objectOf(types: Exports, type: Type, value: unknown): unknown {
  switch (type.kind) {
    case 'struct':
      return structObject(types, type.struct, value as Values);
    case 'table':
      return tableObject(types, type.table, value as object);
    case 'union': {
      const tagged = value as Tagged;
      return objectOf(types, memberOf(type.union, tagged.type).type, tagged.value);
    }
    case 'vector':
    case 'array':
      return (value as readonly unknown[]).map((item) => objectOf(types, type.element, item));
    default:
      return value;
  }
}

/** Reads all that accessors give: vectors that are absent as empty, unions that are absent as `null`. */
export function readTable(types: Exports, def: TableDef, view: Exports): Values {
  const entries = def.fields
    .filter(({ deprecated, tagOf }) => !deprecated && tagOf === null)
    .map((field) => {
      const name = camelCase(field.name);
      const tag = field.tag === null ? null : camelCase(field.tag.name);
      return [name, readField(types, field.type, view, name, tag)] as const;
    });
  return Object.fromEntries(entries);
}

function readField(types: Exports, type: Type, view: Exports, name: string, tag: string | null): unknown {
  if (type.kind === 'union')
    return readUnion(types, type.union, view[tag ?? '']() as number, (to) => view[name](to));
  if (type.kind !== 'vector') return readValue(types, type, view[name]());
  const { element } = type;
  return Array.from({ length: view[`${name}Length`]() }, (_, i) =>
    element.kind === 'union'
      ? readUnion(types, element.union, view[tag ?? ''](i) as number, (to) => view[name](i, to))
      : readValue(types, element, view[name](i)),
  );
}

function readUnion(types: Exports, def: UnionDef, tag: number, read: (to: unknown) => unknown): unknown {
  if (tag === 0) return null;
  const { type } = memberOf(def, tag);
  if (type.kind === 'string') return { type: tag, value: read('') };
  const name = type.kind === 'table' ? type.table.name : type.struct.name;
  return { type: tag, value: readValue(types, type, read(new types[name]())) };
}

function readValue(types: Exports, type: Type, value: unknown): unknown {
  if (value === null) return null;
  if (type.kind === 'table') return readTable(types, type.table, value as Exports);
  return type.kind === 'struct' ? readStruct(type.struct, value as Exports) : value;
}

function readStruct(def: StructDef, view: Exports): Values {
  const entries = def.fields.map(({ name: field, type }) => {
    const name = camelCase(field);
    if (type.kind !== 'array') return [name, readInline(type, view[name]())] as const;
    return [
      name,
      Array.from({ length: type.length }, (_, i) => readInline(type.element, view[name](i))),
    ] as const;
  });
  return Object.fromEntries(entries);
}

function readInline(type: Type, value: unknown): unknown {
  return type.kind === 'struct' ? readStruct(type.struct, value as Exports) : value;
}

function memberOf(def: UnionDef, tag: number): UnionMember {
  const member = def.members.find(({ value }) => Number(value) === tag);
  if (member === undefined) throw new Error(`${def.fullName} has no member ${tag}`);
  return member;
}
