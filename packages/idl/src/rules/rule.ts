// A rule: what must hold beyond grammar, names and layout. Rules only look and report.
import type { EnumDraft, FieldDraft, ObjectDraft, Program } from '../bind/draft.js';
import type { LowerContext } from '../lower/context.js';
import type { Type } from '@fb/schema';

/** A field whose type is known. */
export interface TypedField extends FieldDraft {
  readonly type: Type;
}

/** Looks at what it names and reports what does not hold. */
export interface Rule {
  /** A field of a table, with a valid type. */
  readonly tableField?: (field: TypedField, context: LowerContext) => void;
  /** The same, for rules about attributes: only of fields that have any. Most have none. */
  readonly tableAttributes?: (field: TypedField, context: LowerContext) => void;
  /** A member of a struct, with a valid type. */
  readonly structField?: (field: TypedField, context: LowerContext) => void;
  readonly object?: (object: ObjectDraft, context: LowerContext) => void;
  readonly enum?: (draft: EnumDraft, context: LowerContext) => void;
  readonly program?: (program: Program, context: LowerContext) => void;
}
