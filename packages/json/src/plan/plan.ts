// What reading and printing need to know of a schema, arranged for them: each field by name, in slot order and in write
// order, its kind as a number, its default as a number, its name as bytes. Plain data, made once for a schema.
import type { HashName } from '@fb/schema';
import type { NameTable } from './name-table.js';

/** One value of an enum: the number in every form the writers want. */
export interface EnumEntry {
  readonly name: string;
  readonly value: bigint;
  /** The value as a number: exact unless it is a `long` or `ulong` beyond 2^53. */
  readonly number: number;
  /** The two's complement words of 64 bits, signed. */
  readonly low: number;
  readonly high: number;
  /** The name in quotes, as text prints it. */
  readonly quoted: Uint8Array;
}

/** An enum, or the tags of a union. */
export interface EnumPlan {
  readonly name: string;
  readonly bitFlags: boolean;
  readonly byName: ReadonlyMap<string, EnumEntry>;
  /** The names of {@link EnumPlan.entries}. */
  readonly names: NameTable;
  /** In ascending order of value. */
  readonly entries: readonly EnumEntry[];
  /** The first name of each number, for all but 64-bit enums. */
  readonly byNumber: ReadonlyMap<number, EnumEntry>;
  /** The first name of each number, by the bits of an unsigned 64-bit integer. */
  readonly byBits: ReadonlyMap<bigint, EnumEntry>;
}

/** A union's members by tag. */
export interface UnionPlan {
  readonly name: string;
  readonly members: ReadonlyMap<number, ValuePlan>;
}

/** The type of a value: of a field, or of the elements of a vector or an array. */
export interface ValuePlan {
  readonly kind: number;
  /** The type as a message names it. */
  readonly name: string;
  /** Bytes a value takes in its table, struct, vector or array. */
  readonly size: number;
  readonly align: number;
  /** Range of an integer of up to 32 bits. */
  readonly min: number;
  readonly max: number;
  readonly enum: EnumPlan | null;
  /** Strings given for this integer are hashed. */
  readonly hash: HashName | null;
  /** Of a table or struct. */
  readonly record: RecordPlan | null;
  readonly union: UnionPlan | null;
  /** Of a vector or array. */
  readonly element: ValuePlan | null;
  /** Number of elements of an array. */
  readonly length: number;
  /** A vector with a 64-bit count. */
  readonly wide: boolean;
}

/** A field of a table or a struct. */
export interface FieldPlan {
  readonly name: string;
  /** The name with a colon and a space behind it, as printed: bare and in quotes. */
  readonly bareKey: Uint8Array;
  readonly quotedKey: Uint8Array;
  /** The kind of {@link FieldPlan.value}. */
  readonly kind: number;
  readonly value: ValuePlan;
  /** Position among the fields: in slot order for tables, in memory order for structs. */
  readonly index: number;
  /** Of a table's field. */
  readonly slot: number;
  /** Of a table's field: byte position of its entry in the vtable. */
  readonly vtableOffset: number;
  /** Of a struct's field. */
  readonly offset: number;
  readonly required: boolean;
  /** An optional scalar: `null` is absence. */
  readonly optional: boolean;
  readonly deprecated: boolean;
  readonly key: boolean;
  /** Default of a scalar; for 64-bit integers the words. `null` always writes. */
  readonly default: number | null;
  readonly defaultLow: number;
  readonly defaultHigh: number;
  /** Of a union or vector of unions: position of its tag field. */
  readonly tag: FieldPlan | null;
  readonly shared: boolean;
  readonly offset64: boolean;
  readonly flexbuffer: boolean;
  /** Root of the FlatBuffer in its bytes. */
  readonly nested: RecordPlan | null;
  /** Attribute `force_align` of a vector as written; `null` without it. */
  readonly forceAlign: string | null;
}

/** A table or a struct. `fields` and what follows from them are filled in after it was made, as types may be cyclic. */
export interface RecordPlan {
  /** A number of its own among the records of a schema. */
  readonly id: number;
  readonly name: string;
  readonly isStruct: boolean;
  readonly size: number;
  readonly align: number;
  readonly fields: readonly FieldPlan[];
  readonly byName: ReadonlyMap<string, FieldPlan>;
  /** The names of {@link RecordPlan.fields}. */
  readonly names: NameTable;
  /** Of a table: bytes that its fields and their padding take at most. */
  readonly room: number;
  /** Of a table: in the order in which the reference compiler writes them. */
  readonly writeOrder: readonly FieldPlan[];
  readonly required: readonly FieldPlan[];
  /** Vectors of unions: their tags must be as many as their values. */
  readonly unionVectors: readonly FieldPlan[];
  readonly key: FieldPlan | null;
}

/** The enums that JSON may name where the type of a field is none: those of the global namespace. */
export interface EnumScope {
  /** The enum of this name. */
  globalEnum(name: string): EnumPlan | null;
  /** The names it knows. */
  globalEnumNames(): Iterable<string>;
}
