// The schema model: what a schema means once every name is resolved and every offset, slot, size, default and order
// is known. Frozen plain data; definitions refer to each other directly, so the graph may be cyclic.
// Nothing here knows the text it came from but for `span`, which is null when a schema was read from bytes.
import type { Span } from '@fb/diagnostics';

/** Integer scalars by their schema word; `int8` and its kin are spelled the short way. @public */
export type IntegerName = 'byte' | 'ubyte' | 'short' | 'ushort' | 'int' | 'uint' | 'long' | 'ulong';

/** Scalars by their schema word. @public */
export type ScalarName = 'bool' | IntegerName | 'float' | 'double';

/** A bool, integer or float. @public */
export interface ScalarType {
  readonly kind: 'scalar';
  readonly scalar: ScalarName;
}

/** An enum's value, stored as its underlying integer. The hidden tag field of a union has this type too. @public */
export interface EnumType {
  readonly kind: 'enum';
  readonly enum: EnumDef;
}

/** A struct, in place. @public */
export interface StructType {
  readonly kind: 'struct';
  readonly struct: StructDef;
}

/** A table, behind an offset. @public */
export interface TableType {
  readonly kind: 'table';
  readonly table: TableDef;
}

/** A union's value, behind an offset; the member it is stands in a hidden tag field. @public */
export interface UnionType {
  readonly kind: 'union';
  readonly union: UnionDef;
}

/** A string, behind an offset. @public */
export interface StringType {
  readonly kind: 'string';
}

/** A vector. `wide` ones (attribute `vector64`) have a 64-bit element count. @public */
export interface VectorType {
  readonly kind: 'vector';
  readonly element: ScalarType | EnumType | StructType | TableType | UnionType | StringType;
  readonly wide: boolean;
}

/** A fixed-length array, in structs only. @public */
export interface ArrayType {
  readonly kind: 'array';
  readonly element: ScalarType | EnumType | StructType;
  /** 1..65535 */
  readonly length: number;
}

/** The type of a field, closed: code that switches on `kind` sees every case. @public */
export type Type =
  ScalarType | EnumType | StructType | TableType | UnionType | StringType | VectorType | ArrayType;

/** An attribute as written. Built-in ones that matter have a property of their own on the definition as well. @public */
export interface Attribute {
  readonly name: string;
  /** `null` when there was no value; integers are kept as their decimal text. */
  readonly value: string | null;
  /** Whether the language knows it; others were declared by `attribute "name";`. */
  readonly builtin: boolean;
}

/** What everything with a documented, attributable name has. @public */
export interface Named {
  readonly name: string;
  /** Documentation lines, each as written after `///`. */
  readonly doc: readonly string[];
  /** In source order. */
  readonly attributes: readonly Attribute[];
  /** The place of the name; `null` when the schema was read from bytes. */
  readonly span: Span | null;
}

/** A definition in a namespace. @public */
export interface Definition extends Named {
  /** Namespace components, outermost first; empty for the global namespace. */
  readonly namespace: readonly string[];
  /** Components and name joined by dots. */
  readonly fullName: string;
  /** The file that declares it. */
  readonly file: SchemaFile;
}

/** A schema file that took part. @public */
export interface SchemaFile {
  /** The path it was opened under. */
  readonly path: string;
  /** Paths of its includes as opened, in ascending order of the path. */
  readonly includes: readonly string[];
  /** The same includes as the file wrote them, in ascending order; missing when the schema was read from bytes. */
  readonly includeNames?: readonly string[];
  /** What `native_include` names, in source order; missing where there is none. */
  readonly nativeIncludes?: readonly string[];
}

/** A named value of an enum. @public */
export interface EnumValue extends Named {
  /** The number as stored: for `bit_flags` already shifted. */
  readonly value: bigint;
}

/** An enum, or the hidden enum of the tags of a union. @public */
export interface EnumDef extends Definition {
  readonly kind: 'enum';
  readonly underlying: IntegerName;
  readonly bitFlags: boolean;
  /** In ascending order of value (unsigned for `ulong`), ties by name. */
  readonly values: readonly EnumValue[];
  /** The union whose discriminator this is, if it is one; it shares the union's name. */
  readonly union: UnionDef | null;
}

/** A type that a union can hold. @public */
export interface UnionMember extends Named {
  /** The discriminator's value for this member. */
  readonly value: bigint;
  readonly type: TableType | StructType | StringType;
}

/** A union: one of several tables, structs or strings. @public */
export interface UnionDef extends Definition {
  readonly kind: 'union';
  /** The enum of the tags: `NONE` and one value a member. */
  readonly discriminator: EnumDef;
  /** Whether the tags' type was written (`union U : ubyte {...}`), which binary schemas tell apart from not. */
  readonly explicitUnderlying: boolean;
  /** In ascending order of value, without `NONE`. */
  readonly members: readonly UnionMember[];
}

/**
 * The default of a field that may have one:
 * a number for bool (0 or 1; the format allows 0..255), integers up to 32 bits, their enums, and floats;
 * a bigint for `long`, `ulong` and enums of them; a string for strings; `[]` for vectors;
 * `null` where absence means absence.
 * @public
 */
export type DefaultValue = number | bigint | string | readonly [] | null;

/** Whether an absent field reads as its default, as absence, or is an error. @public */
export type Presence = 'default' | 'optional' | 'required';

/** Hash functions of the `hash` attribute. @public */
export type HashName = 'fnv1_16' | 'fnv1a_16' | 'fnv1_32' | 'fnv1a_32' | 'fnv1_64' | 'fnv1a_64';

/** A field of a table, the hidden tag fields of unions included. @public */
export interface TableField extends Named {
  readonly kind: 'tableField';
  readonly type: Type;
  /** Index of its vtable entry. */
  readonly slot: number;
  /** Byte position of its vtable entry: `4 + 2 * slot`. */
  readonly vtableOffset: number;
  readonly presence: Presence;
  readonly default: DefaultValue;
  /** The default in the form the reference compiler keeps it (`150`, `1.0`, `0`); `null` when there is none. */
  readonly defaultText: string | null;
  readonly deprecated: boolean;
  readonly key: boolean;
  /** Of a union or vector of unions: the hidden field of its tags, one slot before. */
  readonly tag: TableField | null;
  /** Of such a hidden field: the union field it belongs to. */
  readonly tagOf: TableField | null;
  /** Bytes it takes in the table itself: 1, 2, 4, 8, or the size of a struct. */
  readonly inlineSize: number;
  /** Alignment of these bytes. */
  readonly inlineAlign: number;
  /** Its offset is 64 bits wide (attributes `offset64`, `vector64`). */
  readonly offset64: boolean;
  /** Root type of the FlatBuffer in its bytes (attribute `nested_flatbuffer`). */
  readonly nested: TableDef | StructDef | null;
  /** Its bytes are a FlexBuffer (attribute `flexbuffer`). */
  readonly flexbuffer: boolean;
  /** Strings given for this integer are hashed (attribute `hash`). */
  readonly hash: HashName | null;
  /** Strings are shared within a buffer (attribute `shared`). */
  readonly shared: boolean;
}

/** A table: fields that may be absent. @public */
export interface TableDef extends Definition {
  readonly kind: 'table';
  /** In slot order, hidden tag fields included. */
  readonly fields: readonly TableField[];
  /**
   * The order in which the reference compiler writes the fields of a table it reads from JSON: size classes 8, 4, 2, 1,
   * within a class from the highest slot down; just from the highest slot down with the attribute `original_order`.
   */
  readonly writeOrder: readonly TableField[];
  readonly key: TableField | null;
}

/** A member of a struct. @public */
export interface StructField extends Named {
  readonly kind: 'structField';
  readonly type: ScalarType | EnumType | StructType | ArrayType;
  /** Byte position in the struct. */
  readonly offset: number;
  /** Zero bytes after it, up to the next member or the end. */
  readonly padding: number;
  readonly key: boolean;
}

/** A struct: members in place, all of them always there. @public */
export interface StructDef extends Definition {
  readonly kind: 'struct';
  /** In declaration order, which is the order in memory. */
  readonly fields: readonly StructField[];
  /** In bytes, a multiple of `align`. */
  readonly size: number;
  /** A power of two, 1..32. */
  readonly align: number;
  readonly key: StructField | null;
}

/** A call of an RPC service. @public */
export interface ServiceCall extends Named {
  readonly request: TableDef;
  readonly response: TableDef;
}

/** An RPC service (`rpc_service`). @public */
export interface ServiceDef extends Definition {
  readonly kind: 'service';
  /** In declaration order. */
  readonly calls: readonly ServiceCall[];
}

/** Properties of a schema that not every target can express; generators list the ones they support. @public */
export type Feature =
  | 'fixed arrays'
  | 'vectors of unions'
  | 'structs and strings in unions'
  | 'union underlying types'
  | 'optional scalars'
  | 'string and vector defaults'
  | '64-bit offsets';

/** A whole schema, includes and all. @public */
export interface Schema {
  /** Tables and structs in definition order, those of includes first. */
  readonly objects: readonly (TableDef | StructDef)[];
  /** Enums and unions in definition order, those of includes first. */
  readonly enums: readonly (EnumDef | UnionDef)[];
  readonly services: readonly ServiceDef[];
  readonly root: TableDef | null;
  /** Four bytes, given as the text whose UTF-8 they are. */
  readonly fileIdentifier: string | null;
  /** Without a dot. */
  readonly fileExtension: string | null;
  /** The file that was asked for; definitions of other files are included ones. */
  readonly mainFile: SchemaFile;
  /** All files, the main one included, in ascending order of the path. */
  readonly files: readonly SchemaFile[];
  /** What the schema uses, with a place where it does. */
  readonly features: ReadonlyMap<Feature, Span | null>;
}
