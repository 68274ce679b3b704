// W-EVO-DEPRECATED: the way to retire a field. Its slot stays taken; generated code leaves it out.
import type { EvolutionRule } from '../rule.js';

export const deprecated: EvolutionRule = {
  tableField({ base, next, name }, { report }) {
    if (!base.deprecated && next.deprecated)
      report('W-EVO-DEPRECATED', name, { base: base.span, next: next.span }, { name });
  },
};
