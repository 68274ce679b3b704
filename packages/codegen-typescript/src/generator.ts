// The TypeScript generator: from a schema to files, or to diagnostics that say why not.
import {
  checkFeatures,
  checkIdentifiers,
  generatorMessages,
  type Generator,
  type GeneratorResult,
} from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import type { Feature, Schema, StructDef } from '@fb/schema';
import { contextOf } from './context.js';
import { filesOf } from './files.js';
import { settingsOf, type TypeScriptOptions } from './options.js';
import { leafCount } from './struct-builder.js';

const SUPPORTS: ReadonlySet<Feature> = new Set<Feature>([
  'fixed arrays',
  'vectors of unions',
  'structs and strings in unions',
  'union underlying types',
  'optional scalars',
  'string and vector defaults',
]);

/**
 * Generates TypeScript: a file for each enum, union, struct and table in a folder for each component of its
 * namespace, and a file that exports each namespace as a whole. Schemas with 64-bit offsets are refused with the
 * error `LANG-64`, outputs that would overwrite each other with `GEN-OUTPUT`. @public
 */
export const typescriptGenerator: Generator<TypeScriptOptions> = {
  name: 'TypeScript',
  supports: SUPPORTS,
  generate(schema: Schema, options: TypeScriptOptions): GeneratorResult {
    const refused = [
      ...checkFeatures(schema, { name: 'TypeScript', supports: SUPPORTS }),
      ...checkIdentifiers(schema),
      ...checkStructs(schema),
    ];
    if (refused.length > 0) return { files: [], diagnostics: refused };
    return filesOf(contextOf(schema, settingsOf(options)));
  },
};

/** A function of JavaScript takes no more parameters, and each member of a struct is one of its `create` function. */
const MOST_MEMBERS = 65_000;

function checkStructs(schema: Schema): readonly Diagnostic[] {
  const counts = new Map<StructDef, number>();
  return schema.objects
    .filter((def) => def.kind === 'struct')
    .filter((def) => leafCount(def, counts) > MOST_MEMBERS)
    .map((def) =>
      generatorMessages.create('GEN-WIDE', def.span, { name: def.fullName, limit: MOST_MEMBERS }),
    );
}
