// What a command line asks for, once its options are read. Plain data: the argument parser fills it, commands read it.

/** A kind of output that can be asked for. */
export type GeneratorName = 'binary' | 'json' | 'typescript' | 'cpp' | 'java' | 'python' | 'jsonschema';

/** Everything the options set. Lists keep the order of the command line. */
export interface Settings {
  generators: GeneratorName[];
  /** Modules of generators: paths, or names of packages. */
  plugins: string[];
  /** Without effect but for what it needs beside it. */
  csJsonSerializer: boolean;
  /** Each `key=value`. */
  pluginOptions: string[];
  grpc: boolean;
  proto: boolean;
  annotate: string | null;
  annotateSparse: boolean;
  outputDirectory: string;
  includePaths: string[];
  rootType: string | null;

  makeRules: boolean;
  fileNamesOnly: boolean;
  dryRun: boolean;
  /** The config file to follow. */
  config: string | null;
  quiet: boolean;
  jsonDiagnostics: boolean;
  githubDiagnostics: boolean;
  noWarnings: boolean;
  warningsAsErrors: boolean;

  strict: boolean;
  requireExplicitIds: boolean;
  noPrivateLeaks: boolean;
  allowNonUtf8: boolean;
  shortUnionNames: boolean;

  conform: string | null;
  conformIncludes: string[];
  conformAll: boolean;

  schema: boolean;
  bfbsComments: boolean;
  bfbsBuiltins: boolean;
  bfbsRoot: string | null;
  bfbsAbsolutePaths: boolean;

  sizePrefixed: boolean;
  rawBinary: boolean;
  flexbuffers: boolean;
  forceDefaults: boolean;

  strictJson: boolean;
  naturalUtf8: boolean;
  defaultsJson: boolean;
  unknownJson: boolean;
  jsonNestedBytes: boolean;
  jsonPrecise: boolean;
  jsonLongStrings: boolean;
  jsonBase64: boolean;
  jsonCompact: boolean;
  jsonSelect: string | null;

  generateAll: boolean;
  objectApi: boolean;
  mutable: boolean;
  nameStrings: boolean;
  jsonModule: boolean;
  objectPrefix: string | null;
  objectSuffix: string | null;
  oneFile: boolean;
  filenameSuffix: string | null;
  includePrefix: string | null;
  compare: boolean;
  grpcFilenameSuffix: string | null;
  grpcHeaders: string[];
  grpcSearchPath: string | null;
  grpcSystemHeaders: boolean;
  grpcCallbackApi: boolean;
  tsOmitEntrypoint: boolean;
  tsUndefinedForOptionals: boolean;
  tsNoImportExt: boolean;
  tsImportExt: string | null;
  tsEnums: string | null;
  tsNoClasses: boolean;
  tsOneFile: boolean;
  preserveCase: boolean;
  tsRuntime: string | null;
  javaPackagePrefix: string | null;
  javaCheckerFramework: boolean;
  javaVtableConstants: boolean;
  generatedAnnotation: boolean;
  javaRuntimeVersion: string | null;

  pythonTyping: boolean;
  pythonShortNames: boolean;
  pythonVersion: string | null;
  pythonDecodeStrings: boolean;
  pythonNumpy: boolean;
  grpcPythonTypedHandlers: boolean;

  nullable: boolean;
  abslHash: boolean;
  forceEmpty: boolean;
  forceEmptyVectors: boolean;
  reflectTypes: boolean;
  reflectNames: boolean;
  embedSchema: boolean;
  noPrefix: boolean;
  scopedEnums: boolean;
  noMinMax: boolean;
  cppStringFlexConstructor: boolean;
  cppStaticReflection: boolean;
  cppMinifyEnums: boolean;
  cppNoDirectCopy: boolean;
  cppNoSource: boolean;
  filenameExtension: string | null;
  cppPointerType: string | null;
  cppStringType: string | null;
  cppFieldCase: string | null;
  cppStandard: string | null;
  cppSource: string | null;
  cppIncludes: string[];

  noIncludes: boolean;
  keepPrefix: boolean;
  oneofUnions: boolean;
  keepProtoIds: boolean;
  protoIdGap: string | null;
  protoNamespaceSuffix: string | null;
}

/** The names of the settings that hold a `T`. */
export type SettingsOf<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

/** The names of the settings that hold a text, or nothing. */
export type TextSettings = Exclude<SettingsOf<string | null>, SettingsOf<string>>;

/** What holds when no option is given. */
export function defaultSettings(): Settings {
  return {
    generators: [],
    plugins: [],
    csJsonSerializer: false,
    pluginOptions: [],
    grpc: false,
    proto: false,
    annotate: null,
    annotateSparse: false,
    outputDirectory: '',
    includePaths: [],
    rootType: null,
    makeRules: false,
    fileNamesOnly: false,
    dryRun: false,
    config: null,
    quiet: false,
    jsonDiagnostics: false,
    githubDiagnostics: false,
    noWarnings: false,
    warningsAsErrors: false,
    strict: false,
    requireExplicitIds: false,
    noPrivateLeaks: false,
    allowNonUtf8: false,
    shortUnionNames: false,
    conform: null,
    conformIncludes: [],
    conformAll: false,
    schema: false,
    bfbsComments: false,
    bfbsBuiltins: false,
    bfbsRoot: null,
    bfbsAbsolutePaths: false,
    sizePrefixed: false,
    rawBinary: false,
    flexbuffers: false,
    forceDefaults: false,
    strictJson: false,
    naturalUtf8: false,
    defaultsJson: false,
    unknownJson: false,
    jsonNestedBytes: false,
    jsonPrecise: false,
    jsonLongStrings: false,
    jsonBase64: false,
    jsonCompact: false,
    jsonSelect: null,
    generateAll: false,
    objectApi: false,
    mutable: false,
    nameStrings: false,
    jsonModule: false,
    objectPrefix: null,
    objectSuffix: null,
    oneFile: false,
    filenameSuffix: null,
    includePrefix: null,
    compare: false,
    grpcFilenameSuffix: null,
    grpcHeaders: [],
    grpcSearchPath: null,
    grpcSystemHeaders: true,
    grpcCallbackApi: false,
    tsOmitEntrypoint: false,
    tsUndefinedForOptionals: false,
    tsNoImportExt: false,
    tsImportExt: null,
    tsEnums: null,
    tsNoClasses: false,
    tsOneFile: false,
    preserveCase: false,
    tsRuntime: null,
    nullable: false,
    abslHash: false,
    forceEmpty: false,
    forceEmptyVectors: false,
    reflectTypes: false,
    reflectNames: false,
    embedSchema: false,
    noPrefix: false,
    scopedEnums: false,
    noMinMax: false,
    cppStringFlexConstructor: false,
    cppStaticReflection: false,
    cppMinifyEnums: false,
    cppNoDirectCopy: false,
    cppNoSource: false,
    filenameExtension: null,
    cppPointerType: null,
    cppStringType: null,
    cppFieldCase: null,
    cppStandard: null,
    cppSource: null,
    cppIncludes: [],
    javaPackagePrefix: null,
    javaCheckerFramework: false,
    javaVtableConstants: false,
    generatedAnnotation: false,
    javaRuntimeVersion: null,
    pythonTyping: false,
    pythonShortNames: false,
    pythonVersion: null,
    pythonDecodeStrings: false,
    pythonNumpy: true,
    grpcPythonTypedHandlers: false,
    noIncludes: false,
    keepPrefix: false,
    oneofUnions: false,
    keepProtoIds: false,
    protoIdGap: null,
    protoNamespaceSuffix: null,
  };
}
