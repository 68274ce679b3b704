// Scalars as JSON text: numbers, booleans, and the names of enum values.
import { appendByte, appendBytes, type ForwardBuffer } from '@fb/bytes';
import { writeFixed, writeLong, writeSigned } from '../numbers/number-text.js';
import { writePrecise } from '../numbers/precise-writer.js';
import { BOOL, BYTE, FLOAT, INT, LONG, SHORT, UBYTE, UINT, ULONG, USHORT } from '../plan/kind.js';
import type { EnumPlan, FieldPlan, ValuePlan } from '../plan/plan.js';
import { word } from './word.js';

const TRUE: Uint8Array = word('true');
const FALSE: Uint8Array = word('false');
const QUOTE = 34;
const SPACE = 32;

/** How scalars are written. */
export interface ScalarRules {
  /** Enum values by name. */
  readonly enumNames: boolean;
  /** Floats in the shortest form that reads back as the same number. */
  readonly precise: boolean;
  /** 64-bit integers in quotes. */
  readonly longStrings: boolean;
}

/** Writes the scalar of type `type` at a position of a buffer. */
export function writeScalar(
  out: ForwardBuffer,
  view: DataView,
  at: number,
  type: ValuePlan,
  rules: ScalarRules,
): void {
  const names = rules.enumNames;
  switch (type.kind) {
    case BOOL:
      return writeFlag(out, view.getUint8(at));
    case BYTE:
      return writeInteger(out, view.getInt8(at), type, names);
    case UBYTE:
      return writeInteger(out, view.getUint8(at), type, names);
    case SHORT:
      return writeInteger(out, view.getInt16(at, true), type, names);
    case USHORT:
      return writeInteger(out, view.getUint16(at, true), type, names);
    case INT:
      return writeInteger(out, view.getInt32(at, true), type, names);
    case UINT:
      return writeInteger(out, view.getUint32(at, true), type, names);
    case LONG:
    case ULONG:
      return writeWide(out, view.getInt32(at, true), view.getInt32(at + 4, true), type, rules);
    case FLOAT:
      return writeReal(out, view, at, true, rules);
    default:
      return writeReal(out, view, at, false, rules);
  }
}

/** Writes the default of an absent scalar. */
export function writeDefault(out: ForwardBuffer, field: FieldPlan, rules: ScalarRules): void {
  const type = field.value;
  const value = field.default ?? 0;
  if (type.kind === BOOL) writeFlag(out, value);
  else if (type.kind < LONG) writeInteger(out, value, type, rules.enumNames);
  else if (type.kind < FLOAT) writeWide(out, field.defaultLow, field.defaultHigh, type, rules);
  else if (rules.precise) writePrecise(out, value, type.kind === FLOAT);
  else writeFixed(out, value, type.kind === FLOAT ? 6 : 12);
}

/** Writes `false` for 0, else `true`. */
export function writeFlag(out: ForwardBuffer, value: number): void {
  appendBytes(out, value === 0 ? FALSE : TRUE);
}

/** Writes an integer of up to 32 bits, which may have a name. */
export function writeInteger(out: ForwardBuffer, value: number, type: ValuePlan, names: boolean): void {
  if (names && type.enum !== null) {
    const entry = type.enum.byNumber.get(value);
    if (entry !== undefined) return appendBytes(out, entry.quoted);
    if (type.enum.bitFlags && value !== 0 && writeFlags(out, BigInt.asUintN(64, BigInt(value)), type.enum))
      return;
  }
  writeSigned(out, value);
}

/** Writes a 64-bit integer, which may have a name. */
export function writeWide(
  out: ForwardBuffer,
  low: number,
  high: number,
  type: ValuePlan,
  rules: ScalarRules,
): void {
  if (rules.enumNames && type.enum !== null) {
    const bits = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    const entry = type.enum.byBits.get(bits);
    if (entry !== undefined) return appendBytes(out, entry.quoted);
    if (type.enum.bitFlags && bits !== 0n && writeFlags(out, bits, type.enum)) return;
  }
  if (rules.longStrings) appendByte(out, QUOTE);
  writeLong(out, low, high, type.kind === LONG);
  if (rules.longStrings) appendByte(out, QUOTE);
}

/** Writes the float (`single`) or double at a position of a buffer: a number that is an argument is put on the heap first. */
export function writeReal(
  out: ForwardBuffer,
  view: DataView,
  at: number,
  single: boolean,
  rules: ScalarRules,
): void {
  const value = single ? view.getFloat32(at, true) : view.getFloat64(at, true);
  if (rules.precise) writePrecise(out, value, single);
  else writeFixed(out, value, single ? 6 : 12);
}

/** Writes the names of all values that share a bit with `bits`, if together they are exactly these bits. */
function writeFlags(out: ForwardBuffer, bits: bigint, type: EnumPlan): boolean {
  const parts = type.entries.filter((entry) => (BigInt.asUintN(64, entry.value) & bits) !== 0n);
  const covered = parts.reduce((all, entry) => all | BigInt.asUintN(64, entry.value), 0n);
  if (covered !== bits) return false;
  for (const [i, entry] of parts.entries()) {
    appendByte(out, i === 0 ? QUOTE : SPACE);
    appendBytes(out, entry.quoted.subarray(1, -1));
  }
  appendByte(out, QUOTE);
  return true;
}
