// EVO-FIELD-TYPE, EVO-FIELD-SIGN, EVO-ARRAY-LENGTH, EVO-SLOT-REUSED, W-EVO-FIELD-TYPE: what a field's bytes mean.
import type { EvolutionRule } from '../rule.js';
import { typeText } from '../../type-text.js';

export const fieldType: EvolutionRule = {
  field({ base, next, name, typeChange }, { report }) {
    if (typeChange === 'none') return;
    const code = CODES[typeChange];
    const params = { name, was: typeText(base.type), is: typeText(next.type) };
    const places = { base: base.span, next: next.span };
    if (code !== 'EVO-ARRAY-LENGTH') report(code, name, places, params);
    else if (base.type.kind === 'array' && next.type.kind === 'array')
      report(code, name, places, { name, was: base.type.length, is: next.type.length });
  },
  object({ reused }, { report }) {
    for (const { base, next, name } of reused) {
      const params = { name, was: typeText(base.type), other: next.name, is: typeText(next.type) };
      report('EVO-SLOT-REUSED', name, { base: base.span, next: next.span }, params);
    }
  },
};

const CODES = {
  data: 'EVO-FIELD-TYPE',
  sign: 'EVO-FIELD-SIGN',
  length: 'EVO-ARRAY-LENGTH',
  name: 'W-EVO-FIELD-TYPE',
} as const;
