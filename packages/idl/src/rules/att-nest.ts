// ATT-NEST-STR, ATT-NEST-TYPE: bytes that hold a FlatBuffer of their own.
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import { isByteVector } from './byte-vector.js';
import type { Rule } from './rule.js';

export const attNest: Rule = {
  tableAttributes({ attributes, type }, { report }) {
    const attribute = findAttribute(attributes, 'nested_flatbuffer');
    if (attribute === null) return;
    if (!attribute.isString) report(messages.create('ATT-NEST-STR', attribute.span, {}));
    else if (!isByteVector(type)) report(messages.create('ATT-NEST-TYPE', attribute.span, {}));
  },
};
