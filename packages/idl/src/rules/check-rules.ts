// Applies all rules to a program.
import type { FieldDraft, ObjectDraft } from '../bind/draft.js';
import type { LowerContext } from '../lower/context.js';
import { RULES } from './index.js';
import type { Rule, TypedField } from './rule.js';

type FieldCheck = NonNullable<Rule['tableField']>;

// Which checks a field gets is decided once: there are far more fields than anything else.
const TABLE_FIELD: readonly FieldCheck[] = RULES.flatMap((rule) => rule.tableField ?? []);
const STRUCT_FIELD: readonly FieldCheck[] = RULES.flatMap((rule) => rule.structField ?? []);
const TABLE_FIELD_WITH_ATTRIBUTES: readonly FieldCheck[] = RULES.flatMap((rule) => [
  ...(rule.tableField === undefined ? [] : [rule.tableField]),
  ...(rule.tableAttributes === undefined ? [] : [rule.tableAttributes]),
]);

const OBJECT = RULES.flatMap((rule) => rule.object ?? []);

/** Reports every breach of a rule. */
export function checkRules(context: LowerContext): void {
  const { program } = context;
  for (const object of program.objects) checkObject(object, context);
  for (const draft of program.enums) for (const rule of RULES) rule.enum?.(draft, context);
  for (const rule of RULES) rule.program?.(program, context);
}

function checkObject(object: ObjectDraft, context: LowerContext): void {
  for (const field of object.fields) {
    if (!isTyped(field)) continue;
    const checks =
      object.kind === 'struct'
        ? STRUCT_FIELD
        : field.attributes.items.length === 0
          ? TABLE_FIELD
          : TABLE_FIELD_WITH_ATTRIBUTES;
    for (const check of checks) check(field, context);
  }
  for (const check of OBJECT) check(object, context);
}

function isTyped(field: FieldDraft): field is TypedField {
  return field.type !== null;
}
