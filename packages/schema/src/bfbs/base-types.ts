// Scalars as the format numbers them.
import type { ScalarName } from '../model.js';
import { BaseType } from './generated/reflection/base-type.js';

/** The base type of each scalar. */
export const SCALAR_BASE_TYPES: Readonly<Record<ScalarName, BaseType>> = {
  bool: BaseType.Bool,
  byte: BaseType.Byte,
  ubyte: BaseType.UByte,
  short: BaseType.Short,
  ushort: BaseType.UShort,
  int: BaseType.Int,
  uint: BaseType.UInt,
  long: BaseType.Long,
  ulong: BaseType.ULong,
  float: BaseType.Float,
  double: BaseType.Double,
};

const SCALARS: ReadonlyMap<BaseType, ScalarName> = new Map(
  (Object.entries(SCALAR_BASE_TYPES) as [ScalarName, BaseType][]).map(([name, base]) => [base, name]),
);

/** The scalar of a base type; `undefined` if it is none. */
export function scalarOfBaseType(base: BaseType): ScalarName | undefined {
  return SCALARS.get(base);
}
