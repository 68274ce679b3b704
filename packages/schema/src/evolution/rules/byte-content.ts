// EVO-CONTENT-*: what the bytes of a vector hold, which verifiers look into.
import type { EvolutionContext, EvolutionRule } from '../rule.js';
import type { TableField } from '../../model.js';

export const byteContent: EvolutionRule = {
  tableField({ base, next, name }, context) {
    const [was, is] = [contentOf(base), contentOf(next)];
    if (was === is || holdAlike(base, next, context)) return;
    const places = { base: base.span, next: next.span };
    if (was === null && is !== null) context.report('EVO-CONTENT-ADDED', name, places, { name, is });
    else if (was !== null && is === null) context.report('EVO-CONTENT-REMOVED', name, places, { name, was });
    else context.report('EVO-CONTENT-CHANGED', name, places, { name, was: was ?? '', is: is ?? '' });
  },
};

function contentOf({ nested, flexbuffer }: TableField): string | null {
  if (flexbuffer) return 'a FlexBuffer';
  return nested === null ? null : `a buffer of "${nested.fullName}"`;
}

function holdAlike(base: TableField, next: TableField, context: EvolutionContext): boolean {
  if (base.flexbuffer || next.flexbuffer || base.nested?.kind !== 'table' || next.nested?.kind !== 'table')
    return false;
  return context.readsAlike({ kind: 'table', table: base.nested }, { kind: 'table', table: next.nested });
}
