// EVO-ENUM-TYPE, W-EVO-UNION-TYPE-WRITTEN: how wide the numbers of an enum or of a union's tags are.
import type { EvolutionRule } from '../rule.js';

export const enumType: EvolutionRule = {
  enum({ base, next }, { report }) {
    if (base.underlying === next.underlying) return;
    const params = { name: base.fullName, was: base.underlying, is: next.underlying };
    report('EVO-ENUM-TYPE', base.fullName, { base: base.span, next: next.span }, params);
  },
  union({ base, next }, { report }) {
    const [was, is] = [base.discriminator.underlying, next.discriminator.underlying];
    const name = base.fullName;
    const places = { base: base.span, next: next.span };
    if (was !== is) report('EVO-ENUM-TYPE', name, places, { name, was, is });
    else if (base.explicitUnderlying !== next.explicitUnderlying)
      report('W-EVO-UNION-TYPE-WRITTEN', name, places, { name });
  },
};
