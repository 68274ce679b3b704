// W-EVO-HASH: which number a string in JSON becomes. Numbers in data are read as before.
import type { EvolutionRule } from '../rule.js';

export const hash: EvolutionRule = {
  tableField({ base, next, name }, { report }) {
    if (base.hash === next.hash) return;
    const params = { name, was: base.hash ?? 'nothing', is: next.hash ?? 'nothing' };
    report('W-EVO-HASH', name, { base: base.span, next: next.span }, params);
  },
};
