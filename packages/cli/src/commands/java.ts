// --java: Java for the types of a schema.
import { javaGenerator, type JavaOptions } from '@fb/codegen-java';
import { nothing, type CommandResult } from '../command.js';
import { generatorInput, type Input } from '../input.js';
import type { Settings } from '../settings.js';

/** The Java of a schema. */
export async function generateJava(input: Input, settings: Readonly<Settings>): Promise<CommandResult> {
  if (input.kind !== 'schema') return nothing();
  const { schema, all } = generatorInput(input);
  return javaGenerator.generate(schema, optionsOf(settings, all));
}

function optionsOf(settings: Readonly<Settings>, all: boolean): JavaOptions {
  const { objectPrefix, objectSuffix, javaPackagePrefix } = settings;
  return {
    objectApi: settings.objectApi,
    mutable: settings.mutable,
    grpc: settings.grpc,
    generateAll: settings.generateAll || all,
    nullable: settings.nullable,
    checkerFramework: settings.javaCheckerFramework,
    generatedAnnotation: settings.generatedAnnotation,
    vtableConstants: settings.javaVtableConstants,
    runtimeVersion: settings.javaRuntimeVersion,
    ...(objectPrefix === null ? {} : { objectPrefix }),
    ...(objectSuffix === null ? {} : { objectSuffix }),
    ...(javaPackagePrefix === null ? {} : { packagePrefix: javaPackagePrefix }),
  };
}
