// Definitions of the model before they are frozen.
import type { EnumDef, StructDef, TableDef, TableField, UnionDef } from '../model.js';

/** A definition that is not complete yet. */
export type Open<T> = { -readonly [K in keyof T]: T[K] };

export type OpenObject = Open<TableDef> | Open<StructDef>;
export type OpenEnum = Open<EnumDef> | Open<UnionDef>;
export type OpenTableField = Open<TableField>;
