// W-EVO-FLAGS-*: whether values of an enum are combined. The numbers themselves are looked at elsewhere.
import type { EvolutionRule } from '../rule.js';

export const bitFlags: EvolutionRule = {
  enum({ base, next }, { report }) {
    if (base.bitFlags === next.bitFlags) return;
    const name = base.fullName;
    const code = next.bitFlags ? 'W-EVO-FLAGS-ADDED' : 'W-EVO-FLAGS-REMOVED';
    report(code, name, { base: base.span, next: next.span }, { name });
  },
};
