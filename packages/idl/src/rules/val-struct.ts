// VAL-STRUCT: members of structs are always there, so all that can be written is the zero they start from.
import { lowerDefault } from '../lower/default-value.js';
import { nodeSpan } from '../lower/spans.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const valStruct: Rule = {
  structField(field, context) {
    const value = field.syntax.value ?? field.attributes.dialectDefault?.value ?? null;
    if (value === null) return;
    const span = nodeSpan(field.object.scope.unit, value);
    if (field.type.kind === 'struct' || field.type.kind === 'array') {
      context.report(messages.create('VAL-STRUCT', span, {}));
      return;
    }
    const lowered = lowerDefault(field, field.type, value, context);
    if (lowered === null) return;
    // The text counts: "0" for a float was written as an integer.
    const isZero =
      lowered.text === '0' ||
      (lowered.text === '0.0' && isInteger(field.object.scope.unit.syntax.source.text, span));
    if (!isZero) context.report(messages.create('VAL-STRUCT', span, {}));
  },
};

function isInteger(text: string, span: { readonly start: number; readonly end: number }): boolean {
  return /^["' ]*[0-9]+["' ]*$/.test(text.slice(span.start, span.end));
}
