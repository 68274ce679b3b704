// --jsonschema: a JSON Schema for the root type of a schema, or for that of --root-type.
import { jsonSchemaGenerator } from '@fb/codegen-jsonschema';
import { nothing, type CommandResult } from '../command.js';
import { generatorInput, type Input } from '../input.js';

/** The JSON Schema of a schema. */
export async function generateJsonSchema(input: Input): Promise<CommandResult> {
  if (input.kind !== 'schema') return nothing();
  const { root } = input.dataSchema;
  return jsonSchemaGenerator.generate({ ...generatorInput(input).schema, root }, {});
}
