// The kinds of values as small integers, so that readers and printers branch with one switch. Up to DOUBLE they are
// scalars, up to ULONG integers (a bool is one unsigned byte).
import type { ScalarName } from '@fb/schema';

export const BOOL = 0;
export const BYTE = 1;
export const UBYTE = 2;
export const SHORT = 3;
export const USHORT = 4;
export const INT = 5;
export const UINT = 6;
export const LONG = 7;
export const ULONG = 8;
export const FLOAT = 9;
export const DOUBLE = 10;
export const STRUCT = 11;
export const ARRAY = 12;
export const STRING = 13;
export const TABLE = 14;
export const VECTOR = 15;
export const UNION = 16;

const KINDS: Readonly<Record<ScalarName, number>> = {
  bool: BOOL,
  byte: BYTE,
  ubyte: UBYTE,
  short: SHORT,
  ushort: USHORT,
  int: INT,
  uint: UINT,
  long: LONG,
  ulong: ULONG,
  float: FLOAT,
  double: DOUBLE,
};

/** The kind of a scalar. */
export function kindOf(scalar: ScalarName): number {
  return KINDS[scalar];
}
