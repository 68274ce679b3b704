// --cpp: C++ for the types of a schema.
import { cppGenerator, type CppOptions } from '@fb/codegen-cpp';
import { nothing, type CommandResult } from '../command.js';
import type { DiskHost } from '../host.js';
import { generatorInput, type Input, type SchemaInput } from '../input.js';
import type { Settings } from '../settings.js';
import { binarySchema } from './schema.js';

/** The C++ of a schema. */
export async function generateCpp(
  input: Input,
  settings: Readonly<Settings>,
  host: DiskHost,
): Promise<CommandResult> {
  if (input.kind !== 'schema') return nothing();
  const { schema, all } = generatorInput(input);
  return cppGenerator.generate(schema, optionsOf(input, settings, host, all));
}

function optionsOf(
  input: SchemaInput,
  settings: Readonly<Settings>,
  host: DiskHost,
  all: boolean,
): CppOptions {
  const { objectPrefix, objectSuffix, filenameSuffix, filenameExtension, includePrefix } = settings;
  const { cppPointerType, cppStringType, cppSource, grpcFilenameSuffix, grpcSearchPath } = settings;
  return {
    objectApi: settings.objectApi,
    mutable: settings.mutable,
    compare: settings.compare,
    nameStrings: settings.nameStrings,
    reflect: settings.reflectNames ? 'names' : settings.reflectTypes ? 'types' : 'none',
    staticReflection: settings.cppStaticReflection,
    nullable: settings.nullable,
    abslHash: settings.abslHash,
    generateAll: settings.generateAll || all,
    standard:
      settings.cppStandard === 'c++0x' || settings.cppStandard === 'c++17' ? settings.cppStandard : 'c++11',
    noPrefix: settings.noPrefix,
    scopedEnums: settings.scopedEnums,
    noMinMax: settings.noMinMax,
    minifyEnums: settings.cppMinifyEnums,
    fieldCase:
      settings.cppFieldCase === 'upper' || settings.cppFieldCase === 'lower'
        ? settings.cppFieldCase
        : 'unchanged',
    noDirectCopy: settings.cppNoDirectCopy,
    stringFlexConstructor: settings.cppStringFlexConstructor,
    forceEmpty: settings.forceEmpty,
    forceEmptyVectors: settings.forceEmptyVectors,
    keepPrefix: settings.keepPrefix,
    noIncludes: settings.noIncludes || settings.oneFile,
    includes: settings.cppIncludes,
    source: settings.cppNoSource || cppSource === 'none' ? 'none' : cppSource === 'full' ? 'full' : 'stub',
    binarySchema: settings.embedSchema ? binarySchema(input.schema, settings, host) : null,
    grpc: settings.grpc,
    grpcHeaders: settings.grpcHeaders,
    grpcSystemHeaders: settings.grpcSystemHeaders,
    grpcCallbackApi: settings.grpcCallbackApi,
    ...(grpcFilenameSuffix === null ? {} : { grpcFilenameSuffix }),
    ...(grpcSearchPath === null ? {} : { grpcSearchPath }),
    ...(objectPrefix === null ? {} : { objectPrefix }),
    ...(objectSuffix === null ? {} : { objectSuffix }),
    ...(filenameSuffix === null ? {} : { filenameSuffix }),
    ...(filenameExtension === null ? {} : { filenameExtension }),
    ...(includePrefix === null ? {} : { includePrefix: includePrefix.replace(/[^/]$/, '$&/') }),
    ...(cppPointerType === null ? {} : { pointerType: cppPointerType }),
    ...(cppStringType === null ? {} : { stringType: cppStringType }),
  };
}
