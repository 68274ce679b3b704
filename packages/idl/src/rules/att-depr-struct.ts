// ATT-DEPR-STRUCT: the layout of a struct never changes, so nothing in it can be deprecated.
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const attDeprStruct: Rule = {
  structField({ attributes }, { report }) {
    const attribute = findAttribute(attributes, 'deprecated');
    if (attribute !== null) report(messages.create('ATT-DEPR-STRUCT', attribute.span, {}));
  },
};
