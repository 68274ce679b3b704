// EVO-ROOT, W-EVO-ROOT, W-EVO-ROOT-REMOVED: what a buffer starts with.
import type { EvolutionRule } from '../rule.js';

export const rootType: EvolutionRule = {
  schema({ base, next }, { report, readsAlike }) {
    const [was, is] = [base.root, next.root];
    if (was === null || was.fullName === is?.fullName) return;
    const places = { base: was.span, next: is?.span ?? null };
    if (is === null) {
      report('W-EVO-ROOT-REMOVED', 'schema', places, { was: was.fullName });
      return;
    }
    const alike = readsAlike({ kind: 'table', table: was }, { kind: 'table', table: is });
    report(alike ? 'W-EVO-ROOT' : 'EVO-ROOT', 'schema', places, { was: was.fullName, is: is.fullName });
  },
};
