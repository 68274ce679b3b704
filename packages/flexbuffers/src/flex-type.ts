// The types of FlexBuffers values, as they stand in a packed type byte: `type << 2 | width code`.

/** The type codes of the format, FlexBuffers' own names. @public */
export const FlexType = {
  Null: 0,
  Int: 1,
  UInt: 2,
  Float: 3,
  Key: 4,
  String: 5,
  IndirectInt: 6,
  IndirectUInt: 7,
  IndirectFloat: 8,
  Map: 9,
  Vector: 10,
  VectorInt: 11,
  VectorUInt: 12,
  VectorFloat: 13,
  VectorKey: 14,
  /** Deprecated by the format: the width of the strings' length is lost, so readers present its elements as keys. */
  VectorString: 15,
  VectorInt2: 16,
  VectorUInt2: 17,
  VectorFloat2: 18,
  VectorInt3: 19,
  VectorUInt3: 20,
  VectorFloat3: 21,
  VectorInt4: 22,
  VectorUInt4: 23,
  VectorFloat4: 24,
  Blob: 25,
  Bool: 26,
  VectorBool: 36,
} as const;

/**
 * One of the type codes. Bytes from elsewhere may hold others (27 to 35 and 37 to 63), which mean nothing.
 * @public
 */
export type FlexType = (typeof FlexType)[keyof typeof FlexType];

/** Whether values of `type` stand in the slot itself rather than behind an offset. */
export function isInline(type: number): boolean {
  return type <= FlexType.Float || type === FlexType.Bool;
}

/** Typed vectors that store their length. */
export function isTypedVector(type: number): boolean {
  return (type >= FlexType.VectorInt && type <= FlexType.VectorString) || type === FlexType.VectorBool;
}

/** Typed vectors of 2 to 4 numbers, whose length is in the type. */
export function isFixedTypedVector(type: number): boolean {
  return type >= FlexType.VectorInt2 && type <= FlexType.VectorFloat4;
}

/** The type of a typed vector's elements. */
export function elementTypeOf(type: number): number {
  return type === FlexType.VectorBool ? FlexType.Bool : type - FlexType.VectorInt + FlexType.Int;
}

/** The type of a fixed typed vector's elements. */
export function fixedElementTypeOf(type: number): number {
  return ((type - FlexType.VectorInt2) % 3) + FlexType.Int;
}

/** The length of a fixed typed vector. */
export function fixedLengthOf(type: number): number {
  return Math.floor((type - FlexType.VectorInt2) / 3) + 2;
}

/** The typed vector of elements of `type`; `-1` if there is none. */
export function typedVectorOf(type: number): number {
  if (type === FlexType.Bool) return FlexType.VectorBool;
  return type >= FlexType.Int && type <= FlexType.String ? type - FlexType.Int + FlexType.VectorInt : -1;
}

/** The fixed typed vector of `length` elements of `type`; `-1` if there is none. */
export function fixedTypedVectorOf(type: number, length: number): number {
  const known = type >= FlexType.Int && type <= FlexType.Float && length >= 2 && length <= 4;
  return known ? type - FlexType.Int + FlexType.VectorInt2 + 3 * (length - 2) : -1;
}
