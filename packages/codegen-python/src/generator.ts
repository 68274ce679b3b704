// The Python generator: from a schema to files, or to diagnostics that say why not.
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
import { checkSettings, settingsOf, type PythonOptions } from './options.js';

const SUPPORTS: ReadonlySet<Feature> = new Set<Feature>(['fixed arrays', 'optional scalars']);

/**
 * Python sets no limit to parameters, but structs in each other become parentheses in each other, of which it takes 200,
 * and arrays become loops, of which it takes 20.
 */
const LIMITS: StructLimits = { members: 65_000, levels: 60, loops: 20 };

/**
 * Generates Python: a module for each enum, union, struct and table in a folder for each component of its namespace, or
 * one module for all. Unions of anything but tables, vectors of unions, defaults of strings and vectors and 64-bit
 * offsets are refused with a `LANG-` error, outputs that would overwrite each other with `GEN-OUTPUT`, structs that are
 * too large with `GEN-WIDE` and `GEN-DEEP`, and what cannot be part of a name with `GEN-NAME`. @public
 */
export const pythonGenerator: Generator<PythonOptions> = {
  name: 'Python',
  supports: SUPPORTS,
  generate(schema: Schema, options: PythonOptions): GeneratorResult {
    const settings = settingsOf(options);
    const refused = [
      ...checkFeatures(schema, { name: 'Python', supports: SUPPORTS }),
      ...checkIdentifiers(schema),
      ...checkStructs(schema, LIMITS),
      ...checkSettings(settings),
    ];
    if (refused.length > 0) return { files: [], diagnostics: refused };
    return filesOf(contextOf(schema, settings));
  },
};
