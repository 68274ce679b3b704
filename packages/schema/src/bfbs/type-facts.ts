// What a binary schema says about a type: `reflection.Type` as plain numbers.
import type { EnumDef, ScalarName, StructDef, TableDef, Type, UnionDef } from '../model.js';
import { scalarSize } from '../scalar.js';
import { BASE_TYPE } from './reflection.js';

/** The content of a `reflection.Type`. */
export interface TypeFacts {
  readonly baseType: number;
  readonly element: number;
  /** Position among the objects or enums sorted by name, or -1. */
  readonly index: number;
  readonly fixedLength: number;
  readonly baseSize: number;
  readonly elementSize: number;
}

/** Positions of definitions among their like, sorted by full name. */
export interface Positions {
  objects(def: TableDef | StructDef): number;
  enums(def: EnumDef | UnionDef): number;
}

/** The type that stands where there is none: values of enums, and `NONE`. */
export const NO_TYPE: TypeFacts = plain(BASE_TYPE.none, 1, -1);

/** The type of the numbers of an enum or union, which points back to it. */
export function underlyingType(def: EnumDef | UnionDef, positions: Positions): TypeFacts {
  const number = def.kind === 'enum' ? def : def.discriminator;
  const index = positions.enums(def);
  if (def.kind === 'union' && !def.explicitUnderlying) return plain(BASE_TYPE.utype, 1, index);
  return plain(BASE_TYPE[number.underlying], scalarSize(number.underlying), index);
}

/** The type of a field or union member. */
export function typeFacts(type: Type, positions: Positions): TypeFacts {
  switch (type.kind) {
    case 'vector': {
      const element = typeFacts(type.element, positions);
      // A vector of structs knows their size; the other sequences of structs keep that of an offset.
      const struct = type.element.kind === 'struct' && !type.wide ? type.element.struct : null;
      const elementSize = struct === null ? element.baseSize : struct.size;
      const [baseType, baseSize] = type.wide ? [BASE_TYPE.vector64, 8] : [BASE_TYPE.vector, 4];
      return {
        baseType,
        element: element.baseType,
        index: element.index,
        fixedLength: 0,
        baseSize,
        elementSize,
      };
    }
    case 'array': {
      const { baseType, index, baseSize } = typeFacts(type.element, positions);
      return {
        baseType: BASE_TYPE.array,
        element: baseType,
        index,
        fixedLength: type.length,
        baseSize: 4,
        elementSize: baseSize,
      };
    }
    case 'scalar':
      return scalar(type.scalar, -1);
    case 'enum':
      // The tag of a union is called that whatever the width of its numbers.
      if (type.enum.union !== null) return plain(BASE_TYPE.utype, 1, positions.enums(type.enum.union));
      return scalar(type.enum.underlying, positions.enums(type.enum));
    case 'string':
      return plain(BASE_TYPE.string, 4, -1);
    case 'struct':
      return plain(BASE_TYPE.object, 4, positions.objects(type.struct));
    case 'table':
      return plain(BASE_TYPE.object, 4, positions.objects(type.table));
    case 'union':
      return plain(BASE_TYPE.union, 4, positions.enums(type.union));
  }
}

function scalar(name: ScalarName, index: number): TypeFacts {
  return plain(BASE_TYPE[name], scalarSize(name), index);
}

/** Without an element the element size reads 1. */
function plain(baseType: number, baseSize: number, index: number): TypeFacts {
  return { baseType, element: BASE_TYPE.none, index, fixedLength: 0, baseSize, elementSize: 1 };
}
