// EVO-UNION-*, W-EVO-UNION-*: which types the numbers of a union stand for.
import type { Named } from '../../model.js';
import { matchNumbers } from '../match-numbers.js';
import type { EvolutionRule, Pair } from '../rule.js';
import { typeChange } from '../type-change.js';
import { typeText } from '../../type-text.js';

export const unionMembers: EvolutionRule = {
  union({ base, next }, { report, readsAlike }) {
    const { kept, renamed, removed, added } = matchNumbers(base.members, next.members);
    // The number of NONE is another one than 0 in a union with bit_flags.
    const none = matchNumbers(
      base.discriminator.values.filter(isNone),
      next.discriminator.values.filter(isNone),
    );
    for (const pair of [...none.kept, ...kept]) {
      const name = `${base.fullName}.${pair.base.name}`;
      const params = { name, was: pair.base.value, is: pair.next.value };
      if (pair.base.value !== pair.next.value) report('EVO-UNION-NUMBER', name, placesOf(pair), params);
    }
    for (const pair of renamed) {
      const name = `${base.fullName}.${pair.base.name}`;
      report('W-EVO-UNION-RENAMED', name, placesOf(pair), { name, is: pair.next.name });
    }
    for (const pair of [...kept, ...renamed]) {
      const change = typeChange(pair.base.type, pair.next.type, readsAlike);
      if (change === 'none') continue;
      const name = `${base.fullName}.${pair.base.name}`;
      const params = { name, was: typeText(pair.base.type), is: typeText(pair.next.type) };
      if (change === 'name') report('W-EVO-UNION-MEMBER-TYPE', name, placesOf(pair), params);
      else report('EVO-UNION-TYPE', name, placesOf(pair), { ...params, value: pair.base.value });
    }
    for (const { name: word, value, span } of removed) {
      const name = `${base.fullName}.${word}`;
      report('EVO-UNION-REMOVED', name, { base: span, next: next.span }, { name, value });
    }
    for (const { name: word, value, span } of added) {
      const name = `${base.fullName}.${word}`;
      report('W-EVO-UNION-ADDED', name, { base: base.span, next: span }, { name, value });
    }
  },
};

function isNone({ name }: Named): boolean {
  return name === 'NONE';
}

function placesOf({ base, next }: Pair<Named>): Pair<Named['span']> {
  return { base: base.span, next: next.span };
}
