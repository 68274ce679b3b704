// The TypeScript generator: from a schema to files, or to diagnostics that say why not.
import {
  checkFeatures,
  checkIdentifiers,
  checkStructs,
  type Generator,
  type GeneratorResult,
  type StructLimits,
} from '@fb/codegen';
import type { Feature, Schema } from '@fb/schema';
import { contextOf } from './context.js';
import { filesOf } from './files.js';
import { checkAffixes, settingsOf, type TypeScriptOptions } from './options.js';

const SUPPORTS: ReadonlySet<Feature> = new Set<Feature>([
  'fixed arrays',
  'vectors of unions',
  'structs and strings in unions',
  'union underlying types',
  'optional scalars',
  'string and vector defaults',
]);

/** A function of JavaScript takes no more parameters than that. */
const LIMITS: StructLimits = { members: 65_000, levels: 100 };

/**
 * Generates TypeScript: a file for each enum, union, struct and table in a folder for each component of its
 * namespace, and a file that exports each namespace as a whole. Schemas with 64-bit offsets are refused with the
 * error `LANG-64`, outputs that would overwrite each other with `GEN-OUTPUT`, structs of more than 65,000 members or
 * 100 levels with `GEN-WIDE` and `GEN-DEEP`, and what cannot be part of a name with `GEN-NAME`. @public
 */
export const typescriptGenerator: Generator<TypeScriptOptions> = {
  name: 'TypeScript',
  supports: SUPPORTS,
  generate(schema: Schema, options: TypeScriptOptions): GeneratorResult {
    const settings = settingsOf(options);
    const refused = [
      ...checkFeatures(schema, { name: 'TypeScript', supports: SUPPORTS }),
      ...checkIdentifiers(schema),
      ...checkStructs(schema, LIMITS),
      ...checkAffixes(settings),
    ];
    if (refused.length > 0) return { files: [], diagnostics: refused };
    return filesOf(contextOf(schema, settings));
  },
};
