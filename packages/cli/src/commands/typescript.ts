// --ts: TypeScript for the types of a schema.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import { nothing, type CommandResult } from '../command.js';
import { generatorInput, stemOf, type Input, type SchemaInput } from '../input.js';
import type { OutputFile } from '../output-plan.js';
import type { Settings } from '../settings.js';

/** The TypeScript of a schema. */
export async function generateTypeScript(input: Input, settings: Readonly<Settings>): Promise<CommandResult> {
  if (input.kind !== 'schema') return nothing();
  const { schema, all } = generatorInput(input);
  const { files, diagnostics } = typescriptGenerator.generate(schema, optionsOf(settings, all));
  return { files: [...files, ...(await jsonModule(input, settings))], diagnostics };
}

/** `--gen-json`: the module that reads and prints JSON of the root type, beside the types of `monster.fbs` as `monster-json.ts`. */
async function jsonModule(
  { path, dataSchema }: SchemaInput,
  settings: Readonly<Settings>,
): Promise<readonly OutputFile[]> {
  if (!settings.jsonModule) return [];
  const { generateJsonModule } = await import('@fb/json');
  const module = generateJsonModule(dataSchema);
  return module === null ? [] : [{ path: `${stemOf(path)}-json.ts`, content: module.text }];
}

function optionsOf(settings: Readonly<Settings>, all: boolean): TypeScriptOptions {
  const { objectPrefix, objectSuffix, tsRuntime } = settings;
  return {
    objectApi: settings.objectApi,
    mutable: settings.mutable,
    nameStrings: settings.nameStrings,
    generateAll: settings.generateAll || all,
    undefinedForOptionals: settings.tsUndefinedForOptionals,
    omitEntrypoint: settings.tsOmitEntrypoint,
    importExtension: importExtension(settings),
    enums: settings.tsEnums === 'const' ? 'const' : 'enum',
    classes: !settings.tsNoClasses,
    oneFile: settings.tsOneFile,
    grpc: settings.grpc,
    preserveCase: settings.preserveCase,
    ...(objectPrefix === null ? {} : { objectPrefix }),
    ...(objectSuffix === null ? {} : { objectSuffix }),
    // The npm package `flatbuffers` has no verifier, so generated code must not ask for one.
    ...(tsRuntime === null ? {} : { runtimeModule: tsRuntime, modern: tsRuntime !== 'flatbuffers' }),
  };
}

function importExtension({ tsNoImportExt, tsImportExt }: Readonly<Settings>): 'js' | 'ts' | 'none' {
  if (tsNoImportExt || tsImportExt === 'none') return 'none';
  return tsImportExt === 'ts' ? 'ts' : 'js';
}
