// EVO-64BIT: how wide the offset to a string or vector, and the count of a vector, is.
import type { TableField } from '../../model.js';
import type { EvolutionRule } from '../rule.js';

export const wideOffset: EvolutionRule = {
  tableField({ base, next, name }, { report }) {
    const [was, is] = [widths(base), widths(next)];
    if (was !== is) report('EVO-64BIT', name, { base: base.span, next: next.span }, { name, was, is });
  },
};

function widths({ type, offset64 }: TableField): string {
  if (type.kind === 'vector' && type.wide) return '64 bits and a count of 64 bits';
  return offset64 ? '64 bits' : '32 bits';
}
