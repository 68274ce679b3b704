// ATT-REQ-SCALAR, ATT-REQ-OPT, ATT-STRUCT-REQ: `required` is for what may be absent.
import { storedScalar } from '@fb/schema';
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const attReq: Rule = {
  tableAttributes({ attributes, type, def }, { report }) {
    const attribute = findAttribute(attributes, 'required');
    if (attribute === null || storedScalar(type) === null) return;
    const isOptional = def?.kind === 'tableField' && def.presence === 'optional';
    report(messages.create(isOptional ? 'ATT-REQ-OPT' : 'ATT-REQ-SCALAR', attribute.span, {}));
  },
  structField({ attributes }, { report }) {
    for (const name of ['required', 'optional']) {
      const attribute = findAttribute(attributes, name);
      if (attribute !== null) report(messages.create('ATT-STRUCT-REQ', attribute.span, { attribute: name }));
    }
  },
};
