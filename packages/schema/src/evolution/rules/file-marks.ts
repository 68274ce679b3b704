// EVO-IDENTIFIER-*, W-EVO-EXTENSION: what tells the files of a schema from others.
import type { EvolutionRule } from '../rule.js';

export const fileMarks: EvolutionRule = {
  schema({ base, next }, { report }) {
    const places = { base: null, next: null };
    const [was, is] = [base.fileIdentifier, next.fileIdentifier];
    if (was === null && is !== null) report('EVO-IDENTIFIER-ADDED', 'schema', places, { is });
    else if (was !== null && is === null) report('EVO-IDENTIFIER-REMOVED', 'schema', places, { was });
    else if (was !== null && is !== null && was !== is)
      report('EVO-IDENTIFIER-CHANGED', 'schema', places, { was, is });
    if (base.fileExtension === next.fileExtension) return;
    const texts = { was: extension(base.fileExtension), is: extension(next.fileExtension) };
    report('W-EVO-EXTENSION', 'schema', places, texts);
  },
};

function extension(text: string | null): string {
  return text === null ? 'unsaid' : `"${text}"`;
}
