// The JSON Schema generator: from a schema to one file, or to diagnostics that say why not.
import { checkFeatures, checkIdentifiers, type Generator, type GeneratorResult } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import type { Definition, Feature, Schema } from '@fb/schema';
import { fileOf } from './files.js';
import { definitionName } from './language.js';
import { jsonSchemaMessages } from './messages.js';

const SUPPORTS: ReadonlySet<Feature> = new Set<Feature>(['fixed arrays']);

/** There is nothing to choose. @public */
export type JsonSchemaOptions = Readonly<Record<string, never>>;

/**
 * Generates a JSON Schema (draft 2019-09) of the JSON text of a schema's root type: one file, `<name>.schema.json`, the
 * text that `flatc --jsonschema` writes, types of included files too. A schema without a root type is refused with the
 * error `JSONSCHEMA-ROOT`, and what the reference compiler cannot describe with a `LANG-` one. @public
 */
export const jsonSchemaGenerator: Generator<JsonSchemaOptions> = {
  name: 'JSON Schema',
  supports: SUPPORTS,
  generate(schema: Schema): GeneratorResult {
    const refused = [
      ...checkFeatures(schema, { name: 'JSON Schema', supports: SUPPORTS }),
      ...checkIdentifiers(schema),
    ];
    const { root } = schema;
    if (refused.length > 0) return { files: [], diagnostics: refused };
    if (root !== null) return { files: [fileOf(schema, root)], diagnostics: checkNames(schema) };
    const hint = 'add a root_type';
    const missing = jsonSchemaMessages.create(
      'JSONSCHEMA-ROOT',
      null,
      { path: schema.mainFile.path },
      { hint },
    );
    return { files: [], diagnostics: [missing] };
  },
};

/** A warning for each definition that hides an earlier one: the names `A.B` and `A_B` become the same. */
function checkNames(schema: Schema): readonly Diagnostic[] {
  const byName = new Map<string, Definition>();
  return [...schema.enums, ...schema.objects].flatMap((def) => {
    const name = definitionName(def);
    const first = byName.get(name);
    if (first === undefined) byName.set(name, def);
    if (first === undefined) return [];
    const related = first.span === null ? [] : [{ message: `${first.fullName} is here`, span: first.span }];
    const params = { first: first.fullName, second: def.fullName, name };
    return [jsonSchemaMessages.create('W-JSONSCHEMA-NAME', def.span, params, { related })];
  });
}
