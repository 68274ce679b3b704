// Applies all rules to a program.
import type { FieldDraft, ObjectDraft } from '../bind/draft.js';
import type { LowerContext } from '../lower/context.js';
import { RULES } from './index.js';
import type { TypedField } from './rule.js';

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
    for (const rule of RULES)
      (object.kind === 'table' ? rule.tableField : rule.structField)?.(field, context);
  }
  for (const rule of RULES) rule.object?.(object, context);
}

function isTyped(field: FieldDraft): field is TypedField {
  return field.type !== null;
}
