// ATT-CPPTYPE, ATT-SHARED, ATT-ALLOC, ATT-INLINE: attributes that only mean something on certain fields.
import type { Type } from '@fb/schema';
import { findAttribute, hasAttribute } from '../lower/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

type Code = 'ATT-CPPTYPE' | 'ATT-SHARED' | 'ATT-ALLOC' | 'ATT-INLINE';

const CHECKS: readonly {
  readonly attribute: string;
  readonly code: Code;
  readonly holds: (field: TypedField, context: LowerContext) => boolean;
}[] = [
  { attribute: 'cpp_type', code: 'ATT-CPPTYPE', holds: ({ attributes }) => hasAttribute(attributes, 'hash') },
  { attribute: 'shared', code: 'ATT-SHARED', holds: ({ type }) => type.kind === 'string' },
  { attribute: 'native_custom_alloc', code: 'ATT-ALLOC', holds: () => false },
  { attribute: 'native_inline', code: 'ATT-INLINE', holds: canBeInline },
];

export const nativeAttributes: Rule = {
  tableAttributes: check,
  structField: check,
};

function check(field: TypedField, context: LowerContext): void {
  for (const { attribute, code, holds } of CHECKS) {
    const found = findAttribute(field.attributes, attribute);
    if (found !== null && !holds(field, context)) context.report(messages.create(code, found.span, {}));
  }
}

/** A struct that is not defined yet counts as a table in the reference compiler. */
function canBeInline({ type, ref }: TypedField, { strict }: LowerContext): boolean {
  if (type.kind === 'struct') return !(strict && ref?.late === true);
  const element: Type | null = type.kind === 'vector' ? type.element : null;
  return element?.kind === 'struct' || element?.kind === 'table';
}
