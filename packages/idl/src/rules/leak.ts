// LEAK: with `forbidPrivateLeaks`, public tables, structs and unions must not use private types.
import type { Span } from '@fb/diagnostics';
import type { TypeRef } from '../bind/draft.js';
import { spanOf } from '../bind/symbols.js';
import { hasAttribute } from '../bind/attributes.js';
import type { LowerContext } from '../lower/context.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const leak: Rule = {
  object({ def, fields, attributes }, context) {
    if (context.options.forbidPrivateLeaks !== true || hasAttribute(attributes, 'private')) return;
    for (const { ref } of fields) checkUse(def.fullName, ref, context);
  },
  enum({ def, members, attributes }, context) {
    if (context.options.forbidPrivateLeaks !== true || hasAttribute(attributes, 'private')) return;
    for (const { ref } of members) checkUse(def.fullName, ref, context);
  },
};

function checkUse(name: string, ref: TypeRef | null, { report }: LowerContext): void {
  const used = ref === null ? null : privateTarget(ref);
  if (ref === null || used === null) return;
  const related = [{ message: 'private', span: used.span }];
  report(messages.create('LEAK', spanOf(ref), { name, other: used.name }, { related }));
}

function privateTarget({ target }: TypeRef): { readonly name: string; readonly span: Span } | null {
  const draft =
    target?.kind === 'object'
      ? target.draft
      : target?.kind === 'enum' || target?.kind === 'union'
        ? target
        : null;
  if (draft === null || !hasAttribute(draft.attributes, 'private')) return null;
  return { name: draft.def.fullName, span: draft.span };
}
