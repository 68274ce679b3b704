// NAME-DUP-FIELD: two fields of one name. The hidden field of a union counts.
import type { Span } from '@fb/diagnostics';
import type { FieldDraft } from '../bind/draft.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const nameDupField: Rule = {
  object({ fields }, { report }) {
    const taken = new Map<string, Span>();
    const take = (name: string, span: Span): void => {
      const first = taken.get(name);
      if (first === undefined) {
        taken.set(name, span);
        return;
      }
      const related = [{ message: 'first declared here', span: first }];
      report(messages.create('NAME-DUP-FIELD', span, { name }, { related }));
    };
    for (const field of fields) {
      const tag = tagName(field);
      if (tag !== null) take(tag, field.span);
      take(field.name, field.span);
    }
  },
};

function tagName({ def }: FieldDraft): string | null {
  return def?.kind === 'tableField' && def.tag !== null ? def.tag.name : null;
}
