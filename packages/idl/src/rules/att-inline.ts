// ATT-INLINE: what can be held in place instead of by a pointer.
import type { Type } from '@fb/schema';
import { findAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const attInline: Rule = {
  tableAttributes: check,
  structField: check,
};

function check(field: TypedField, context: LowerContext): void {
  const attribute = findAttribute(field.attributes, 'native_inline');
  if (attribute !== null && !canBeInline(field, context))
    context.report(messages.create('ATT-INLINE', attribute.span, {}));
}

/** A struct that is not defined yet counts as a table in the reference compiler. */
function canBeInline({ type, ref }: TypedField, { strict }: LowerContext): boolean {
  if (type.kind === 'struct') return !(strict && ref?.late === true);
  const element: Type | null = type.kind === 'vector' ? type.element : null;
  return element?.kind === 'struct' || element?.kind === 'table';
}
