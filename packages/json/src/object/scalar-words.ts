// JavaScript values to scalars, exactly: a number, and the words of 64 bits.
import { didYouMean } from '@fb/diagnostics';
import { BOOL, DOUBLE, FLOAT, LONG, ULONG } from '../plan/kind.js';
import type { EnumPlan, ValuePlan } from '../plan/plan.js';

/** A scalar: the number, or of 64-bit integers the words. */
export interface ScalarWords {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The scalar of type `type` that `value` is; a string says what is wrong with it. */
export function scalarWords(type: ValuePlan, value: unknown): ScalarWords | string {
  const { kind } = type;
  if (kind === FLOAT || kind === DOUBLE) {
    if (typeof value !== 'number' && typeof value !== 'bigint') return expected(type, value);
    const number = Number(value);
    return { value: kind === FLOAT ? Math.fround(number) : number, low: 0, high: 0 };
  }
  if (kind === BOOL && typeof value === 'boolean') return { value: Number(value), low: 0, high: 0 };
  const integer = integerOf(type.enum, value);
  if (integer === null) return expected(type, value);
  if (typeof integer === 'string') return integer;
  if (kind === BOOL) return { value: integer === 0n ? 0 : 1, low: 0, high: 0 };
  const isLong = kind === LONG || kind === ULONG;
  const fits = isLong
    ? integer === (kind === LONG ? BigInt.asIntN(64, integer) : BigInt.asUintN(64, integer))
    : integer >= BigInt(type.min) && integer <= BigInt(type.max);
  if (!fits) return `${integer} is out of range for ${type.name}`;
  return {
    value: Number(integer),
    low: Number(BigInt.asIntN(32, integer)),
    high: Number(BigInt.asIntN(32, integer >> 32n)),
  };
}

/** An integer, from a number, a bigint, its decimal text or the names of enum values; `null` if it is none. */
function integerOf(names: EnumPlan | null, value: unknown): bigint | string | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : null;
  if (typeof value !== 'string') return null;
  if (/^-?\d{1,20}$/.test(value)) return BigInt(value);
  if (names === null) return null;
  let bits = 0n;
  let isNegative = false;
  for (const name of value.split(' ')) {
    const entry = names.byName.get(name);
    if (entry === undefined) {
      const hint = didYouMean(name, names.byName.keys());
      return `${names.name} has no value ${JSON.stringify(name.slice(0, 60))}${hint === null ? '' : `: ${hint}`}`;
    }
    isNegative ||= entry.value < 0n;
    bits |= BigInt.asUintN(64, entry.value);
  }
  return isNegative ? BigInt.asIntN(64, bits) : bits;
}

function expected(type: ValuePlan, value: unknown): string {
  return `expected ${type.name}, found ${describeValue(value)}`;
}

/** What a value is, in few words; looks at none of its members. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return Array.isArray(value) ? 'an array' : `a${/^[aeiou]/.test(typeof value) ? 'n' : ''} ${typeof value}`;
}
