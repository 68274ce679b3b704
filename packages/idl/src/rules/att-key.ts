// ATT-KEY-TYPE, ATT-KEY-OPT, ATT-KEY-MULTI: what tables can be sorted and found by.
import { storedScalar, type Type } from '@fb/schema';
import type { Span } from '@fb/diagnostics';
import { findAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const attKey: Rule = {
  tableAttributes(field, context) {
    checkType(field, context, canBeKey(field, context));
    const attribute = findAttribute(field.attributes, 'key');
    const isOptional = field.def?.kind === 'tableField' && field.def.presence === 'optional';
    if (attribute !== null && isOptional && storedScalar(field.type) !== null) {
      context.report(messages.create('ATT-KEY-OPT', attribute.span, {}));
    }
  },
  structField(field, context) {
    const type: Type = field.type.kind === 'array' ? field.type.element : field.type;
    checkType(field, context, storedScalar(type) !== null || type.kind === 'struct');
  },
  object({ fields }, { report }) {
    let first: Span | null = null;
    for (const field of fields) {
      const attribute = findAttribute(field.attributes, 'key');
      if (attribute === null) continue;
      if (first !== null) {
        report(
          messages.create(
            'ATT-KEY-MULTI',
            attribute.span,
            {},
            { related: [{ message: 'the first key', span: first }] },
          ),
        );
      }
      first ??= attribute.span;
    }
  },
};

function checkType(field: TypedField, context: LowerContext, isGood: boolean): void {
  const attribute = findAttribute(field.attributes, 'key');
  if (attribute !== null && !isGood) context.report(messages.create('ATT-KEY-TYPE', attribute.span, {}));
}

/** A struct that is not defined yet counts as a table in the reference compiler. */
function canBeKey({ type, ref }: TypedField, { strict }: LowerContext): boolean {
  if (type.kind === 'struct') return !(strict && ref?.late === true);
  return storedScalar(type) !== null || type.kind === 'string';
}
