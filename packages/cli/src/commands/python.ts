// --python: Python for the types of a schema.
import { pythonGenerator, type PythonOptions } from '@fb/codegen-python';
import { nothing, type CommandResult } from '../command.js';
import { generatorInput, type Input } from '../input.js';
import type { Settings } from '../settings.js';

/** The Python of a schema. */
export async function generatePython(input: Input, settings: Readonly<Settings>): Promise<CommandResult> {
  if (input.kind !== 'schema') return nothing();
  const { schema, all } = generatorInput(input);
  return pythonGenerator.generate(schema, optionsOf(settings, all));
}

function optionsOf(settings: Readonly<Settings>, all: boolean): PythonOptions {
  const { objectPrefix, objectSuffix, filenameSuffix, includePrefix, grpcFilenameSuffix, pythonVersion } =
    settings;
  return {
    objectApi: settings.objectApi,
    compare: settings.compare,
    generateAll: settings.generateAll || all,
    oneFile: settings.oneFile,
    imports: !settings.noIncludes,
    typing: settings.pythonTyping,
    shortNames: settings.pythonShortNames,
    decodeStrings: settings.pythonDecodeStrings,
    numpy: settings.pythonNumpy,
    grpc: settings.grpc,
    grpcTypedHandlers: settings.grpcPythonTypedHandlers,
    ...(objectPrefix === null ? {} : { objectPrefix }),
    ...(objectSuffix === null ? {} : { objectSuffix }),
    ...(filenameSuffix === null ? {} : { filenameSuffix }),
    ...(includePrefix === null ? {} : { includePrefix }),
    ...(grpcFilenameSuffix === null ? {} : { grpcFilenameSuffix }),
    ...(pythonVersion === null ? {} : { pythonVersion }),
  };
}
