// The comparison of two versions of a schema: every change that somebody notices.
import type { Schema } from '../model.js';
import { applyRules } from './apply-rules.js';
import { createFinding } from './create-finding.js';
import type { Finding } from './finding.js';
import type { EvolutionCode } from './messages.js';
import { ReadsAlike } from './reads-alike.js';
import type { EvolutionContext } from './rule.js';
import { RULES } from './rules/index.js';

/** Options of {@link compareSchemas}. @public */
export interface CompareSchemasOptions {
  /** Kinds of changes to leave out. */
  readonly ignore?: readonly EvolutionCode[];
}

/**
 * Compares two versions of a schema and gives every change that breaks reading old data with new code, new data with
 * old code, or source: first of the schema as a whole, then of objects and enums in the order of `next`. Definitions
 * are matched by full name, fields by name, else by slot or byte offset. Services are not compared.
 *
 * Both schemas may come from text or bytes; binary schemas do not keep string and vector defaults.
 * @public
 */
export function compareSchemas(
  base: Schema,
  next: Schema,
  options: CompareSchemasOptions = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  const ignored = new Set<string>(options.ignore);
  const alike = new ReadsAlike();
  const context: EvolutionContext = {
    report: (code, ...rest) => {
      if (!ignored.has(code)) findings.push(createFinding(code, ...rest));
    },
    readsAlike: (was, is) => alike.check(was, is),
  };
  for (const rule of RULES) rule.schema?.({ base, next }, context);
  const before = new Map([...base.objects, ...base.enums].map((each) => [each.fullName, each]));
  for (const definition of [...next.objects, ...next.enums]) {
    const was = before.get(definition.fullName);
    if (was !== undefined) applyRules(was, definition, context);
  }
  return findings;
}
