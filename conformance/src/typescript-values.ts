// Random values of a table for the object API: plain data first, so that one value can be given to several
// generated codes, then instances of their classes.
import { camelCase } from '@fb/codegen';
import {
  integerRange,
  isFloat,
  isLong,
  scalarSize,
  storedScalar,
  type StructDef,
  type TableDef,
  type Type,
} from '@fb/schema';
import * as fc from 'fast-check';

/** A value as plain data; `$type` names the class of what becomes an object. */
export type Plain =
  null | boolean | number | bigint | string | readonly Plain[] | { readonly [name: string]: Plain };

/** How far values go. */
export interface Extent {
  /** How deep tables are nested. */
  readonly depth: number;
  /** The fewest elements of a vector of elements of 8 bytes. */
  readonly wideElements: 0 | 1;
}

/** Values of a table or struct. */
export function plainValue(def: TableDef | StructDef, extent: Extent): fc.Arbitrary<Plain> {
  const inner = { ...extent, depth: extent.depth - 1 };
  const properties: Record<string, fc.Arbitrary<Plain>> = { $type: fc.constant(def.fullName) };
  for (const field of def.fields) {
    if (field.kind === 'structField') properties[camelCase(field.name)] = valueOf(field.type, extent);
    else if (!field.deprecated && field.tagOf === null) {
      const absent = field.type.kind !== 'vector' && field.presence === 'optional';
      const empty = extent.depth === 0 && field.presence !== 'required';
      const value = empty && reachesTables(field.type) ? emptyOf(field.type) : valueOf(field.type, inner);
      properties[camelCase(field.name)] = absent ? fc.option(value, { nil: null }) : value;
    }
  }
  return fc.record(properties).map((value) => spreadUnions(def, value));
}

/** Makes `plain` of the classes that `classOf` finds by full name. */
export function instantiate(plain: Plain, classOf: (fullName: string) => new () => object): unknown {
  if (Array.isArray(plain)) return plain.map((item) => instantiate(item as Plain, classOf));
  if (plain === null || typeof plain !== 'object') return plain;
  const { $type, ...rest } = plain as { readonly [name: string]: Plain };
  const entries = Object.entries(rest).map(([name, value]) => [name, instantiate(value, classOf)]);
  return Object.assign(new (classOf(String($type)))(), Object.fromEntries(entries));
}

function reachesTables(type: Type): boolean {
  const inner = type.kind === 'vector' ? type.element : type;
  return inner.kind === 'table' || inner.kind === 'union';
}

function isWide(type: Type): boolean {
  const scalar = storedScalar(type);
  return type.kind === 'struct' ? type.struct.align === 8 : scalar !== null && scalarSize(scalar) === 8;
}

function emptyOf(type: Type): fc.Arbitrary<Plain> {
  return fc.constant(type.kind === 'vector' ? [] : null);
}

function valueOf(type: Type, extent: Extent): fc.Arbitrary<Plain> {
  switch (type.kind) {
    case 'scalar':
      return scalarValue(type.scalar);
    case 'enum':
      if (isLong(type.enum.underlying)) return scalarValue(type.enum.underlying);
      return fc.constantFrom(...type.enum.values.map(({ value }) => Number(value)));
    case 'string':
      return fc.string({ unit: 'grapheme', maxLength: 12 });
    case 'struct':
      return plainValue(type.struct, extent);
    case 'table':
      return plainValue(type.table, extent);
    case 'union':
      return fc.oneof(
        ...type.union.members.map((member) =>
          valueOf(member.type, extent).map((value) => ({ $tag: Number(member.value), $value: value })),
        ),
      );
    case 'vector':
      return fc.array(valueOf(type.element, extent), {
        minLength: isWide(type.element) ? extent.wideElements : 0,
        maxLength: 3,
      });
    case 'array':
      return fc.array(valueOf(type.element, extent), { minLength: type.length, maxLength: type.length });
  }
}

/** Without -0, which a default of 0 swallows. */
function scalarValue(scalar: Extract<Type, { kind: 'scalar' }>['scalar']): fc.Arbitrary<Plain> {
  if (scalar === 'bool') return fc.boolean();
  if (isFloat(scalar))
    return (scalar === 'float' ? fc.float() : fc.double()).map((value) => (value === 0 ? 0 : value));
  const { min, max } = integerRange(scalar);
  const value = fc.bigInt(min, max);
  return isLong(scalar) ? value : value.map(Number);
}

/** The object API has tags and values of unions in properties of their own. */
function spreadUnions(def: TableDef | StructDef, value: Record<string, Plain>): Plain {
  const result: Record<string, Plain> = { ...value };
  for (const field of def.fields) {
    if (field.kind === 'structField' || field.tag === null || field.deprecated) continue;
    const name = camelCase(field.name);
    const tag = camelCase(field.tag.name);
    const held = value[name] as null | Tagged | readonly Tagged[];
    if (Array.isArray(held)) {
      result[tag] = held.map((each: Tagged) => each.$tag);
      result[name] = held.map((each: Tagged) => each.$value);
    } else {
      const single = held as Tagged | null;
      result[tag] = single?.$tag ?? 0;
      result[name] = single?.$value ?? null;
    }
  }
  return result;
}

interface Tagged {
  readonly $tag: number;
  readonly $value: Plain;
}
