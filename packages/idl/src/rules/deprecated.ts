// ATT-DEPR-STRUCT: the layout of a struct never changes, so nothing in it can be deprecated.
import { findAttribute } from '../lower/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const deprecated: Rule = {
  structField({ attributes }, { report }) {
    const attribute = findAttribute(attributes, 'deprecated');
    if (attribute !== null) report(messages.create('ATT-DEPR-STRUCT', attribute.span, {}));
  },
};
