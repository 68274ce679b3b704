// Values of a feature with their types resolved: scalars, structs and arrays, which stand in place.
import {
  isLong,
  type ArrayType,
  type EnumType,
  type EnumValue,
  type ScalarType,
  type StructDef,
  type TableDef,
  type Type,
  type UnionMember,
} from '@fb/schema';
import type { Value } from './feature.js';

/** The value of a table, struct or marked thing. */
export type Fields = { readonly [name: string]: Value };

/** A scalar or enum value: a bigint for 64-bit integers; `constant` is the enum value that is it, if there is one. */
export interface ScalarValue {
  readonly kind: 'scalar';
  readonly type: ScalarType | EnumType;
  readonly value: number | bigint | boolean;
  readonly constant: EnumValue | null;
}

/** A struct: the values of its fields in order. */
export interface StructValue {
  readonly kind: 'struct';
  readonly def: StructDef;
  readonly fields: readonly Inline[];
}

/** A fixed array. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly type: ArrayType;
  readonly elements: readonly Inline[];
}

/** What stands in place. */
export type Inline = ScalarValue | StructValue | ArrayValue;

export function inlineOf(type: ScalarType | EnumType | ArrayType | Type, given: Value): Inline {
  if (type.kind === 'struct') return structOf(type.struct, given);
  if (type.kind === 'array')
    return { kind: 'array', type, elements: list(given).map((each) => inlineOf(type.element, each)) };
  return scalarOf(type, given);
}

export function structOf(def: StructDef, given: Value): StructValue {
  const fields = object(given);
  return {
    kind: 'struct',
    def,
    fields: def.fields.map(({ name, type }) => inlineOf(type, fields[name] ?? null)),
  };
}

export function scalarOf(type: Type, given: Value): ScalarValue {
  if (type.kind === 'enum') {
    const { values, underlying } = type.enum;
    const constant = values.find(({ name, value }) => name === given || value === given) ?? null;
    if (constant === null) throw new Error(`${type.enum.name} has no ${String(given)}`);
    return {
      kind: 'scalar',
      type,
      value: isLong(underlying) ? constant.value : Number(constant.value),
      constant,
    };
  }
  if (type.kind !== 'scalar') throw new Error(`no scalar: ${type.kind}`);
  if (typeof given !== 'number' && typeof given !== 'bigint' && typeof given !== 'boolean')
    throw new Error(`no value of a scalar: ${String(given)}`);
  const value = type.scalar === 'bool' ? Boolean(given) : isLong(type.scalar) ? BigInt(given) : Number(given);
  return { kind: 'scalar', type, value, constant: null };
}

export function tagOf(type: Type, given: Value): ScalarValue {
  return scalarOf(type, object(given)['$member'] ?? null);
}

export function memberOf(members: readonly UnionMember[], name: Value): UnionMember {
  const member = members.find((each) => each.name === name);
  if (member === undefined) throw new Error(`no member ${String(name)}`);
  return member;
}

export function tableOf(def: TableDef | StructDef | null): TableDef {
  if (def?.kind !== 'table') throw new Error('the nested root is no table');
  return def;
}

export function isMarked(value: Value, mark: string): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, mark);
}

export function object(value: Value | undefined): Fields {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('no object');
  return value as Fields;
}

export function list(value: Value): readonly Value[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value as readonly Value[];
}
