// Whether two definitions of different names read each other's data, as after a renaming or a move between namespaces.
import { applyRules, type Evolving } from './apply-rules.js';
import type { EvolutionContext } from './rule.js';
import { typeText } from '../type-text.js';
import type { NamedType } from './type-change.js';

/** A pair that is being looked into, and the one that led to it. */
interface Visit {
  readonly base: Evolving;
  readonly next: Evolving;
  readonly from: Visit | null;
}

/** Remembers which definitions read alike: pairs lead to pairs, in circles too. */
export class ReadsAlike {
  readonly #known: Map<Evolving, Map<Evolving, boolean>> = new Map();

  /** Whether no error would be found between them, nor between what they refer to by other names. */
  check(base: NamedType, next: NamedType): boolean {
    if (base.kind !== next.kind) return false;
    const [was, is] = [definitionOf(base), definitionOf(next)];
    return this.#known.get(was)?.get(is) ?? this.#search({ base: was, next: is, from: null });
  }

  /** A queue instead of recursion, for schemas of any depth. */
  #search(start: Visit): boolean {
    const visits: Visit[] = [start];
    const seen: Map<Evolving, Set<Evolving>> = new Map([[start.base, new Set([start.next])]]);
    for (const visit of visits) {
      let isGood = true;
      const context: EvolutionContext = {
        report: (code) => {
          if (!code.startsWith('W-')) isGood = false;
        },
        readsAlike: (base, next) => {
          if (base.kind !== next.kind) return false;
          // Namesakes are compared, and reported, on their own.
          if (typeText(base) === typeText(next)) return true;
          const [was, is] = [definitionOf(base), definitionOf(next)];
          const known = this.#known.get(was)?.get(is);
          const met = seen.get(was);
          if (known !== undefined || met?.has(is) === true) return known ?? true;
          if (met === undefined) seen.set(was, new Set([is]));
          else met.add(is);
          visits.push({ base: was, next: is, from: visit });
          return true;
        },
      };
      applyRules(visit.base, visit.next, context);
      if (isGood) continue;
      for (let bad: Visit | null = visit; bad !== null; bad = bad.from) this.#remember(bad, false);
      return false;
    }
    for (const visit of visits) this.#remember(visit, true);
    return true;
  }

  #remember({ base, next }: Visit, isAlike: boolean): void {
    const known = this.#known.get(base);
    if (known === undefined) this.#known.set(base, new Map([[next, isAlike]]));
    else known.set(next, isAlike);
  }
}

function definitionOf(type: NamedType): Evolving {
  switch (type.kind) {
    case 'enum':
      return type.enum;
    case 'struct':
      return type.struct;
    case 'table':
      return type.table;
    case 'union':
      return type.union;
  }
}
