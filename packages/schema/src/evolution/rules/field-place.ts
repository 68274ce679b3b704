// EVO-FIELD-MOVED, EVO-FIELD-REMOVED, W-EVO-FIELD-RENAMED, W-EVO-MEMBER-ADDED: where a field is, if it is at all.
import type { EvolutionRule } from '../rule.js';

export const fieldPlace: EvolutionRule = {
  field({ base, next, name }, { report }) {
    const places = { base: base.span, next: next.span };
    if (base.kind === 'tableField' && next.kind === 'tableField' && base.slot !== next.slot) {
      const hint = 'the attribute "id" keeps slots where they are, in whatever order fields stand';
      report('EVO-FIELD-MOVED', name, places, { name, unit: 'slot', was: base.slot, is: next.slot }, hint);
    }
    if (base.kind === 'structField' && next.kind === 'structField' && base.offset !== next.offset)
      report('EVO-FIELD-MOVED', name, places, { name, unit: 'byte', was: base.offset, is: next.offset });
    if (base.name !== next.name) report('W-EVO-FIELD-RENAMED', name, places, { name, is: next.name });
  },
  table({ base, next, removed }, { report }) {
    for (const field of removed) {
      const name = `${base.fullName}.${field.name}`;
      const hint = 'mark it "deprecated" instead, or the next field added takes its slot';
      report('EVO-FIELD-REMOVED', name, { base: field.span, next: next.span }, { name }, hint);
    }
  },
  struct({ base, next, removed, added }, { report }) {
    for (const field of removed) {
      const name = `${base.fullName}.${field.name}`;
      report('EVO-FIELD-REMOVED', name, { base: field.span, next: next.span }, { name });
    }
    for (const field of added) {
      const name = `${base.fullName}.${field.name}`;
      report('W-EVO-MEMBER-ADDED', name, { base: base.span, next: field.span }, { name });
    }
  },
};
