// W-CASE: the style of field names, which generators rely on to make names of their own.
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const wCase: Rule = {
  object({ fields }, { report }) {
    for (const { name, span } of fields) {
      if (/[^a-z0-9_]/.test(name))
        report(messages.create('W-CASE', span, { name }, { hint: `write "${snakeCase(name)}"` }));
    }
  },
};

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
