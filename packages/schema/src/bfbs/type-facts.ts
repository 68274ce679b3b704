// What a binary schema says about a type: `reflection.Type` as plain numbers.
import type { EnumDef, ScalarName, StructDef, TableDef, Type, UnionDef } from '../model.js';
import { scalarSize } from '../scalar.js';
import { SCALAR_BASE_TYPES } from './base-types.js';
import { BaseType } from './generated/reflection/base-type.js';

/** The content of a `reflection.Type`. */
export interface TypeFacts {
  readonly baseType: BaseType;
  readonly element: BaseType;
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
export const NO_TYPE: TypeFacts = plain(BaseType.None, 1, -1);

/** The type of the numbers of an enum or union, which points back to it. */
export function underlyingType(def: EnumDef | UnionDef, positions: Positions): TypeFacts {
  const number = def.kind === 'enum' ? def : def.discriminator;
  const index = positions.enums(def);
  if (def.kind === 'union' && !def.explicitUnderlying) return plain(BaseType.UType, 1, index);
  return plain(SCALAR_BASE_TYPES[number.underlying], scalarSize(number.underlying), index);
}

/** The type of a field or union member. */
export function typeFacts(type: Type, positions: Positions): TypeFacts {
  switch (type.kind) {
    case 'vector': {
      const element = typeFacts(type.element, positions);
      // A vector of structs knows their size; the other sequences of structs keep that of an offset.
      const struct = type.element.kind === 'struct' && !type.wide ? type.element.struct : null;
      const elementSize = struct === null ? element.baseSize : struct.size;
      const [baseType, baseSize] = type.wide ? [BaseType.Vector64, 8] : [BaseType.Vector, 4];
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
        baseType: BaseType.Array,
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
      if (type.enum.union !== null) return plain(BaseType.UType, 1, positions.enums(type.enum.union));
      return scalar(type.enum.underlying, positions.enums(type.enum));
    case 'string':
      return plain(BaseType.String, 4, -1);
    case 'struct':
      return plain(BaseType.Obj, 4, positions.objects(type.struct));
    case 'table':
      return plain(BaseType.Obj, 4, positions.objects(type.table));
    case 'union':
      return plain(BaseType.Union, 4, positions.enums(type.union));
  }
}

function scalar(name: ScalarName, index: number): TypeFacts {
  return plain(SCALAR_BASE_TYPES[name], scalarSize(name), index);
}

/** Without an element the element size reads 1. */
function plain(baseType: BaseType, baseSize: number, index: number): TypeFacts {
  return { baseType, element: BaseType.None, index, fixedLength: 0, baseSize, elementSize: 1 };
}
