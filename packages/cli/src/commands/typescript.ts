// --ts: TypeScript for the types of a schema.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import { nothing, type CommandResult } from '../command.js';
import { generatorInput, type Input } from '../input.js';
import type { Settings } from '../settings.js';

/** The TypeScript of a schema. */
export async function generateTypeScript(input: Input, settings: Readonly<Settings>): Promise<CommandResult> {
  if (input.kind !== 'schema') return nothing();
  const { schema, all } = generatorInput(input);
  return typescriptGenerator.generate(schema, optionsOf(settings, all));
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
