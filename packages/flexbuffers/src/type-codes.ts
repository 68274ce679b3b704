// The type codes as constants of their own, and their families: bundlers put constants where they are used, which they
// cannot do with the members of an object.
import type { FlexType } from './flex-type.js';

export const NULL_TYPE: typeof FlexType.Null = 0;
export const INT_TYPE: typeof FlexType.Int = 1;
export const UINT_TYPE: typeof FlexType.UInt = 2;
export const FLOAT_TYPE: typeof FlexType.Float = 3;
export const KEY_TYPE: typeof FlexType.Key = 4;
export const STRING_TYPE: typeof FlexType.String = 5;
export const INDIRECT_INT_TYPE: typeof FlexType.IndirectInt = 6;
export const INDIRECT_UINT_TYPE: typeof FlexType.IndirectUInt = 7;
export const INDIRECT_FLOAT_TYPE: typeof FlexType.IndirectFloat = 8;
export const MAP_TYPE: typeof FlexType.Map = 9;
export const VECTOR_TYPE: typeof FlexType.Vector = 10;
export const VECTOR_INT_TYPE: typeof FlexType.VectorInt = 11;
export const VECTOR_KEY_TYPE: typeof FlexType.VectorKey = 14;
export const VECTOR_STRING_TYPE: typeof FlexType.VectorString = 15;
export const VECTOR_INT_2_TYPE: typeof FlexType.VectorInt2 = 16;
export const VECTOR_FLOAT_4_TYPE: typeof FlexType.VectorFloat4 = 24;
export const BLOB_TYPE: typeof FlexType.Blob = 25;
export const BOOL_TYPE: typeof FlexType.Bool = 26;
export const VECTOR_BOOL_TYPE: typeof FlexType.VectorBool = 36;

/** Whether values of `type` stand in the slot itself rather than behind an offset. */
export function isInline(type: number): boolean {
  return type <= FLOAT_TYPE || type === BOOL_TYPE;
}

/** Typed vectors that store their length. */
export function isTypedVector(type: number): boolean {
  return (type >= VECTOR_INT_TYPE && type <= VECTOR_STRING_TYPE) || type === VECTOR_BOOL_TYPE;
}

/** Typed vectors of 2 to 4 numbers, whose length is in the type. */
export function isFixedTypedVector(type: number): boolean {
  return type >= VECTOR_INT_2_TYPE && type <= VECTOR_FLOAT_4_TYPE;
}

/**
 * How the elements of a typed vector, fixed or not, read. The width of the strings in the deprecated vector of strings is
 * lost: they read as keys.
 */
export function elementOf(type: number): number {
  if (type === VECTOR_BOOL_TYPE) return BOOL_TYPE;
  if (type === VECTOR_STRING_TYPE) return KEY_TYPE;
  return isFixedTypedVector(type)
    ? ((type - VECTOR_INT_2_TYPE) % 3) + INT_TYPE
    : type - VECTOR_INT_TYPE + INT_TYPE;
}

/** The length of a fixed typed vector. */
export function fixedLengthOf(type: number): number {
  return Math.floor((type - VECTOR_INT_2_TYPE) / 3) + 2;
}

/** The typed vector of elements of `type`; `-1` if there is none. */
export function typedVectorOf(type: number): number {
  if (type === BOOL_TYPE) return VECTOR_BOOL_TYPE;
  return type >= INT_TYPE && type <= STRING_TYPE ? type - INT_TYPE + VECTOR_INT_TYPE : -1;
}

/** The fixed typed vector of `length` elements of `type`; `-1` if there is none. */
export function fixedTypedVectorOf(type: number, length: number): number {
  const known = type >= INT_TYPE && type <= FLOAT_TYPE && length >= 2 && length <= 4;
  return known ? type - INT_TYPE + VECTOR_INT_2_TYPE + 3 * (length - 2) : -1;
}

/** Whether `type` is a number behind an offset. */
export function isIndirect(type: number): boolean {
  return type >= INDIRECT_INT_TYPE && type <= INDIRECT_FLOAT_TYPE;
}

/** The packed type, without a width, of the number that a packed type of an indirect one leads to. */
export function directOf(packed: number): number {
  return ((packed >> 2) - INDIRECT_INT_TYPE + INT_TYPE) << 2;
}
