// W-DIALECT-SEMI: the tutorial separates the members of a union by semicolons.
import { tokenSpan } from '../lower/spans.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const wDialectSemi: Rule = {
  enum({ kind, syntax, scope }, { strict, report }) {
    const first = syntax.semicolons[0];
    if (kind !== 'union' || first === undefined) return;
    const span = tokenSpan(scope.unit, first);
    const hint = 'write a comma instead of each semicolon';
    if (strict) report(messages.create('SYN-EXPECT', span, { wanted: '"," or "}"', found: '";"' }, { hint }));
    else report(messages.create('W-DIALECT-SEMI', span, {}, { hint }));
  },
};
