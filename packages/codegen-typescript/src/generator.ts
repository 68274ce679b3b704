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
import { checkAlignments } from './alignment.js';
import { contextOf } from './context.js';
import { filesOf } from './files.js';
import { checkAffixes, settingsOf, type Settings, type TypeScriptOptions } from './options.js';

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

/** npm `flatbuffers` has no 64-bit offsets. */
const MODERN_SUPPORTS: ReadonlySet<Feature> = new Set<Feature>([...SUPPORTS, '64-bit offsets']);

/** The classic interface has classes only, and services are calls with instances of classes. */
function settingsFor(options: TypeScriptOptions): Settings {
  const settings = settingsOf(options);
  const functions = settings.functions && settings.modern;
  const classes = settings.classes || !functions || settings.grpc;
  return { ...settings, functions, classes, objectApi: settings.objectApi && classes };
}

/**
 * Generates TypeScript: a file for each enum, union, struct and table in a folder for each component of its
 * namespace, and a file that exports each namespace as a whole. Refused are outputs that would overwrite each other
 * (`GEN-OUTPUT`), structs of more than 65,000 members or 100 levels (`GEN-WIDE`, `GEN-DEEP`), what cannot be part of a
 * name (`GEN-NAME`), alignments that are none (`GEN-ALIGN`), and 64-bit offsets where the code is to run on npm
 * `flatbuffers` (`modern: false`; `LANG-64`). @public
 */
export const typescriptGenerator: Generator<TypeScriptOptions> = {
  name: 'TypeScript',
  supports: MODERN_SUPPORTS,
  generate(schema: Schema, options: TypeScriptOptions): GeneratorResult {
    const settings = settingsFor(options);
    const supports = settings.modern ? MODERN_SUPPORTS : SUPPORTS;
    const refused = [
      ...checkFeatures(schema, { name: 'TypeScript', supports }),
      ...checkIdentifiers(schema),
      ...checkStructs(schema, LIMITS),
      ...(settings.modern ? checkAlignments(schema) : []),
      ...checkAffixes(settings),
    ];
    if (refused.length > 0) return { files: [], diagnostics: refused };
    return filesOf(contextOf(schema, settings));
  },
};
