// The Java generator: from a schema to files, or to diagnostics that say why not.
import {
  checkFeatures,
  checkIdentifiers,
  checkStructs,
  type Generator,
  type GeneratorResult,
  type StructLimits,
} from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import type { Feature, Schema, StructField, TableField } from '@fb/schema';
import { contextOf } from './context.js';
import { filesOf } from './files.js';
import { javaMessages } from './messages.js';
import { checkSettings, settingsOf, type JavaOptions } from './options.js';

const SUPPORTS: ReadonlySet<Feature> = new Set<Feature>([
  'fixed arrays',
  'vectors of unions',
  'structs and strings in unions',
  'optional scalars',
]);

/** A method has 64 KB of code, which fewer members than these fill. Structs in arrays are flattened too. */
const LIMITS: StructLimits = { members: 10_000, levels: 100, loops: Number.POSITIVE_INFINITY };

/**
 * Generates Java: a file for each class, in a folder for each component of its package. What the official Java runtime
 * cannot express (defaults of strings and vectors, unions with an underlying type, 64-bit offsets) is refused with a
 * `LANG-` error. @public
 */
export const javaGenerator: Generator<JavaOptions> = {
  name: 'Java',
  supports: SUPPORTS,
  generate(schema: Schema, options: JavaOptions): GeneratorResult {
    const settings = settingsOf(options);
    const refused = [
      ...checkFeatures(schema, { name: 'Java', supports: SUPPORTS }),
      ...checkIdentifiers(schema),
      ...checkStructs(schema, LIMITS),
      ...checkSettings(settings),
    ];
    if (refused.length > 0) return { files: [], diagnostics: refused };
    const { files, diagnostics } = filesOf(contextOf(schema, settings));
    const warnings = settings.packagePrefix === '' ? checkPackages(schema) : [];
    return { files, diagnostics: [...diagnostics, ...warnings] };
  },
};

/** A warning for each field in a namespace whose type is in none. */
function checkPackages(schema: Schema): readonly Diagnostic[] {
  return schema.objects.flatMap((def) => {
    if (def.namespace.length === 0) return [];
    const fields: readonly (TableField | StructField)[] = def.fields;
    const user = fields.find((field) => namespaceOf(field)?.length === 0);
    if (user === undefined) return [];
    const name = `the type of ${user.name}`;
    const hint = 'give it a namespace, or all of them one (--java-package-prefix)';
    return [javaMessages.create('W-JAVA-DEFAULT-PACKAGE', user.span, { name, user: def.fullName }, { hint })];
  });
}

/** The namespace of the class that the accessor of a field names, if it names one. */
function namespaceOf({ type }: TableField | StructField): readonly string[] | null {
  const inner = type.kind === 'vector' || type.kind === 'array' ? type.element : type;
  if (inner.kind === 'table') return inner.table.namespace;
  return inner.kind === 'struct' ? inner.struct.namespace : null;
}
