// Scalars and enums in TypeScript: their types, literals, and how they are read and stored.
import { code, type Fragment, type Piece } from '@fb/codegen';
import {
  isFloat,
  isLong,
  type EnumType,
  type ScalarName,
  type ScalarType,
  type TableField,
} from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { global } from './language.js';
import { SCALAR_ACCESS, type ScalarAccess } from './runtime.js';

/** A type that is stored as a number. */
export type Stored = ScalarType | EnumType;

/** The scalar that is stored. */
export function storedOf(type: Stored): ScalarName {
  return type.kind === 'scalar' ? type.scalar : type.enum.underlying;
}

/** The methods that handle it. */
export function accessOf(type: Stored): ScalarAccess {
  return SCALAR_ACCESS[storedOf(type)];
}

/** The typed array of elements of a type. */
export function arrayOf(stored: Stored): string {
  const scalar = storedOf(stored);
  if (scalar === 'long') return 'BigInt64Array';
  return scalar === 'ulong' ? 'BigUint64Array' : (SCALAR_ACCESS[scalar].array ?? 'Uint8Array');
}

/** Whether it is a bigint in JavaScript; enums of 64 bits are plain bigints. */
export function isBig(type: Stored): boolean {
  return isLong(storedOf(type));
}

/** Whether it is a `bool`. */
export function isBool(type: Stored): boolean {
  return type.kind === 'scalar' && type.scalar === 'bool';
}

/** Its TypeScript type. */
export function scalarType(context: Context, type: Stored): Piece {
  if (isBig(type)) return 'bigint';
  if (type.kind === 'enum') return typeRef(context, type.enum);
  return type.scalar === 'bool' ? 'boolean' : 'number';
}

/** Reads it at the position `at` of `this.bb`. */
export function readScalar(context: Context, type: Stored, at: Fragment): Fragment {
  const value = code`this.bb!.${accessOf(type).read}(${at})`;
  if (isBool(type)) return code`!!${value}`;
  // A number is an enum to TypeScript, but not one of the literals that a const object stands for.
  const cast = type.kind === 'enum' && !isBig(type) && context.settings.enums === 'const';
  return cast ? code`(${value} as ${typeRef(context, type.enum)})` : value;
}

/** A value of it in the form that writers take. */
export function storable(type: Stored, value: Piece): Fragment {
  return code`${isBool(type) ? '+' : ''}${value}`;
}

/** Zero, as the reader of a vector gives it when there is no vector. */
export function zeroElement(context: Context, type: Stored): string {
  if (isBig(type)) return '0n';
  if (type.kind === 'enum') return context.absent;
  return type.scalar === 'bool' ? 'false' : '0';
}

/** The default of a scalar field; absence for an optional one. */
export function defaultOf(context: Context, field: TableField, type: Stored): Piece {
  const value = field.default;
  if (typeof value !== 'number' && typeof value !== 'bigint') return context.absent;
  return valueOf(context, type, value, field.defaultText);
}

/** A value of a scalar or enum as a literal. `text` is its decimal text as the schema had it. */
export function valueOf(
  context: Context,
  type: Stored,
  value: number | bigint,
  text: string | null = null,
): Piece {
  if (isBig(type)) return `${value}n`;
  if (type.kind === 'enum') return enumValue(context, type, value);
  if (type.scalar === 'bool') return String(Boolean(value));
  if (isFloat(type.scalar)) return floatLiteral(Number(value), type.scalar === 'float' ? text : null);
  return value;
}

/** A member if there is one; else the number itself, which needs a cast to be taken for the enum. */
function enumValue(context: Context, type: EnumType, value: number | bigint): Fragment {
  const index = type.enum.values.findIndex((each) => each.value === BigInt(value));
  const ref = typeRef(context, type.enum);
  const member = context.names.members(type.enum)[index];
  return member === undefined ? code`(${value} as number as ${ref})` : code`${ref}.${member}`;
}

/** The schema's own digits where they mean the value: `3.14` rather than what a 32-bit float makes of it. */
function floatLiteral(value: number, text: string | null): Piece {
  if (Number.isNaN(value)) return code`${global('NaN')}`;
  if (!Number.isFinite(value)) return code`${value < 0 ? '-' : ''}${global('Infinity')}`;
  const written = text === null || text === '' ? Number.NaN : Number(text);
  if (Number.isFinite(written) && Math.fround(written) === Math.fround(value)) return numberText(written);
  return numberText(value);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
