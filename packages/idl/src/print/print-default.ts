// Defaults of table fields: the way back from `lowerDefault`.
import { isFloat, storedScalar, type EnumDef, type ScalarName, type TableField } from '@fb/schema';
import { printString } from './string-literal.js';

/** ` = value`; nothing for what a field has anyway. */
export function printDefault(field: TableField): string {
  const value = defaultValue(field);
  return value === null ? '' : ` = ${value}`;
}

function defaultValue(field: TableField): string | null {
  const { type, presence, default: value } = field;
  if (type.kind === 'string') {
    if (typeof value === 'string') return printString(value);
    // A binary schema tells of a string that it has a default, but not which.
    return presence === 'default' ? '""' : null;
  }
  if (type.kind === 'vector') return value === null ? null : '[]';
  const scalar = storedScalar(type);
  if (scalar === null) return null;
  if (presence === 'optional') return 'null';
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  if (isFloat(scalar)) return floatText(field.defaultText, Number(value));
  const number = BigInt(value);
  if (number === 0n) return null;
  return type.kind === 'enum' ? enumText(type.enum, number) : integerText(scalar, number);
}

/** As it was written, where that is known. */
function floatText(written: string | null, value: number): string | null {
  if (written !== null) return written === '0.0' ? null : written;
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, 0)) return null;
  return Object.is(value, -0) ? '-0.0' : String(value);
}

function integerText(scalar: ScalarName, value: bigint): string {
  return scalar === 'bool' && value === 1n ? 'true' : String(value);
}

/** The name of a value; of flags, several names; else the number. */
function enumText(def: EnumDef, number: bigint): string {
  const single = def.values.find((value) => value.value === number);
  // The word `null` says that there is no default.
  if (single !== undefined && single.name !== 'null') return single.name;
  const names = def.bitFlags ? flagNames(def, number) : null;
  return names === null ? String(number) : `"${names.join(' ')}"`;
}

function flagNames(def: EnumDef, number: bigint): readonly string[] | null {
  const parts = def.values.filter(({ value }) => (value & number) === value);
  const isWhole = parts.reduce((sum, { value }) => sum | value, 0n) === number;
  return isWhole && parts.length > 1 ? parts.map(({ name }) => name) : null;
}
