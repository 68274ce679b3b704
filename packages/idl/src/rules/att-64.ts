// ATT-V64-TYPE, ATT-O64-TYPE, ATT-64-ELEM, W-V64: what may lie behind a 64-bit offset.
import type { Type } from '@fb/schema';
import { findAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const att64: Rule = {
  tableAttributes(field, context) {
    const wide = findAttribute(field.attributes, 'vector64');
    const far = findAttribute(field.attributes, 'offset64');
    const { type } = field;
    const { report } = context;
    if (wide !== null) {
      if (type.kind !== 'vector') report(messages.create('ATT-V64-TYPE', wide.span, {}));
      else if (!canBeElement(type.element, field, context))
        report(messages.create('ATT-64-ELEM', wide.span, {}));
      if (far !== null) report(messages.create('W-V64', far.span, {}));
    } else if (far !== null) {
      if (type.kind === 'vector') {
        if (!canBeElement(type.element, field, context)) report(messages.create('ATT-64-ELEM', far.span, {}));
      } else if (type.kind !== 'string') {
        report(messages.create('ATT-O64-TYPE', far.span, {}));
      }
    }
  },

  structField(field, { report }) {
    const wide = findAttribute(field.attributes, 'vector64');
    const far = findAttribute(field.attributes, 'offset64');
    if (wide !== null) report(messages.create('ATT-V64-TYPE', wide.span, {}));
    else if (far !== null) report(messages.create('ATT-O64-TYPE', far.span, {}));
  },
};

/** A struct that is not defined yet counts as a table in the reference compiler. */
function canBeElement(element: Type, { ref }: TypedField, { strict }: LowerContext): boolean {
  return element.kind === 'scalar' || (element.kind === 'struct' && !(strict && ref?.late === true));
}
