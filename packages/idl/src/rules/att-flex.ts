// ATT-FLEX: bytes that hold a FlexBuffer.
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import { isByteVector } from './byte-vector.js';
import type { Rule } from './rule.js';

export const attFlex: Rule = {
  tableAttributes({ attributes, type }, { report }) {
    const attribute = findAttribute(attributes, 'flexbuffer');
    if (attribute === null) return;
    const isWide = type.kind === 'vector' && type.wide;
    if (isWide || !isByteVector(type)) report(messages.create('ATT-FLEX', attribute.span, {}));
  },
};
