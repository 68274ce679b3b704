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
