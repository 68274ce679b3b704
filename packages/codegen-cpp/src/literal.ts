// Numbers and defaults as C++ writes them.
import {
  isFloat,
  storedScalar,
  type EnumDef,
  type IntegerName,
  type ScalarName,
  type TableField,
} from '@fb/schema';
import type { Context } from './context.js';
import { storedName, userType, type Plain } from './types.js';

/** An integer of a type. The smallest number of a signed type has no literal of its own. */
export function integerLiteral(scalar: ScalarName, value: bigint): string {
  if (scalar === 'long') {
    return value === -(1n << 63n) ? `(${value + 1n}LL - 1LL)` : `${value}${value === 0n ? '' : 'LL'}`;
  }
  if (scalar === 'ulong') return `${value}${value === 0n ? '' : 'ULL'}`;
  if (scalar === 'int' && value === -(1n << 31n)) return `(${value + 1n} - 1)`;
  return scalar === 'uint' && value >= 1n << 31n ? `${value}U` : String(value);
}

/** A floating-point number of a type; `text` is how the schema wrote it. */
export function floatLiteral(scalar: 'float' | 'double', value: number, text: string | null): string {
  const limits = `std::numeric_limits<${scalar}>`;
  const stored = scalar === 'float' ? Math.fround(value) : value;
  if (Number.isNaN(stored)) return `${limits}::quiet_NaN()`;
  if (!Number.isFinite(stored)) return `${stored < 0 ? '-' : ''}${limits}::infinity()`;
  // A compiler warns of a literal that is so small that nothing remains of it.
  if (stored === 0) return `${Object.is(stored, -0) ? '-' : ''}0.0${scalar === 'float' ? 'f' : ''}`;
  const decimal = text !== null && /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text) ? text : String(stored);
  const digits = decimal.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  return `${/[.e]/i.test(digits) ? digits : `${digits}.0`}${scalar === 'float' ? 'f' : ''}`;
}

/** The default of a field as it is stored. */
export function storedDefault(field: TableField): string {
  const scalar = storedScalar(field.type);
  if (scalar === null) return '0';
  const value = field.default;
  const number = typeof value === 'number' || typeof value === 'bigint' ? value : 0;
  if (isFloat(scalar)) return floatLiteral(scalar, Number(number), field.defaultText);
  return integerLiteral(scalar, BigInt(number));
}

/** The default of a field that is a scalar or enum, as a user's program writes it. */
export function userDefault(context: Context, field: TableField, type: Plain): string {
  const value = typeof field.default === 'number' || typeof field.default === 'bigint' ? field.default : 0;
  if (type.kind === 'enum') return enumLiteral(context, type.enum, BigInt(value));
  if (type.scalar === 'bool') return Number(value) === 0 ? 'false' : 'true';
  return storedDefault(field);
}

/** An enumerator, or the number as one where there is none. */
export function enumLiteral(context: Context, def: EnumDef, value: bigint): string {
  const known = def.values.find((each) => each.value === value);
  if (known !== undefined) return context.names.enumeratorRef(def, known);
  return `static_cast<${userType(context, { kind: 'enum', enum: def })}>(${integerLiteral(def.underlying, value)})`;
}

/** The number of an enumerator in its declaration. */
export function enumeratorValue(underlying: IntegerName, value: bigint): string {
  return integerLiteral(underlying, value);
}

/** The arithmetic type of an enum. */
export function underlyingType(def: EnumDef): string {
  return storedName(def.underlying);
}
