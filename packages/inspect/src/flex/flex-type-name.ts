// The types of FlexBuffers in words: what a value's packed type byte says about it.
import { FlexType } from '@fb/flexbuffers';

/** A number of the format that holds a type; of those above 26 only 36 means something. */
export type TypeCode = number;

const NAMES: ReadonlyMap<TypeCode, string> = new Map<TypeCode, string>([
  [FlexType.Null, 'null'],
  [FlexType.Int, 'int'],
  [FlexType.UInt, 'uint'],
  [FlexType.Float, 'float'],
  [FlexType.Bool, 'bool'],
  [FlexType.Key, 'key'],
  [FlexType.String, 'string'],
  [FlexType.IndirectInt, 'indirect int'],
  [FlexType.IndirectUInt, 'indirect uint'],
  [FlexType.IndirectFloat, 'indirect float'],
  [FlexType.Map, 'map'],
  [FlexType.Vector, 'vector'],
  [FlexType.VectorInt, '[int]'],
  [FlexType.VectorUInt, '[uint]'],
  [FlexType.VectorFloat, '[float]'],
  [FlexType.VectorKey, '[key]'],
  [FlexType.VectorString, '[string]'],
  [FlexType.VectorBool, '[bool]'],
  [FlexType.Blob, 'blob'],
]);

const SCALARS = ['int', 'uint', 'float'];

/** Numbers, truth and null, which stand in their slot. */
export function isScalar(type: TypeCode): boolean {
  return type <= FlexType.Float || type === FlexType.Bool;
}

/** The length of a vector that does not store it, and its elements' type; `null` for others. */
export function fixedVector(type: TypeCode): { readonly length: number; readonly element: TypeCode } | null {
  if (type < FlexType.VectorInt2 || type > FlexType.VectorFloat4) return null;
  const index = type - FlexType.VectorInt2;
  return { length: Math.floor(index / 3) + 2, element: FlexType.Int + (index % 3) };
}

/** The type of the elements of a vector that stores its length and has one type; `null` for others. */
export function elementType(type: TypeCode): TypeCode | null {
  if (type === FlexType.VectorBool) return FlexType.Bool;
  if (type < FlexType.VectorInt || type > FlexType.VectorString) return null;
  // The width of such strings' lengths is not stored: readers take them as keys.
  return type === FlexType.VectorString ? FlexType.Key : type - FlexType.VectorInt + FlexType.Int;
}

/** The name of a type; `null` if the format has no such type. */
export function typeName(type: TypeCode): string | null {
  const fixed = fixedVector(type);
  if (fixed !== null) return `[${SCALARS[fixed.element - FlexType.Int] ?? ''}:${fixed.length}]`;
  return NAMES.get(type) ?? null;
}

/** A scalar type with its width: `int8`, `float64`; `null` and `bool` are of any width. */
export function scalarName(type: TypeCode, width: number): string {
  const name = typeName(type) ?? 'unknown';
  return type === FlexType.Null || type === FlexType.Bool ? name : `${name}${width * 8}`;
}
