// A rule: one kind of change, and who notices it. Rules only look and report.
import type { MessageParams, Span } from '@fb/diagnostics';
import type { EnumDef, Schema, StructDef, StructField, TableDef, TableField, UnionDef } from '../model.js';
import type { EvolutionCode, EvolutionMessages } from './messages.js';
import type { NamedType, TypeChange } from './type-change.js';

/** The two versions of a thing. */
export interface Pair<T> {
  readonly base: T;
  readonly next: T;
}

/** A field or member that is in both versions, and how its type changed. */
export interface FieldPair<F> extends Pair<F> {
  /** Full name in the base version. */
  readonly name: string;
  readonly typeChange: TypeChange;
}

/** A table or struct that is in both versions, and what became of its fields. Hidden tag fields are left out. */
export interface ObjectPair<O, F> extends Pair<O> {
  /** By name; where that finds none, by slot or byte offset. */
  readonly fields: readonly FieldPair<F>[];
  /** Fields of other names and types at the same place. */
  readonly reused: readonly FieldPair<F>[];
  readonly removed: readonly F[];
  readonly added: readonly F[];
}

/** What rules work with. */
export interface EvolutionContext {
  /** The place in the next version, then that in the base version. */
  report<C extends EvolutionCode>(
    code: C,
    subject: string,
    places: { readonly next: Span | null; readonly base: Span | null },
    params: MessageParams<EvolutionMessages[C]>,
    hint?: string,
  ): void;
  /** Whether definitions of different names read each other's data rightly. */
  readsAlike(base: NamedType, next: NamedType): boolean;
}

/** Looks at both versions of what it names and reports what somebody notices. */
export interface EvolutionRule {
  readonly schema?: (schemas: Pair<Schema>, context: EvolutionContext) => void;
  readonly object?: (
    object: ObjectPair<TableDef, TableField> | ObjectPair<StructDef, StructField>,
    context: EvolutionContext,
  ) => void;
  readonly table?: (table: ObjectPair<TableDef, TableField>, context: EvolutionContext) => void;
  readonly struct?: (struct: ObjectPair<StructDef, StructField>, context: EvolutionContext) => void;
  /** A field of a table or a member of a struct. */
  readonly field?: (field: FieldPair<TableField | StructField>, context: EvolutionContext) => void;
  /** A field of a table, if its type still reads the same data. */
  readonly tableField?: (field: FieldPair<TableField>, context: EvolutionContext) => void;
  readonly enum?: (enums: Pair<EnumDef>, context: EvolutionContext) => void;
  readonly union?: (unions: Pair<UnionDef>, context: EvolutionContext) => void;
}
