// ATT-ALLOC: tables and structs have allocators, fields have none.
import { findAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const attAlloc: Rule = {
  tableAttributes: check,
  structField: check,
};

function check({ attributes }: TypedField, { report }: LowerContext): void {
  const attribute = findAttribute(attributes, 'native_custom_alloc');
  if (attribute !== null) report(messages.create('ATT-ALLOC', attribute.span, {}));
}
