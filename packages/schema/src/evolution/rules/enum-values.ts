// EVO-VALUE-*, W-EVO-VALUE-*: which numbers the names of an enum stand for.
import { matchNumbers } from '../match-numbers.js';
import type { EvolutionRule } from '../rule.js';

export const enumValues: EvolutionRule = {
  enum({ base, next }, { report }) {
    const { kept, renamed, removed, added } = matchNumbers(base.values, next.values);
    for (const pair of kept) {
      if (pair.base.value === pair.next.value) continue;
      const name = `${base.fullName}.${pair.base.name}`;
      const params = { name, was: pair.base.value, is: pair.next.value };
      report('EVO-VALUE-NUMBER', name, { base: pair.base.span, next: pair.next.span }, params);
    }
    for (const pair of renamed) {
      const name = `${base.fullName}.${pair.base.name}`;
      const places = { base: pair.base.span, next: pair.next.span };
      report('W-EVO-VALUE-RENAMED', name, places, { name, is: pair.next.name });
    }
    for (const { name: word, value, span } of removed) {
      const name = `${base.fullName}.${word}`;
      report('EVO-VALUE-REMOVED', name, { base: span, next: next.span }, { name, value });
    }
    for (const { name: word, value, span } of added) {
      const name = `${base.fullName}.${word}`;
      report('W-EVO-VALUE-ADDED', name, { base: base.span, next: span }, { name, value });
    }
  },
};
