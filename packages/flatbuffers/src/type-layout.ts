// The plain-data description of a type from which the one verifier works. Two producers make it: generated code
// as a constant, and @fb/schema from a schema at run time. Types may refer to themselves: generated constants use
// getters for that, so that modules may import each other in circles.

/** A scalar, enum or union tag: `size` bytes inline, aligned to `size`. @public */
export interface ScalarLayout {
  readonly kind: 'scalar';
  readonly size: 1 | 2 | 4 | 8;
}

/** A struct: `size` bytes inline, aligned to `align` (a power of two). @public */
export interface StructLayout {
  readonly kind: 'struct';
  /** Fully qualified name, such as `MyGame.Sample.Vec3`. */
  readonly name: string;
  readonly size: number;
  readonly align: number;
}

/** A NUL-terminated UTF-8 string behind an offset. @public */
export interface StringLayout {
  readonly kind: 'string';
}

/** A vector behind an offset; `wide` ones have a 64-bit count (attribute `vector64`). @public */
export interface VectorLayout {
  readonly kind: 'vector';
  readonly element: ScalarLayout | StructLayout | StringLayout | TableLayout | UnionLayout;
  readonly wide?: boolean;
}

/** One member of a union. The tag 0 (NONE) is not listed. @public */
export interface UnionMemberLayout {
  readonly name: string;
  readonly tag: number;
  readonly type: TableLayout | StructLayout | StringLayout;
}

/** A union value. Its tag, an unsigned or wider integer of `tagSize` bytes, is in the slot just before the value. @public */
export interface UnionLayout {
  readonly kind: 'union';
  readonly name: string;
  readonly tagSize: 1 | 2 | 4 | 8;
  readonly members: readonly UnionMemberLayout[];
}

/** A table behind an offset. @public */
export interface TableLayout {
  readonly kind: 'table';
  /** Fully qualified name, such as `MyGame.Sample.Monster`. */
  readonly name: string;
  /** Fields in ascending slot order; deprecated fields and the hidden tag fields of unions are left out. */
  readonly fields: readonly FieldLayout[];
}

/** One field of a table. @public */
export interface FieldLayout {
  readonly name: string;
  /** Index into the vtable: the 16-bit entry at byte `4 + 2 * slot`. Of a union, the slot of its value. */
  readonly slot: number;
  readonly type: ScalarLayout | StructLayout | StringLayout | VectorLayout | TableLayout | UnionLayout;
  readonly required?: boolean;
  /** The offset is 64 bits wide (attributes `offset64` and `vector64`). */
  readonly offset64?: boolean;
  /** The bytes of this vector are a FlatBuffer with this root (attribute `nested_flatbuffer`). */
  readonly nested?: TableLayout;
  /** The bytes of this vector are a FlexBuffer (attribute `flexbuffer`). */
  readonly flexbuffer?: boolean;
}

/** Any described type; buffers have a table as root. @public */
export type TypeLayout =
  ScalarLayout | StructLayout | StringLayout | VectorLayout | TableLayout | UnionLayout;
