// Tables: fields with their defaults and presence, the hidden fields of union tags, slots, and the order of writing.
import {
  inlineAlign,
  inlineSize,
  storedScalar,
  vtableOffset,
  writeOrder,
  type Attribute,
  type DefaultValue,
  type HashName,
  type Presence,
  type TableField,
  type Type,
} from '@fb/schema';
import type { FieldDraft, ObjectDraft, Open } from '../bind/draft.js';
import { messages } from '../messages.js';
import { docBefore } from '../syntax/doc-comments.js';
import { findAttribute, hasAttribute, modelAttributes } from '../bind/attributes.js';
import { assignSlots } from './slots.js';
import type { LowerContext } from './context.js';
import { lowerDefault, zeroOf, type LoweredDefault } from './default-value.js';

/** Lowers all tables; structs must have their layout already. */
export function lowerTables(context: LowerContext): void {
  for (const object of context.program.objects) if (object.def.kind === 'table') lowerTable(object, context);
}

const HASHES: ReadonlySet<string> = new Set([
  'fnv1_16',
  'fnv1a_16',
  'fnv1_32',
  'fnv1a_32',
  'fnv1_64',
  'fnv1a_64',
]);

function lowerTable(draft: ObjectDraft, context: LowerContext): void {
  const def = draft.def;
  if (def.kind !== 'table') return;
  def.attributes = modelAttributes(draft.attributes, context.attributeNames.declared);
  const fields: Open<TableField>[] = [];
  for (const field of draft.fields) {
    if (field.type === null) continue;
    const lowered = tableField(field, field.type, context);
    field.def = lowered;
    if (field.type.kind === 'vector' && lowered.offset64) field.type = lowered.type;
    const tag = tagField(field, lowered);
    if (tag !== null) fields.push(tag);
    fields.push(lowered);
  }
  def.fields = assignSlots(draft, fields, context);
  for (const field of fields) field.vtableOffset = vtableOffset(field.slot);
  def.writeOrder = writeOrder(def.fields, hasAttribute(draft.attributes, 'original_order'));
  def.key = def.fields.find((field) => field.key) ?? null;
}

function tableField(field: FieldDraft, written: Type, context: LowerContext): Open<TableField> {
  const { attributes, object } = field;
  const wide = written.kind === 'vector' && hasAttribute(attributes, 'vector64');
  const type: Type = wide ? { ...written, wide } : written;
  const { source, tokens } = object.scope.unit.syntax;
  const value = fieldDefault(field, type, context);
  const key = hasAttribute(attributes, 'key');
  const nested = field.nested?.target;
  const hash = findAttribute(attributes, 'hash')?.value ?? '';
  const offset64 = wide || hasAttribute(attributes, 'offset64');
  return {
    kind: 'tableField',
    name: field.name,
    doc: docBefore(source.text, tokens, field.syntax.first),
    attributes: withPointerType(modelAttributes(attributes, context.attributeNames.declared)),
    span: field.span,
    type,
    slot: 0,
    vtableOffset: 0,
    presence: presenceOf(field, type, value.value),
    default: value.value,
    defaultText: value.text,
    deprecated: hasAttribute(attributes, 'deprecated'),
    key,
    tag: null,
    tagOf: null,
    inlineSize: offset64 ? 8 : inlineSize(type),
    inlineAlign: offset64 ? 8 : inlineAlign(type),
    offset64,
    nested: nested?.kind === 'object' ? (nested.draft?.def ?? null) : null,
    flexbuffer: hasAttribute(attributes, 'flexbuffer'),
    hash: HASHES.has(hash) ? (hash as HashName) : null,
    shared: hasAttribute(attributes, 'shared'),
  };
}

/** What `cpp_type` points to is owned by nobody unless the schema says otherwise. */
function withPointerType(attributes: readonly Attribute[]): readonly Attribute[] {
  if (attributes.length === 0) return attributes;
  const has = (name: string): boolean => attributes.some((each) => each.name === name);
  if (!has('cpp_type') || has('cpp_ptr_type')) return attributes;
  return [...attributes, { name: 'cpp_ptr_type', value: 'naked', builtin: true }];
}

const NO_DEFAULT: LoweredDefault = Object.freeze({ value: null, text: null });

function fieldDefault(field: FieldDraft, type: Type, context: LowerContext): LoweredDefault {
  const { dialectDefault } = field.attributes;
  const written =
    field.syntax.value ??
    (dialectDefault !== null && acceptDialect(field, context) ? dialectDefault.value : null);
  const scalar = storedScalar(type);
  const fallback = scalar === null ? NO_DEFAULT : zeroOf(scalar);
  return written === null ? fallback : (lowerDefault(field, type, written, context) ?? fallback);
}

/** The tutorial's `(default=value)`: says so and tells whether it counts. */
function acceptDialect(field: FieldDraft, context: LowerContext): boolean {
  const { dialectDefault } = field.attributes;
  if (dialectDefault === null) return false;
  const { source, tokens } = field.object.scope.unit.syntax;
  const textOf = (first: number, end: number): string =>
    source.text.slice(tokens.starts[first], tokens.ends[end - 1]);
  const type = field.syntax.type === null ? '' : textOf(field.syntax.type.first, field.syntax.type.end);
  const value = textOf(
    dialectDefault.value.first,
    Math.max(dialectDefault.value.end, dialectDefault.value.first + 1),
  );
  const hint = `write "${field.name}:${type} = ${value};"`;
  const { declared } = context.attributeNames;
  const code = !context.strict ? 'W-DIALECT-DEFAULT' : declared.has('default') ? 'SYN-EXPECT' : 'NAME-ATTR';
  if (code === 'SYN-EXPECT') {
    const params = { wanted: '"," or ")"', found: '"="' };
    context.report(messages.create(code, dialectDefault.span, params, { hint }));
  } else {
    context.report(messages.create(code, dialectDefault.span, { name: 'default' }, { hint }));
  }
  return !context.strict;
}

function presenceOf(field: FieldDraft, type: Type, value: DefaultValue): Presence {
  if (storedScalar(type) !== null) return value === null ? 'optional' : 'default';
  const { attributes } = field;
  if (hasAttribute(attributes, 'required') || (type.kind === 'string' && hasAttribute(attributes, 'key')))
    return 'required';
  return value === null ? 'optional' : 'default';
}

/** The hidden field that tells which member of a union is there; `null` for fields without one. */
function tagField(field: FieldDraft, of: Open<TableField>): Open<TableField> | null {
  const isVector = of.type.kind === 'vector';
  const union = of.type.kind === 'vector' ? of.type.element : of.type;
  if (union.kind !== 'union') return null;
  const element: Type = { kind: 'enum', enum: union.union.discriminator };
  const type: Type = isVector ? { kind: 'vector', element, wide: false } : element;
  const scalar = storedScalar(type);
  const value = scalar === null ? NO_DEFAULT : zeroOf(scalar);
  const tag: Open<TableField> = {
    ...of,
    name: `${field.name}_type`,
    doc: [],
    attributes: tagAttributes(of.attributes),
    type,
    presence: isVector ? of.presence : 'default',
    default: value.value,
    defaultText: value.text,
    key: false,
    tagOf: of,
    inlineSize: inlineSize(type),
    inlineAlign: inlineAlign(type),
    offset64: false,
    nested: null,
    flexbuffer: false,
    hash: null,
    shared: false,
  };
  of.tag = tag;
  return tag;
}

/** Of the attributes only the id matters to the tag: it is the one before. */
function tagAttributes(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes
    .filter((each) => each.name === 'id')
    .map((each) => ({ ...each, value: String(Number(each.value ?? 0) - 1) }));
}
