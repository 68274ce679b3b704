// EVO-KEY-*: vectors are sorted by the key when they are written, and searched by it when they are read.
import type { EvolutionRule } from '../rule.js';

export const key: EvolutionRule = {
  object({ base, next, fields }, { report }) {
    const [was, is] = [base.key, next.key];
    const name = base.fullName;
    const places = { base: was?.span ?? base.span, next: is?.span ?? next.span };
    if (was === null && is !== null) report('EVO-KEY-ADDED', name, places, { name, is: is.name });
    else if (was !== null && is === null) report('EVO-KEY-REMOVED', name, places, { name, was: was.name });
    else if (was !== null && is !== null) {
      const isSame = fields.some((pair) => pair.base === was && pair.next === is);
      if (!isSame) report('EVO-KEY-CHANGED', name, places, { name, was: was.name, is: is.name });
    }
  },
};
