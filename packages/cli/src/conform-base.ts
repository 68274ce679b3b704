// --conform: the schema that later versions are compared with, and how.
import type { Diagnostic } from '@fb/diagnostics';
import type { Finding, Schema } from '@fb/schema';
import type { DiskHost } from './host.js';
import { loadSchemaFile } from './load-schema.js';
import type { Settings } from './settings.js';

/** The schema to compare with. */
export interface ConformBase {
  /** What was found in it; after an error there is nothing to compare with. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is to say about a later version. */
  check(next: Schema): readonly Diagnostic[];
}

/** Loads what --conform names, with includes of its own; `null` if it names nothing. */
export async function loadConformBase(
  host: DiskHost,
  settings: Readonly<Settings>,
): Promise<ConformBase | null> {
  if (settings.conform === null) return null;
  const { input, diagnostics } = await loadSchemaFile(settings.conform, host, {
    ...settings,
    includePaths: settings.conformIncludes,
    // What is asked of new versions need not hold for the one before.
    rootType: null,
    requireExplicitIds: false,
    noPrivateLeaks: false,
  });
  const { compareSchemas, conform } = await import('@fb/schema');
  return {
    diagnostics,
    check(next) {
      if (input === null) return [];
      if (settings.conformAll) return compareSchemas(input.schema, next).map(withBreakage);
      const finding = conform(input.schema, next);
      return finding === null ? [] : [finding];
    },
  };
}

/** The finding, and in its words what it breaks. */
export function withBreakage(finding: Finding): Diagnostic {
  return { ...finding, message: `${finding.message} (breaks ${finding.breaks.join(', ')})` };
}
