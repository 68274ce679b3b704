// Scalars and enums in Python: their literals, and how they are read and stored.
import { code, type Piece } from '@fb/codegen';
import { isFloat, type EnumType, type ScalarName, type ScalarType, type TableField } from '@fb/schema';
import { builtin } from './language.js';
import { flagsOf, SCALAR_ACCESS, view, type ScalarAccess } from './runtime.js';

/** A type that is stored as a number. */
export type Stored = ScalarType | EnumType;

/** The scalar that is stored. */
export function storedOf(type: Stored): ScalarName {
  return type.kind === 'scalar' ? type.scalar : type.enum.underlying;
}

/** What handles it. */
export function accessOf(type: Stored): ScalarAccess {
  return SCALAR_ACCESS[storedOf(type)];
}

/** Reads it at a position of the buffer. */
export function readScalar(type: Stored, at: Piece): Piece {
  return view('Get', flagsOf(storedOf(type)), code`${at}`);
}

/** The default of a scalar field; `None` for an optional one. */
export function defaultOf(field: TableField, type: Stored): Piece {
  const value = field.default;
  if (typeof value !== 'number' && typeof value !== 'bigint') return 'None';
  return literal(type, value, field.defaultText);
}

/** A value as a literal. `text` is its decimal text as the schema had it. */
export function literal(type: Stored, value: number | bigint, text: string | null = null): Piece {
  const scalar = storedOf(type);
  if (scalar === 'bool') return Number(value) === 0 ? 'False' : 'True';
  return isFloat(scalar) ? floatLiteral(Number(value), scalar === 'float' ? text : null) : String(value);
}

/** The schema's own digits where they mean the value: `3.14`, which users write too, and not what 32 bits make of it. */
function floatLiteral(value: number, text: string | null): Piece {
  if (Number.isNaN(value)) return code`${builtin('float')}('nan')`;
  if (!Number.isFinite(value)) return code`${builtin('float')}('${value < 0 ? '-' : ''}inf')`;
  const written = text === null || text === '' ? Number.NaN : Number(text);
  const isSame = Number.isFinite(written) && Math.fround(written) === Math.fround(value);
  return numberText(isSame ? written : value);
}

function numberText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
