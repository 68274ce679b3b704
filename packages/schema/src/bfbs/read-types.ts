// `reflection.Type` to a type of the model. Indices and kinds are checked; where a type may stand is the caller's.
import type {
  ArrayType,
  EnumDef,
  ScalarName,
  StructDef,
  TableDef,
  Type,
  UnionDef,
  VectorType,
} from '../model.js';
import { scalarOfBaseType } from './base-types.js';
import type { BfbsSource, Place } from './bfbs-source.js';
import { BaseType } from './generated/reflection/base-type.js';
import type { Type as ReflectedType } from './generated/reflection/type.js';

/** The definitions that types name by their position. */
export interface Definitions {
  readonly objects: readonly (TableDef | StructDef)[];
  readonly enums: readonly (EnumDef | UnionDef)[];
}

type SingleType = Exclude<Type, VectorType | ArrayType>;

/** Reads types. The integers of the enums must be known already. */
export class TypeReader {
  readonly #source: BfbsSource;
  readonly #definitions: Definitions;

  constructor(source: BfbsSource, definitions: Definitions) {
    this.#source = source;
    this.#definitions = definitions;
  }

  /** The type that the table `type` at `path` stands for. */
  read(type: ReflectedType | null, path: string): Type {
    // It is a required field, so that there is none only if nobody verified the bytes.
    if (type === null) throw new Error('a type is missing');
    const place = { table: type, path };
    switch (type.baseType()) {
      case BaseType.Vector:
        return { kind: 'vector', element: this.#single(type.element(), type.index(), place), wide: false };
      case BaseType.Vector64: {
        const element = this.#single(type.element(), type.index(), place);
        if (element.kind === 'scalar' || element.kind === 'struct')
          return { kind: 'vector', element, wide: true };
        return this.#source.fail('type', place, `a vector of 64 bits cannot hold a ${element.kind}`);
      }
      case BaseType.Array:
        return this.#array(type, place);
      default:
        return this.#single(type.baseType(), type.index(), place);
    }
  }

  #array(type: ReflectedType, place: Place): ArrayType {
    const element = this.#single(type.element(), type.index(), place);
    const isTag = element.kind === 'enum' && element.enum.union !== null;
    if (isTag || (element.kind !== 'scalar' && element.kind !== 'enum' && element.kind !== 'struct'))
      return this.#source.fail('type', place, `an array cannot hold a ${element.kind}`);
    const length = type.fixedLength();
    if (length === 0) this.#source.fail('type', place, 'an array has no elements');
    return { kind: 'array', element, length };
  }

  #single(base: BaseType, index: number, place: Place): SingleType {
    const scalar = scalarOfBaseType(base);
    if (scalar !== undefined) {
      return index === -1
        ? { kind: 'scalar', scalar }
        : { kind: 'enum', enum: this.#enum(scalar, index, place) };
    }
    switch (base) {
      case BaseType.String:
        return { kind: 'string' };
      case BaseType.UType:
        return { kind: 'enum', enum: this.#union(index, place).discriminator };
      case BaseType.Union:
        return { kind: 'union', union: this.#union(index, place) };
      case BaseType.Obj: {
        const def = this.#definitions.objects[index];
        if (def === undefined) return this.#outOfRange('object', index, place);
        return def.kind === 'table' ? { kind: 'table', table: def } : { kind: 'struct', struct: def };
      }
      default:
        return this.#source.fail('type', place, `${base} is no type that can stand here`);
    }
  }

  #enum(scalar: ScalarName, index: number, place: Place): EnumDef {
    const def = this.#definitions.enums[index];
    if (def === undefined) return this.#outOfRange('enum', index, place);
    if (def.kind !== 'enum' || def.underlying !== scalar)
      return this.#source.fail('index', place, `${def.fullName} is no enum of type ${scalar}`);
    return def;
  }

  #union(index: number, place: Place): UnionDef {
    const def = this.#definitions.enums[index];
    if (def === undefined) return this.#outOfRange('union', index, place);
    return def.kind === 'union' ? def : this.#source.fail('index', place, `${def.fullName} is no union`);
  }

  #outOfRange(kind: string, index: number, place: Place): never {
    return this.#source.fail('index', place, `there is no ${kind} with the index ${index}`);
  }
}
