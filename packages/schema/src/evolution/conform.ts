// The verdict of flatc's --conform, which refuses less than breaks data, and a little that breaks nothing.
import type {
  EnumDef,
  EnumValue,
  Schema,
  StructDef,
  StructField,
  TableDef,
  TableField,
  Type,
  UnionDef,
} from '../model.js';
import { isFloat, storedScalar } from '../scalar.js';
import { createFinding } from './create-finding.js';
import type { Finding } from './finding.js';
import { sameDefault } from './same-default.js';
import { typeText } from '../type-text.js';

type Field = TableField | StructField;

/**
 * Whether flatc accepts `next` as a later version of `base`: the first change that `flatc --conform` refuses, or `null`.
 * Objects are looked at before enums, each in the order of `next`. Of types it compares simple names only, and it
 * compares neither sizes of structs nor lengths of arrays, required fields, keys, members of unions, root and identifier:
 * {@link compareSchemas} does. Default texts are compared as written (`1.5` is not `1.50`); if a schema is from bytes, which
 * do not keep the text, default values. What the finding says it breaks is the worst that such a change can do.
 * @public
 */
export function conform(base: Schema, next: Schema): Finding | null {
  const objects = new Map(base.objects.map((object) => [object.fullName, object]));
  for (const object of next.objects) {
    const before = objects.get(object.fullName);
    const finding = before === undefined ? null : conformObject(before, object);
    if (finding !== null) return finding;
  }
  const enums = new Map(base.enums.map((each) => [each.fullName, each]));
  for (const each of next.enums) {
    const before = enums.get(each.fullName);
    const finding = before === undefined ? null : conformEnum(before, each);
    if (finding !== null) return finding;
  }
  return null;
}

function conformObject(base: TableDef | StructDef, next: TableDef | StructDef): Finding | null {
  const names = new Map<string, Field>(base.fields.map((field) => [field.name, field]));
  const places = new Map<number, Field>(base.fields.map((field) => [placeOf(field), field]));
  const kept = new Set<Field>();
  for (const field of next.fields) {
    const same = names.get(field.name);
    const before = same ?? places.get(placeOf(field));
    if (before === undefined) continue;
    kept.add(before);
    const finding =
      same === undefined
        ? conformRenamed(base.fullName, before, field)
        : conformField(`${base.fullName}.${field.name}`, same, field);
    if (finding !== null) return finding;
  }
  const deleted = base.fields.find((field) => !kept.has(field));
  if (deleted === undefined) return null;
  const name = `${base.fullName}.${deleted.name}`;
  return createFinding('EVO-FIELD-REMOVED', name, { base: deleted.span, next: next.span }, { name });
}

function conformField(name: string, base: Field, next: Field): Finding | null {
  const spans = { base: base.span, next: next.span };
  if (placeOf(base) !== placeOf(next)) {
    const params = { name, unit: 'position', was: placeOf(base), is: placeOf(next) };
    return createFinding('EVO-FIELD-MOVED', name, spans, params);
  }
  if (!isSameDefault(base, next)) {
    return createFinding('EVO-DEFAULT', name, spans, { name, was: defaultOf(base), is: defaultOf(next) });
  }
  if (flatcType(base.type) !== flatcType(next.type)) {
    const params = { name, was: typeText(base.type), is: typeText(next.type) };
    return createFinding('EVO-FIELD-TYPE', name, spans, params);
  }
  if (hasOffset64(base) !== hasOffset64(next)) {
    const [was, is] = hasOffset64(base) ? ['64 bits', '32 bits'] : ['32 bits', '64 bits'];
    return createFinding('EVO-64BIT', name, spans, { name, was, is });
  }
  return null;
}

function conformRenamed(object: string, base: Field, next: Field): Finding | null {
  if (flatcType(base.type) === flatcType(next.type)) return null;
  const name = `${object}.${base.name}`;
  const params = { name, was: typeText(base.type), other: next.name, is: typeText(next.type) };
  return createFinding('EVO-SLOT-REUSED', name, { base: base.span, next: next.span }, params);
}

function conformEnum(base: EnumDef | UnionDef, next: EnumDef | UnionDef): Finding | null {
  const name = base.fullName;
  const before = new Map(valuesOf(base).map((value) => [value.name, value]));
  for (const value of valuesOf(next)) {
    const was = before.get(value.name);
    if (was === undefined || was.value === value.value) continue;
    const params = { name: `${name}.${value.name}`, was: was.value, is: value.value };
    return createFinding('EVO-VALUE-NUMBER', params.name, { base: was.span, next: value.span }, params);
  }
  const [was, is] = [numberType(base), numberType(next)];
  if (was === is) return null;
  return createFinding('EVO-ENUM-TYPE', name, { base: base.span, next: next.span }, { name, was, is });
}

function valuesOf(def: EnumDef | UnionDef): readonly EnumValue[] {
  return def.kind === 'union' ? def.discriminator.values : def.values;
}

/** The position of a vtable entry, or in a struct: a table that becomes a struct has its fields moved. */
function placeOf(field: Field): number {
  return field.kind === 'tableField' ? field.vtableOffset : field.offset;
}

function isSameDefault(base: Field, next: Field): boolean {
  const isText = base.span !== null && next.span !== null;
  if (isText || base.kind !== 'tableField' || next.kind !== 'tableField')
    return defaultOf(base) === defaultOf(next);
  return sameDefault(base.default, next.default);
}

/** The text that flatc keeps for a default, also where there is none. */
function defaultOf(field: Field): string {
  const scalar = storedScalar(field.type);
  if (field.kind === 'structField') return scalar !== null && isFloat(scalar) ? '0.0' : '0';
  return field.defaultText ?? (scalar === null ? '0' : 'null');
}

function hasOffset64(field: Field): boolean {
  return field.kind === 'tableField' && field.offset64;
}

/** The numbers of an enum or union; flatc tells a union with the type written from one without. */
function numberType(def: EnumDef | UnionDef): string {
  if (def.kind === 'enum') return def.underlying;
  return def.explicitUnderlying ? def.discriminator.underlying : 'utype';
}

/** What flatc compares of a type: its kind, and the simple name of what it refers to. */
function flatcType(type: Type): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'enum':
      // Tags are called that whatever the type of the union's numbers.
      return `${type.enum.union === null ? type.enum.underlying : 'utype'} ${type.enum.name}`;
    case 'struct':
      return `object ${type.struct.name}`;
    case 'table':
      return `object ${type.table.name}`;
    case 'union':
      return `union ${type.union.name}`;
    case 'string':
      return 'string';
    case 'vector':
      return `${type.wide ? 'vector64' : 'vector'} of ${flatcType(type.element)}`;
    case 'array':
      return `array of ${flatcType(type.element)}`;
  }
}
