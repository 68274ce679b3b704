// ATT-HASH-TYPE, ATT-HASH-NAME: fields that store the hash of a string.
import { isFloat, scalarSize, storedScalar } from '@fb/schema';
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const attHash: Rule = {
  tableAttributes({ attributes, type }, { report }) {
    const attribute = findAttribute(attributes, 'hash');
    if (attribute === null) return;
    const scalar = storedScalar(type.kind === 'vector' ? type.element : type);
    if (scalar === null || isFloat(scalar) || scalarSize(scalar) === 1) {
      report(messages.create('ATT-HASH-TYPE', attribute.span, {}));
      return;
    }
    const bits = scalarSize(scalar) * 8;
    const name = attribute.value ?? '';
    if (name === `fnv1_${bits}` || name === `fnv1a_${bits}`) return;
    const hint = `write "fnv1_${bits}" or "fnv1a_${bits}"`;
    report(messages.create('ATT-HASH-NAME', attribute.span, { name, bits }, { hint }));
  },
};
