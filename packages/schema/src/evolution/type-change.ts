// What a change of a type means for the bytes.
import type { EnumType, StructType, TableType, Type, UnionType } from '../model.js';
import { isFloat, scalarSize, storedScalar } from '../scalar.js';
import { typeText } from '../type-text.js';

/** What a field's type can name. */
export type NamedType = EnumType | StructType | TableType | UnionType;

/**
 * How a type differs from what it was: not at all; by name only, so that data reads the same; by the sign of an
 * integer; by the length of an array; in whatever else makes data unreadable. Whether a vector is a 64-bit one does
 * not count here.
 */
export type TypeChange = 'none' | 'name' | 'sign' | 'length' | 'data';

/** Compares two types; `readsAlike` says whether definitions of different names read the same. */
export function typeChange(
  base: Type,
  next: Type,
  readsAlike: (base: NamedType, next: NamedType) => boolean,
): TypeChange {
  const [was, is] = [storedScalar(base), storedScalar(next)];
  if (base.kind === 'vector' && next.kind === 'vector')
    return typeChange(base.element, next.element, readsAlike);
  if (base.kind === 'array' && next.kind === 'array') {
    const change = typeChange(base.element, next.element, readsAlike);
    return base.length === next.length || change === 'data' ? change : 'length';
  }
  if (isNamed(base) && isNamed(next)) {
    // What changed in a definition is said there, once, and not at each use.
    if (typeText(base) === typeText(next)) return 'none';
    return readsAlike(base, next) ? 'name' : 'data';
  }
  if (was === null || is === null) return base.kind === next.kind ? 'none' : 'data';
  if (was === is) return base.kind === next.kind ? 'none' : 'name';
  const isSign = isPlainInteger(was) && isPlainInteger(is) && scalarSize(was) === scalarSize(is);
  return isSign ? 'sign' : 'data';
}

/** Whether the type refers to a definition. */
function isNamed(type: Type): type is NamedType {
  return type.kind === 'enum' || type.kind === 'struct' || type.kind === 'table' || type.kind === 'union';
}

function isPlainInteger(scalar: Parameters<typeof isFloat>[0]): boolean {
  return scalar !== 'bool' && !isFloat(scalar);
}
