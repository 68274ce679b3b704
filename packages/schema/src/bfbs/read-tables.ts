// Tables: fields with their defaults and presence, and the tie between union fields and the fields of their tags.
import { inlineAlign, inlineSize, vtableOffset, writeOrder } from '../layout.js';
import type {
  Attribute,
  DefaultValue,
  HashName,
  Presence,
  ScalarName,
  StructDef,
  TableDef,
  Type,
} from '../model.js';
import { integerRange, isFloat, isLong, storedScalar } from '../scalar.js';
import type { BfbsSource, Place } from './bfbs-source.js';
import type { Field } from './generated/reflection/field.js';
import type { Object_ as ReflectedObject } from './generated/reflection/object.js';
import type { Open, OpenTableField } from './open.js';
import { type FieldEntry, fieldsBySlot } from './read-fields.js';
import type { TypeReader } from './read-types.js';

/** A table, and where it stands. */
export interface ReadTable {
  readonly table: ReflectedObject;
  readonly path: string;
  readonly def: Open<TableDef>;
}

/** What fields depend on beside themselves. */
export interface TableContext {
  readonly source: BfbsSource;
  readonly types: TypeReader;
  /** Whether strings and vectors may have defaults: schemas of old compilers do not say which are optional. */
  readonly hasDefaults: boolean;
  /** The object that an attribute names, as seen from a table. */
  readonly findObject: (name: string, from: TableDef) => TableDef | StructDef | null;
}

const HASHES: readonly HashName[] = ['fnv1_16', 'fnv1a_16', 'fnv1_32', 'fnv1a_32', 'fnv1_64', 'fnv1a_64'];

/** Reads the fields of a table. Structs must have their layout already. */
export function readTable(context: TableContext, read: ReadTable): void {
  const { source } = context;
  const { def } = read;
  const entries = fieldsBySlot(source, read.table, read.path);
  const fields = entries.map((entry, slot) => readField(context, def, entry, slot));
  tieTags(source, entries, fields);
  def.fields = fields;
  def.writeOrder = writeOrder(fields, hasAttribute(def.attributes, 'original_order'));
  def.key = source.keyOf(fields, read);
}

function readField(
  context: TableContext,
  def: TableDef,
  { table, place, named }: FieldEntry,
  slot: number,
): OpenTableField {
  const { source } = context;
  const type = context.types.read(table.type(), `${place.path}.type`);
  if (type.kind === 'array') source.fail('type', place, 'a table cannot hold an array');
  if (table.offset() !== (vtableOffset(slot) & 0xffff))
    source.fail('slot', place, `the vtable entry of the field ${slot} is not at ${table.offset()}`);
  const offset64 = table.offset64();
  checkOffset64(source, type, offset64, place);
  const presence = readPresence(context, table, type, place);
  const scalar = storedScalar(type);
  const value = scalar === null ? null : readDefault(source, table, scalar, presence, place);
  const nested = attributeValue(named.attributes, 'nested_flatbuffer');
  if (nested !== null) source.work((nested.length + def.fullName.length) * (def.namespace.length + 1), place);
  const hash = attributeValue(named.attributes, 'hash');
  return {
    kind: 'tableField',
    ...named,
    type,
    slot,
    vtableOffset: vtableOffset(slot),
    presence,
    ...(type.kind === 'vector' && presence === 'default'
      ? { default: [], defaultText: '[]' }
      : { default: value, defaultText: value === null ? null : defaultText(value, scalar) }),
    deprecated: table.deprecated(),
    key: table.key(),
    tag: null,
    tagOf: null,
    inlineSize: offset64 ? 8 : inlineSize(type),
    inlineAlign: offset64 ? 8 : inlineAlign(type),
    offset64,
    nested: nested === null ? null : context.findObject(nested, def),
    flexbuffer: hasAttribute(named.attributes, 'flexbuffer'),
    hash: HASHES.find((each) => each === hash) ?? null,
    shared: hasAttribute(named.attributes, 'shared'),
  };
}

/** 64-bit offsets are those of strings and of vectors of scalars and structs; 64-bit vectors have no others. */
function checkOffset64(source: BfbsSource, type: Type, offset64: boolean, place: Place): void {
  const element = type.kind === 'vector' ? type.element.kind : type.kind;
  const mayBe = type.kind === 'vector' ? element === 'scalar' || element === 'struct' : element === 'string';
  if (offset64 && !mayBe) source.fail('presence', place, `a ${element} cannot be behind a 64-bit offset`);
  if (!offset64 && type.kind === 'vector' && type.wide)
    source.fail('presence', place, 'a 64-bit vector must be behind a 64-bit offset');
}

function readPresence(context: TableContext, table: Field, type: Type, place: Place): Presence {
  const isScalar = storedScalar(type) !== null;
  if (table.required()) {
    if (isScalar || table.optional()) context.source.fail('presence', place, 'this field cannot be required');
    return 'required';
  }
  if (table.optional()) return 'optional';
  if (isScalar) return 'default';
  return context.hasDefaults && (type.kind === 'string' || type.kind === 'vector') ? 'default' : 'optional';
}

function readDefault(
  source: BfbsSource,
  table: Field,
  scalar: ScalarName,
  presence: Presence,
  place: Place,
): number | bigint | null {
  if (presence === 'optional') return null;
  if (isFloat(scalar)) return table.defaultReal();
  const value = table.defaultInteger();
  const { min, max } = integerRange(scalar);
  if (value < min || value > max) source.fail('value', place, `the default ${value} is no ${scalar}`);
  return isLong(scalar) ? value : Number(value);
}

/** In the form of the schema language; floats always show that they are. */
function defaultText(value: DefaultValue, scalar: ScalarName | null): string {
  if (typeof value !== 'number' || scalar === null || !isFloat(scalar)) return String(value);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}

/** Ties each union field to the field of its tag, which must stand right before it and be called after it. */
function tieTags(
  source: BfbsSource,
  entries: readonly FieldEntry[],
  fields: readonly OpenTableField[],
): void {
  for (const [slot, { place }] of entries.entries()) {
    const field = fields[slot];
    const union = field === undefined ? null : elementOf(field.type);
    if (field === undefined || union?.kind !== 'union') continue;
    const tag = fields[slot - 1];
    const tagType = tag === undefined ? null : elementOf(tag.type);
    if (
      tag?.name !== `${field.name}_type` ||
      tagType?.kind !== 'enum' ||
      tagType.enum !== union.union.discriminator ||
      (tag.type.kind === 'vector') !== (field.type.kind === 'vector')
    )
      return source.fail('tag', place, `the union ${field.name} does not follow its type`);
    field.tag = tag;
    tag.tagOf = field;
  }
  for (const [slot, { place }] of entries.entries()) {
    const field = fields[slot];
    const type = field === undefined ? null : elementOf(field.type);
    if (type?.kind === 'enum' && type.enum.union !== null && field?.tagOf === null)
      source.fail('tag', place, 'no union follows this type of a union');
  }
}

function elementOf(type: Type): Type {
  return type.kind === 'vector' ? type.element : type;
}

function hasAttribute(attributes: readonly Attribute[], name: string): boolean {
  return attributes.some((attribute) => attribute.name === name);
}

function attributeValue(attributes: readonly Attribute[], name: string): string | null {
  return attributes.find((attribute) => attribute.name === name)?.value ?? null;
}
