// EVO-STRUCT-SIZE: structs lie in tables, vectors and other structs, so that their size and alignment are fixed for good.
import type { StructDef } from '../../model.js';
import type { EvolutionRule } from '../rule.js';

export const structSize: EvolutionRule = {
  struct({ base, next }, { report }) {
    if (base.size === next.size && base.align === next.align) return;
    const params = { name: base.fullName, was: extent(base), is: extent(next) };
    report('EVO-STRUCT-SIZE', base.fullName, { base: base.span, next: next.span }, params);
  },
};

function extent({ size, align }: StructDef): string {
  return `${size} ${size === 1 ? 'byte' : 'bytes'} aligned to ${align}`;
}
