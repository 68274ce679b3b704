// Scalars and enums in Java: their types, literals, and how they are read and stored.
import { code, type Fragment, type Piece } from '@fb/codegen';
import {
  isFloat,
  scalarSize,
  type EnumType,
  type ScalarName,
  type ScalarType,
  type TableField,
} from '@fb/schema';
import { SCALAR_ACCESS, type ScalarAccess } from './runtime.js';

/** A type that is stored as a number. */
export type Stored = ScalarType | EnumType;

/** The scalar that is stored. */
export function storedOf(type: Stored): ScalarName {
  return type.kind === 'scalar' ? type.scalar : type.enum.underlying;
}

/** How it is handled. The tag of a union stays a byte, as users of the reference compiler know it. */
export function accessOf(type: Stored): ScalarAccess {
  const access = SCALAR_ACCESS[storedOf(type)];
  return isTag(type) ? { ...access, type: 'byte', boxed: 'Byte' } : access;
}

/** Whether it is the tag of a union. */
export function isTag(type: Stored): boolean {
  return type.kind === 'enum' && type.enum.union !== null;
}

/** Reads it from `buffer` at the position `at`. */
export function readScalar(type: Stored, at: Piece, buffer = 'bb'): Fragment {
  const access = accessOf(type);
  const value = code`${buffer}.get${access.buffer}(${at})`;
  if (access.stored === 'boolean') return code`0 != ${value}`;
  if (access.stored === access.type) return value;
  const mask = { 1: '0xFF', 2: '0xFFFF', 4: '0xFFFFFFFFL', 8: '' }[scalarSize(storedOf(type))] ?? '';
  return code`${value} & ${mask}`;
}

/** Writes `value` to `bb` at the position `at`. */
export function writeScalar(type: Stored, at: Piece, value: string): Fragment {
  const access = accessOf(type);
  const stored = access.stored === 'boolean' ? `(byte) (${value} ? 1 : 0)` : storable(type, value);
  return code`bb.put${access.buffer}(${at}, ${stored})`;
}

/** A value in the form that is stored. */
export function storable(type: Stored, value: string): string {
  const access = accessOf(type);
  return access.type === access.stored ? value : `(${access.stored}) ${value}`;
}

/** The default of a scalar field as its accessor gives it: zero for an optional one. */
export function defaultOf({ default: value }: TableField, type: Stored): string {
  return literalOf(type, typeof value === 'number' || typeof value === 'bigint' ? value : 0, 'type');
}

/** A value as a literal of the type that users see, or of the type that stores it. */
export function literalOf(type: Stored, value: number | bigint, as: 'type' | 'stored'): string {
  const access = accessOf(type);
  const scalar = storedOf(type);
  if (scalar === 'bool') return value === 0 ? 'false' : 'true';
  if (isFloat(scalar)) return floatLiteral(scalar === 'float', Number(value));
  const wraps = as === 'stored' || access.type === access.stored;
  const number = wraps ? BigInt.asIntN(8 * scalarSize(scalar), BigInt(value)) : BigInt(value);
  return access[as] === 'long' ? `${number}L` : String(number);
}

function floatLiteral(single: boolean, given: number): string {
  const value = single ? Math.fround(given) : given;
  const box = single ? 'Float' : 'Double';
  if (Number.isNaN(value)) return `${box}.NaN`;
  if (!Number.isFinite(value)) return `${box}.${value > 0 ? 'POSITIVE' : 'NEGATIVE'}_INFINITY`;
  const text = Object.is(value, -0) ? '-0.0' : single ? shortestSingle(value) : String(value);
  return single ? `${text}f` : /[.e]/.test(text) ? text : `${text}.0`;
}

/** The fewest digits that give the same single. */
function shortestSingle(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}
