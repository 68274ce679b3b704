// ATT-ALIGN-ENUM: an enum is aligned like the integer that it is stored as.
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const attAlignEnum: Rule = {
  enum({ attributes }, { report }) {
    const attribute = findAttribute(attributes, 'force_align');
    if (attribute !== null) report(messages.create('ATT-ALIGN-ENUM', attribute.span, {}));
  },
};
