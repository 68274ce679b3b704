// EVO-DEFAULT, EVO-PRESENCE, EVO-REQUIRED-*: what it means that a field is absent.
import type { TableField } from '../../model.js';
import type { EvolutionRule } from '../rule.js';
import { sameDefault } from '../same-default.js';

export const absence: EvolutionRule = {
  tableField({ base, next, name }, { report }) {
    const places = { base: base.span, next: next.span };
    if (isRequired(base) !== isRequired(next)) {
      report(isRequired(next) ? 'EVO-REQUIRED-ADDED' : 'EVO-REQUIRED-REMOVED', name, places, { name });
    }
    if (base.presence === 'required' || next.presence === 'required') return;
    const params = { name, was: absent(base), is: absent(next) };
    if (base.presence !== next.presence) report('EVO-PRESENCE', name, places, params);
    else if (!sameDefault(base.default, next.default)) report('EVO-DEFAULT', name, places, params);
  },
  table({ base, next, removed, added }, { report }) {
    for (const field of removed.filter(isRequired)) {
      const name = `${base.fullName}.${field.name}`;
      report('EVO-REQUIRED-REMOVED', name, { base: field.span, next: next.span }, { name });
    }
    for (const field of added.filter(isRequired)) {
      const name = `${base.fullName}.${field.name}`;
      report('EVO-REQUIRED-ADDED', name, { base: base.span, next: field.span }, { name });
    }
  },
};

/** Whether readers refuse a table without the field: of deprecated ones nobody does. */
function isRequired({ presence, deprecated }: TableField): boolean {
  return presence === 'required' && !deprecated;
}

function absent(field: TableField): string {
  if (field.presence === 'optional') return 'nothing';
  if (typeof field.default === 'string') return JSON.stringify(field.default);
  return field.defaultText ?? 'nothing';
}
