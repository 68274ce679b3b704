// ATT-CPPTYPE: the type of a pointer, for fields that store the hash of what it points to.
import { findAttribute, hasAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const attCpptype: Rule = {
  tableAttributes: check,
  structField: check,
};

function check({ attributes }: TypedField, { report }: LowerContext): void {
  const attribute = findAttribute(attributes, 'cpp_type');
  if (attribute !== null && !hasAttribute(attributes, 'hash'))
    report(messages.create('ATT-CPPTYPE', attribute.span, {}));
}
