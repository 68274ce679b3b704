// ATT-SHARED: only strings are written once for all that are equal.
import { findAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const attShared: Rule = {
  tableAttributes: check,
  structField: check,
};

function check({ attributes, type }: TypedField, { report }: LowerContext): void {
  const attribute = findAttribute(attributes, 'shared');
  if (attribute !== null && type.kind !== 'string') report(messages.create('ATT-SHARED', attribute.span, {}));
}
