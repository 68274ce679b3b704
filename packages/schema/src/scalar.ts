// Facts about scalars: sizes and ranges (FlatBuffers binary format, table of inline types).
import type { IntegerName, ScalarName, Type } from './model.js';

const SIZES: Readonly<Record<ScalarName, 1 | 2 | 4 | 8>> = {
  bool: 1,
  byte: 1,
  ubyte: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  long: 8,
  ulong: 8,
  float: 4,
  double: 8,
};

/** Bytes a scalar takes, which is its alignment as well. @public */
export function scalarSize(scalar: ScalarName): 1 | 2 | 4 | 8 {
  return SIZES[scalar];
}

/** Whether a scalar is `float` or `double`. @public */
export function isFloat(scalar: ScalarName): scalar is 'float' | 'double' {
  return scalar === 'float' || scalar === 'double';
}

/** Whether a scalar takes eight bytes and holds an integer, which JavaScript gives as a bigint. @public */
export function isLong(scalar: ScalarName): scalar is 'long' | 'ulong' {
  return scalar === 'long' || scalar === 'ulong';
}

/** Whether an integer may be negative. @public */
export function isSigned(scalar: IntegerName): boolean {
  return scalar === 'byte' || scalar === 'short' || scalar === 'int' || scalar === 'long';
}

/** Smallest and largest value of an integer; a bool holds one unsigned byte. @public */
export function integerRange(scalar: IntegerName | 'bool'): { readonly min: bigint; readonly max: bigint } {
  return RANGES[scalar];
}

const RANGES: Readonly<Record<IntegerName | 'bool', { readonly min: bigint; readonly max: bigint }>> = {
  bool: { min: 0n, max: 0xffn },
  byte: { min: -0x80n, max: 0x7fn },
  ubyte: { min: 0n, max: 0xffn },
  short: { min: -0x8000n, max: 0x7fffn },
  ushort: { min: 0n, max: 0xffffn },
  int: { min: -0x8000_0000n, max: 0x7fff_ffffn },
  uint: { min: 0n, max: 0xffff_ffffn },
  long: { min: -0x8000_0000_0000_0000n, max: 0x7fff_ffff_ffff_ffffn },
  ulong: { min: 0n, max: 0xffff_ffff_ffff_ffffn },
};

/** The scalar that is stored for a scalar or enum type; `null` for every other type. @public */
export function storedScalar(type: Type): ScalarName | null {
  if (type.kind === 'scalar') return type.scalar;
  return type.kind === 'enum' ? type.enum.underlying : null;
}
