// What can be chosen about the generated Python.
import { generatorMessages } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import { pythonMessages } from './messages.js';

/** Options of the Python generator; the flag of the command line is named where there is one. @public */
export interface PythonOptions {
  /** Also a plain class for each table and struct, with `Pack` and `InitFromObj` (`--gen-object-api`). */
  readonly objectApi?: boolean;
  /** Also `__eq__` on plain classes (`--gen-compare`). */
  readonly compare?: boolean;
  /** Before the name of a plain class (`--object-prefix`); empty by default. Letters, digits and `_`. */
  readonly objectPrefix?: string;
  /** After the name of a plain class (`--object-suffix`); `T` by default. Letters, digits and `_`. */
  readonly objectSuffix?: string;
  /** Also the types of included files (`--gen-all`). */
  readonly generateAll?: boolean;
  /** One module for the whole schema (`--gen-onefile`). */
  readonly oneFile?: boolean;
  /** After the name of the schema in the name of that module (`--filename-suffix`); `_generated` by default. */
  readonly filenameSuffix?: string;
  /** Folder of the modules of included schemas, with `oneFile` (`--include-prefix`). */
  readonly includePrefix?: string;
  /** Imports of other generated modules; true by default (`--no-includes`). */
  readonly imports?: boolean;
  /** Annotations, and a `.pyi` stub beside each module (`--python-typing`). */
  readonly typing?: boolean;
  /** Builder functions by their short names only: `Start`, `AddX`, `End` (`--python-no-type-prefix-suffix`). */
  readonly shortNames?: boolean;
  /** The version whose reserved words are escaped: `2`, `3`, `3.9`, `0` for any (`--python-version`). */
  readonly pythonVersion?: string;
  /** Strings of plain classes are `str` after unpacking, not `bytes` (`--python-decode-obj-api-strings`). */
  readonly decodeStrings?: boolean;
  /** Access to vectors as NumPy arrays; true by default (`--no-python-gen-numpy`). */
  readonly numpy?: boolean;
  /** Also a module with stubs for gRPC services (`--grpc`). */
  readonly grpc?: boolean;
  /** Its handlers take and give tables instead of bytes (`--grpc-python-typed-handlers`). */
  readonly grpcTypedHandlers?: boolean;
  /** After `_grpc` in the name of that module (`--grpc-filename-suffix`); `_fb` by default. */
  readonly grpcFilenameSuffix?: string;
}

/** The options with every default filled in. */
export type Settings = Readonly<Required<PythonOptions>>;

/** Fills in the defaults. */
export function settingsOf({
  objectApi = false,
  compare = false,
  objectPrefix = '',
  objectSuffix = 'T',
  generateAll = false,
  oneFile = false,
  filenameSuffix = '_generated',
  includePrefix = '',
  imports = true,
  typing = false,
  shortNames = false,
  pythonVersion = '0',
  decodeStrings = false,
  numpy = true,
  grpc = false,
  grpcTypedHandlers = false,
  grpcFilenameSuffix = '_fb',
}: PythonOptions): Settings {
  return {
    objectApi,
    compare,
    objectPrefix,
    objectSuffix,
    generateAll,
    oneFile,
    filenameSuffix,
    includePrefix,
    imports,
    typing,
    shortNames,
    pythonVersion,
    decodeStrings,
    numpy,
    grpc,
    grpcTypedHandlers,
    grpcFilenameSuffix,
  };
}

/** Errors for texts that make no identifier or module of a name, and for what is no version. */
export function checkSettings(settings: Settings): readonly Diagnostic[] {
  const { objectPrefix, objectSuffix, filenameSuffix, includePrefix, grpcFilenameSuffix } = settings;
  const texts: readonly (readonly [RegExp, string, string])[] = [
    [/^(?:[A-Za-z_]\w*)?$/, 'the object prefix', objectPrefix],
    [/^\w*$/, 'the object suffix', objectSuffix],
    [/^[\w.-]*$/, 'the file name suffix', filenameSuffix],
    [/^(?:[A-Za-z_]\w*\/?)*$/, 'the include prefix', includePrefix],
    [/^[\w.-]*$/, 'the suffix of service files', grpcFilenameSuffix],
  ];
  const version = settings.pythonVersion;
  return [
    ...texts
      .filter(([pattern, , text]) => !pattern.test(text))
      .map(([, what, text]) =>
        generatorMessages.create('GEN-NAME', null, { name: `${what} ${JSON.stringify(text)}` }),
      ),
    ...(/^(?:0|2|2\.\d+|3|3\.\d+(?:\.\d+)?)$/.test(version)
      ? []
      : [pythonMessages.create('PYTHON-VERSION', null, { version: JSON.stringify(version) })]),
  ];
}
