// Every option of the command line as one table: how it is spelled, what it sets, and its line of help.
// flatc's whole set is here, so that a script written for flatc meets no unknown option. No behaviour lives here.
import type { GeneratorName, SettingsOf, TextSettings } from './settings.js';

/** Headings of the help text, in the order they are shown. */
export const TOPICS = [
  'What to generate',
  'Files',
  'Schemas',
  'Binary data',
  'Binary schemas',
  'JSON',
  'Generated code',
  'TypeScript',
  'C++',
  'Java',
  'Python',
  'Proto files',
  'Messages',
  'Accepted, without effect on these outputs',
  'Not supported yet',
] as const;

/** A heading of the help text. */
export type Topic = (typeof TOPICS)[number];

/** What each topic is called on a command line. */
export const TOPIC_NAMES: Readonly<Record<Topic, string>> = {
  'What to generate': 'outputs',
  Files: 'files',
  Schemas: 'schemas',
  'Binary data': 'buffers',
  'Binary schemas': 'bfbs',
  JSON: 'json',
  'Generated code': 'code',
  TypeScript: 'typescript',
  'C++': 'cpp',
  Java: 'java',
  Python: 'python',
  'Proto files': 'proto',
  Messages: 'messages',
  'Accepted, without effect on these outputs': 'ignored',
  'Not supported yet': 'unsupported',
};

/** What an option does when it is reached. */
export type Effect =
  | { readonly kind: 'generator'; readonly name: GeneratorName }
  | { readonly kind: 'switch'; readonly setting: SettingsOf<boolean>; readonly to: boolean }
  | { readonly kind: 'text'; readonly setting: TextSettings }
  | { readonly kind: 'folder'; readonly setting: 'outputDirectory' | 'bfbsRoot' }
  | { readonly kind: 'folders'; readonly setting: 'includePaths' | 'conformIncludes' }
  | { readonly kind: 'list'; readonly setting: 'cppIncludes' | 'grpcHeaders' | 'plugins' | 'pluginOptions' }
  | { readonly kind: 'show'; readonly what: 'help' | 'version' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unsupported'; readonly what: string };

/** One row of the table. */
export interface Option {
  /** Every spelling, the short one first. */
  readonly names: readonly string[];
  /** What the value is called in the help text; `null` if the option takes none. */
  readonly value: string | null;
  /** The only values it takes; `null` if any will do. */
  readonly choices: readonly string[] | null;
  /** Whether `--name=value` is understood beside `--name value`. */
  readonly equals: boolean;
  /** Whether an empty value, such as a variable of a script that is not set, means what leaving it out means. */
  readonly emptyIsDefault: boolean;
  /** Whether the value is the same in capitals. */
  readonly anyCase: boolean;
  readonly topic: Topic;
  /** Empty where the topic says it all. */
  readonly help: string;
  /** What to do instead, if it is only kept for old scripts: using it gives a warning. */
  readonly deprecated: string | null;
  readonly effect: Effect;
}

/** The table. The order within a topic is the order in the help text. */
export const OPTIONS: readonly Option[] = [
  generator('-b, --binary', 'binary', 'Turn data files into FlatBuffers; with --schema, schemas too.'),
  generator('-t, --json', 'json', 'Turn data files into JSON text.'),
  generator('-T, --ts', 'typescript', 'Write TypeScript for the types of each schema.'),
  generator('-c, --cpp', 'cpp', 'Write C++ for the types of each schema.'),
  generator('-j, --java', 'java', 'Write Java for the types of each schema.'),
  generator('-p, --python', 'python', 'Write Python for the types of each schema.'),
  generator('--jsonschema', 'jsonschema', 'Write a JSON Schema for the root type of each schema.'),
  row('--plugin MODULE', 'What to generate', 'Write what the generator of MODULE makes; may be repeated.', {
    kind: 'list',
    setting: 'plugins',
  }),
  row('--plugin-opt KEY=VALUE', 'What to generate', 'Give plugins the option KEY; may be repeated.', {
    kind: 'list',
    setting: 'pluginOptions',
  }),
  on(
    'What to generate',
    '--grpc',
    'grpc',
    'With --ts, --cpp, --java or --python: write the RPC services, too.',
  ),
  text(
    'What to generate',
    '--annotate SCHEMA',
    'annotate',
    'Say what each byte of the files is, in NAME.afb beside each; nothing else is generated.',
  ),
  on(
    'What to generate',
    '--annotate-sparse-vectors',
    'annotateSparse',
    'With --annotate: leave out the middle of long vectors.',
  ),
  on('What to generate', '--proto', 'proto', 'Turn .proto files into schemas; nothing else is generated.'),

  folder(
    'Files',
    '-o DIR',
    'outputDirectory',
    'Write below DIR, which is created if missing; default: here.',
  ),
  folders('Files', '-I DIR', 'includePaths', 'Look for included schemas in DIR too; may be repeated.'),
  on('Files', '-M', 'makeRules', 'Print make rules for the outputs instead of writing them.'),
  on(
    'Files',
    '--file-names-only',
    'fileNamesOnly',
    'Print the names of the outputs instead of writing them.',
  ),
  on('Files', '--dry-run', 'dryRun', 'Say which files would be created, changed or kept; write none.'),
  text(
    'Files',
    '--config FILE',
    'config',
    'Make what FILE lists, as flatc.config.json here or above does alone.',
  ),
  show('-h, --help', 'help', 'Show this text.'),
  show('--version', 'version', 'Show the version.'),

  mayBeEmpty(
    text(
      'Schemas',
      '--root-type TYPE',
      'rootType',
      'Read and write data files as TYPE instead of the root type.',
    ),
  ),
  on('Schemas', '--strict', 'strict', 'Accept only what flatc itself accepts.'),
  on('Schemas', '--require-explicit-ids', 'requireExplicitIds', 'Refuse table fields without an id.'),
  on('Schemas', '--no-leak-private-annotation', 'noPrivateLeaks', 'Refuse private types in public ones.'),
  on(
    'Schemas',
    '--no-union-value-namespacing',
    'shortUnionNames',
    'Name union members without their namespace.',
  ),
  on('Schemas', '--allow-non-utf8', 'allowNonUtf8', 'Let strings be any bytes; JSON shows them as \\xHH.'),
  text(
    'Schemas',
    '--conform FILE',
    'conform',
    'Refuse schemas that flatc does not accept as later versions of FILE.',
  ),
  folders(
    'Schemas',
    '--conform-includes DIR',
    'conformIncludes',
    'Look for schemas that FILE includes in DIR.',
  ),
  on(
    'Schemas',
    '--conform-all',
    'conformAll',
    'With --conform: find all that breaks data or source, not what flatc finds.',
  ),

  on('Binary data', '--size-prefixed', 'sizePrefixed', 'Buffers start with their length, in and out.'),
  on('Binary data', '--raw-binary', 'rawBinary', 'Read buffers without a look at their file identifier.'),
  on('Binary data', '--flexbuffers', 'flexbuffers', 'Data files are FlexBuffers, or JSON to become such.'),
  on('Binary data', '--force-defaults', 'forceDefaults', 'Write fields that JSON sets to their default too.'),

  on('Binary schemas', '--schema', 'schema', 'With -b: write each schema as a buffer, NAME.bfbs.'),
  on('Binary schemas', '--bfbs-comments', 'bfbsComments', 'Keep the documentation; give it after -b.'),
  on('Binary schemas', '--bfbs-builtins', 'bfbsBuiltins', 'Keep the built-in attributes.'),
  folder(
    'Binary schemas',
    '--bfbs-filenames DIR',
    'bfbsRoot',
    "Make file names relative to DIR instead of the schema's.",
  ),
  on('Binary schemas', '--bfbs-absolute-paths', 'bfbsAbsolutePaths', 'Make file names absolute.'),

  on('JSON', '--strict-json', 'strictJson', 'Quote keys; refuse unquoted ones and trailing commas.'),
  on('JSON', '--natural-utf8', 'naturalUtf8', 'Write text as it is instead of as \\uXXXX.'),
  on('JSON', '--defaults-json', 'defaultsJson', 'Write absent fields that have a default too.'),
  on('JSON', '--unknown-json', 'unknownJson', 'Pass over fields that the schema does not have.'),
  on('JSON', '--json-nested-bytes', 'jsonNestedBytes', 'Read nested buffers given as a list of bytes.'),
  on('JSON', '--json-precise', 'jsonPrecise', 'Write floats so that they read back as the same number.'),
  on('JSON', '--json-long-strings', 'jsonLongStrings', 'Write 64-bit integers in quotes.'),
  on('JSON', '--json-base64', 'jsonBase64', 'Write vectors of bytes as base64 strings, and read such.'),
  on('JSON', '--json-compact', 'jsonCompact', 'Write everything on one line.'),
  text('JSON', '--json-select PATH', 'jsonSelect', "Write only the part at PATH, such as '$.weapons[2]'."),

  on(
    'Generated code',
    '--gen-object-api',
    'objectApi',
    'Add a plain class for each type, with pack and unpack.',
  ),
  on('Generated code', '--gen-mutable', 'mutable', 'Add methods that change scalars in place.'),
  on('Generated code', '--gen-name-strings', 'nameStrings', 'Add methods that tell the name of a type.'),
  on('Generated code', '--gen-all', 'generateAll', 'Write the types of included schemas too.'),
  text(
    'Generated code',
    '--object-prefix TEXT',
    'objectPrefix',
    'Put TEXT before the names of plain classes.',
  ),
  text('Generated code', '--object-suffix TEXT', 'objectSuffix', 'Put TEXT after them instead of T.'),
  text('Generated code', '--filename-suffix SUFFIX', 'filenameSuffix', 'C++, Python: SUFFIX for _generated.'),
  text(
    'Generated code',
    '--include-prefix PATH',
    'includePrefix',
    'C++, Python: find included ones below PATH.',
  ),
  on(
    'Generated code',
    '--gen-onefile',
    'oneFile',
    'Python: one module a schema; C++: include no other header.',
  ),
  on('Generated code', '--gen-compare', 'compare', 'C++, Python: add a comparison to plain classes.'),
  on('Generated code', '--gen-nullable', 'nullable', 'C++, Java: mark what may be null.'),
  on('TypeScript', '--gen-json', 'jsonModule', 'Add a module that reads and prints JSON of the root type.'),
  on('TypeScript', '--ts-omit-entrypoint', 'tsOmitEntrypoint', 'Write no files that only re-export.'),
  on(
    'TypeScript',
    '--ts-undefined-for-optionals',
    'tsUndefinedForOptionals',
    'Absent is undefined instead of null.',
  ),
  on('TypeScript', '--ts-no-import-ext', 'tsNoImportExt', 'Import without a file extension.'),
  {
    ...text(
      'TypeScript',
      '--ts-import-ext EXT',
      'tsImportExt',
      'End imports in js (as flatc does), ts or none.',
    ),
    choices: ['js', 'ts', 'none'],
  },
  {
    ...text('TypeScript', '--ts-enums KIND', 'tsEnums', 'Enums are enum (as flatc does), or const objects.'),
    choices: ['enum', 'const'],
  },
  on('TypeScript', '--ts-no-classes', 'tsNoClasses', 'Write functions for plain objects only.'),
  on('TypeScript', '--ts-one-file', 'tsOneFile', 'Write one file for all types of a schema.'),
  on('TypeScript', '--preserve-case', 'preserveCase', 'Name accessors and files as the schema names them.'),
  text('TypeScript', '--ts-runtime MODULE', 'tsRuntime', 'Import the runtime from MODULE.'),
  { ...on('TypeScript', '--ts-flat-files', 'generateAll', ''), deprecated: 'write --gen-all' },
  { ...on('TypeScript', '--ts-entry-points', 'generateAll', ''), deprecated: 'write --gen-all' },

  mayBeEmpty(
    text('C++', '--filename-ext EXT', 'filenameExtension', 'Give headers the extension EXT instead of h.'),
  ),
  on('C++', '--gen-absl-hash', 'abslHash', "Add hashes of structs for Abseil's containers."),
  on('C++', '--force-empty', 'forceEmpty', 'Pack writes empty strings and vectors.'),
  on('C++', '--force-empty-vectors', 'forceEmptyVectors', 'Pack writes empty vectors.'),
  on('C++', '--reflect-types', 'reflectTypes', 'Add tables of types for mini-reflection.'),
  on('C++', '--reflect-names', 'reflectNames', 'Add tables of types and names.'),
  on('C++', '--bfbs-gen-embed', 'embedSchema', 'Write the binary schema as a header, too.'),
  on('C++', '--no-prefix', 'noPrefix', 'Name enum values without their enum.'),
  on('C++', '--scoped-enums', 'scopedEnums', 'Write enum class.'),
  on('C++', '--no-emit-min-max-enum-values', 'noMinMax', 'Write enums without MIN and MAX.'),
  row('--cpp-include PATH', 'C++', 'Include PATH, too; may be repeated.', {
    kind: 'list',
    setting: 'cppIncludes',
  }),
  mayBeEmpty(
    text('C++', '--cpp-ptr-type TYPE', 'cppPointerType', 'Own objects by TYPE instead of std::unique_ptr.'),
  ),
  mayBeEmpty(
    text('C++', '--cpp-str-type TYPE', 'cppStringType', 'Hold strings in TYPE instead of std::string.'),
  ),
  on('C++', '--cpp-str-flex-ctor', 'cppStringFlexConstructor', 'Make such strings of pointer and length.'),
  on('C++', '--cpp-static-reflection', 'cppStaticReflection', 'Add lists of fields for C++17.'),
  on('C++', '--cpp-minify-enums', 'cppMinifyEnums', 'Write enums and nothing about them.'),
  on('C++', '--no-cpp-direct-copy', 'cppNoDirectCopy', 'Write no CreateXDirect functions.'),
  {
    ...text(
      'C++',
      '--cpp-field-case-style STYLE',
      'cppFieldCase',
      'Case of field names: unchanged, upper or lower.',
    ),
    choices: ['unchanged', 'upper', 'lower'],
  },
  {
    ...mayBeEmpty(
      text('C++', '--cpp-std STD', 'cppStandard', 'Write for c++0x, c++11 (the default) or c++17.'),
    ),
    choices: ['c++0x', 'c++11', 'c++17'],
    equals: true,
    anyCase: true,
  },
  {
    ...text(
      'C++',
      '--cpp-source KIND',
      'cppSource',
      'The .cpp file: stub (checks only), full (bodies, too) or none.',
    ),
    choices: ['stub', 'full', 'none'],
    equals: true,
  },
  on('C++', '--no-cpp-source', 'cppNoSource', 'Write headers only.'),
  {
    ...row(
      '--grpc-additional-header HEADER',
      'C++',
      'Include HEADER, not flatbuffers/grpc.h; may be repeated.',
      {
        kind: 'list',
        setting: 'grpcHeaders',
      },
    ),
    equals: true,
  },
  {
    ...text('C++', '--grpc-search-path PATH', 'grpcSearchPath', "Include gRPC's headers from PATH."),
    equals: true,
  },
  ...onOff(
    'C++',
    '--grpc-use-system-headers',
    'grpcSystemHeaders',
    "Include gRPC's headers as <...>, as is the default.",
  ),
  ...onOff('C++', '--grpc-callback-api', 'grpcCallbackApi', "Offer gRPC's callback API, too."),
  text('Java', '--java-package-prefix PREFIX', 'javaPackagePrefix', 'Put all packages into PREFIX.'),
  on('Java', '--java-checkerframework', 'javaCheckerFramework', 'Mark accessors for the Checker Framework.'),
  on(
    'Java',
    '--java-primitive-has-method',
    'javaVtableConstants',
    'Add a constant VT_X for each scalar field.',
  ),
  on('Java', '--gen-generated', 'generatedAnnotation', 'Annotate classes with javax.annotation.Generated.'),
  text(
    'Java',
    '--java-runtime-version V',
    'javaRuntimeVersion',
    'Compile with the runtime V only, such as 25.2.10.',
  ),
  on('Python', '--python-typing', 'pythonTyping', 'Annotate types, and write .pyi stubs.'),
  on(
    'Python',
    '--python-no-type-prefix-suffix',
    'pythonShortNames',
    'Name builder functions Start, AddX and End only.',
  ),
  {
    ...mayBeEmpty(
      text(
        'Python',
        '--python-version VERSION',
        'pythonVersion',
        'Keep clear of the words of VERSION: 2, 3, 3.9.',
      ),
    ),
    equals: true,
  },
  on(
    'Python',
    '--python-decode-obj-api-strings',
    'pythonDecodeStrings',
    'Strings of plain classes become str, not bytes.',
  ),
  ...onOff(
    'Python',
    '--python-gen-numpy',
    'pythonNumpy',
    'Access vectors as NumPy arrays, as is the default.',
  ),
  ...onOff(
    'Python',
    '--grpc-python-typed-handlers',
    'grpcPythonTypedHandlers',
    'gRPC handlers take tables, not bytes.',
  ),
  {
    ...text(
      'Python',
      '--grpc-filename-suffix SUFFIX',
      'grpcFilenameSuffix',
      'Put SUFFIX behind NAME_grpc, not _fb; in C++ behind NAME.grpc, not .fb.',
    ),
    equals: true,
  },

  on('Proto files', '--oneof-union', 'oneofUnions', 'A oneof of messages becomes a union, not a table.'),
  on('Proto files', '--keep-proto-id', 'keepProtoIds', 'Give fields ids in the order of their numbers.'),
  {
    ...text(
      'Proto files',
      '--proto-id-gap ACTION',
      'protoIdGap',
      'Numbers that are left out: nop, warn or error.',
    ),
    choices: ['nop', 'warn', 'error'],
  },
  text(
    'Proto files',
    '--proto-namespace-suffix SUFFIX',
    'protoNamespaceSuffix',
    'Put SUFFIX behind packages.',
  ),
  on('Proto files', '--keep-prefix', 'keepPrefix', 'Include imports with their directories; in C++, too.'),
  on(
    'Proto files',
    '--no-includes',
    'noIncludes',
    'Repeat imported types, as --gen-all does; C++: do not include.',
  ),

  on('Messages', '--no-warnings', 'noWarnings', 'Show errors only.'),
  on(
    'Messages',
    '--warnings-as-errors',
    'warningsAsErrors',
    'End with an error if a schema gives a warning.',
  ),

  on('Messages', '--quiet', 'quiet', 'Show errors only, and no progress.'),
  on('Messages', '--json-diagnostics', 'jsonDiagnostics', 'Print each message as a line of JSON.'),
  on(
    'Messages',
    '--github-diagnostics',
    'githubDiagnostics',
    'Print messages as GitHub Actions shows them in the code.',
  ),

  { ...inert('--gen-includes'), deprecated: 'it is the default, leave it out' },
  ...['--gen-json-emit', '--gen-jvmstatic'].map(inert),
  row('--cs-gen-json-serializer', 'Accepted, without effect on these outputs', '', {
    kind: 'switch',
    setting: 'csJsonSerializer',
    to: true,
  }),
  ...[
    '--cs-global-alias',
    '--go-namespace NAME',
    '--go-import PATH',
    '--go-module-name NAME',
    '--rust-serialize',
    '--rust-module-root-file',
    '--swift-implementation-only',
  ].map(inert),

  unsupported('-n, --csharp', 'generating C#'),
  unsupported('-d, --dart', 'generating Dart'),
  unsupported('-g, --go', 'generating Go'),
  unsupported('--kotlin', 'generating Kotlin'),
  unsupported('--kotlin-kmp', 'generating multiplatform Kotlin'),
  unsupported('--lobster', 'generating Lobster'),
  unsupported('-l, --lua', 'generating Lua'),
  unsupported('--nim', 'generating Nim'),
  unsupported('--php', 'generating PHP'),
  unsupported('-r, --rust', 'generating Rust'),
  unsupported('--swift', 'generating Swift'),
];

/** A row from a spelling such as `-o, --output DIR`. */
function row(spelling: string, topic: Topic, help: string, effect: Effect): Option {
  const [names = '', value = null] = spelling.split(/ (?!-)/);
  return {
    names: names.split(', '),
    value,
    choices: null,
    equals: false,
    emptyIsDefault: false,
    anyCase: false,
    topic,
    help,
    deprecated: null,
    effect,
  };
}

function generator(spelling: string, name: GeneratorName, help: string): Option {
  return row(spelling, 'What to generate', help, { kind: 'generator', name });
}

function on(topic: Topic, spelling: string, setting: SettingsOf<boolean>, help: string): Option {
  return row(spelling, topic, help, { kind: 'switch', setting, to: true });
}

function text(topic: Topic, spelling: string, setting: TextSettings, help: string): Option {
  return row(spelling, topic, help, { kind: 'text', setting });
}

/** The same row, where an empty value stands for the default. */
function mayBeEmpty(option: Option): Option {
  return { ...option, emptyIsDefault: true };
}

function folder(
  topic: Topic,
  spelling: string,
  setting: 'outputDirectory' | 'bfbsRoot',
  help: string,
): Option {
  return row(spelling, topic, help, { kind: 'folder', setting });
}

function folders(
  topic: Topic,
  spelling: string,
  setting: 'includePaths' | 'conformIncludes',
  help: string,
): Option {
  return row(spelling, topic, help, { kind: 'folders', setting });
}

function show(spelling: string, what: 'help' | 'version', help: string): Option {
  return row(spelling, 'Files', help, { kind: 'show', what });
}

function inert(spelling: string): Option {
  return row(spelling, 'Accepted, without effect on these outputs', '', { kind: 'none' });
}

function unsupported(spelling: string, what: string): Option {
  return row(spelling, 'Not supported yet', '', { kind: 'unsupported', what });
}

/** A switch that can be turned off again, and an inert one. */
function onOff(topic: Topic, name: string, setting: SettingsOf<boolean>, help: string): readonly Option[] {
  const off = name.replace('--', '--no-');
  return [
    { ...on(topic, name, setting, help), names: [name, `${name}=true`] },
    {
      ...row(off, topic, 'Undo that.', { kind: 'switch', setting, to: false }),
      names: [off, `${name}=false`],
    },
  ];
}
