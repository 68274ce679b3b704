// What can be chosen about the generated C++.

/** Options of the C++ generator; the flag of the command line is named where there is one. @public */
export interface CppOptions {
  /** Also a plain struct for each table, with `UnPack` and `Pack` (`--gen-object-api`). */
  readonly objectApi?: boolean;
  /** Also `mutate_*` and `mutable_*` (`--gen-mutable`). */
  readonly mutable?: boolean;
  /** Also `==` and `!=` of structs and plain structs (`--gen-compare`). */
  readonly compare?: boolean;
  /** Also `GetFullyQualifiedName` (`--gen-name-strings`). */
  readonly nameStrings?: boolean;
  /** Also `TypeTable` functions for `minireflect.h`: types, or types and names (`--reflect-types`, `--reflect-names`). */
  readonly reflect?: 'none' | 'types' | 'names';
  /** Also `Traits` that list fields at compile time; from C++17 on (`--cpp-static-reflection`). */
  readonly staticReflection?: boolean;
  /** Mark pointers that may be null for Clang (`--gen-nullable`). */
  readonly nullable?: boolean;
  /** Also `AbslHashValue` for structs (`--gen-absl-hash`). */
  readonly abslHash?: boolean;
  /** Before the name of a plain struct (`--object-prefix`); empty by default. Letters, digits and `_`. */
  readonly objectPrefix?: string;
  /** After the name of a plain struct (`--object-suffix`); `T` by default. Letters, digits and `_`. */
  readonly objectSuffix?: string;
  /** Also the types of included files, which are then not included (`--gen-all`). */
  readonly generateAll?: boolean;
  /** The standard that the code may use (`--cpp-std`); `c++11` by default. `c++17` scopes enums. */
  readonly standard?: 'c++0x' | 'c++11' | 'c++17';
  /** Enumerators without the enum's name before theirs (`--no-prefix`). */
  readonly noPrefix?: boolean;
  /** `enum class` (`--scoped-enums`). */
  readonly scopedEnums?: boolean;
  /** No `MIN` and `MAX` enumerators (`--no-emit-min-max-enum-values`). */
  readonly noMinMax?: boolean;
  /** Enums without name tables, and without `MIN`, `MAX`, `NONE` and `ANY` (`--cpp-minify-enums`). */
  readonly minifyEnums?: boolean;
  /** How names of fields are cased (`--cpp-field-case-style`); `unchanged` by default. */
  readonly fieldCase?: 'unchanged' | 'upper' | 'lower';
  /** No `CreateXDirect` functions (`--no-cpp-direct-copy`). */
  readonly noDirectCopy?: boolean;
  /** Smart pointer of plain structs (`--cpp-ptr-type`); `std::unique_ptr` by default, `naked` for plain pointers. */
  readonly pointerType?: string;
  /** String type of plain structs (`--cpp-str-type`); `std::string` by default. */
  readonly stringType?: string;
  /** Make such strings from pointer and length (`--cpp-str-flex-ctor`). */
  readonly stringFlexConstructor?: boolean;
  /** `Pack` writes empty strings and vectors (`--force-empty`). */
  readonly forceEmpty?: boolean;
  /** `Pack` writes empty vectors (`--force-empty-vectors`). */
  readonly forceEmptyVectors?: boolean;
  /** After the name of the schema (`--filename-suffix`); `_generated` by default. */
  readonly filenameSuffix?: string;
  /** Extension of the header (`--filename-ext`); `h` by default. */
  readonly filenameExtension?: string;
  /** Before the names of included headers (`--include-prefix`), with `/` at its end if it names a folder. */
  readonly includePrefix?: string;
  /** Include headers under the path that the schema wrote (`--keep-prefix`). */
  readonly keepPrefix?: boolean;
  /** Do not include the headers of included schemas (`--no-includes`). */
  readonly noIncludes?: boolean;
  /** More headers to include (`--cpp-include`). */
  readonly includes?: readonly string[];
  /**
   * The translation unit beside the header (`--cpp-source`, `--no-cpp-source`): `stub` checks at compile time that
   * layouts are what the format says; `full` also holds the bodies of functions that need not stand in the header;
   * `none` leaves it out. `stub` by default.
   */
  readonly source?: 'none' | 'stub' | 'full';
  /** Also the schema's services, for gRPC's C++ library: `X.grpc.fb.h` and `X.grpc.fb.cc` (`--grpc`). */
  readonly grpc?: boolean;
  /** Between `X.grpc` and the extension (`--grpc-filename-suffix`); `.fb` by default. */
  readonly grpcFilenameSuffix?: string;
  /** Headers instead of `flatbuffers/grpc.h` (`--grpc-additional-header`). */
  readonly grpcHeaders?: readonly string[];
  /** The folder that gRPC's headers are included from (`--grpc-search-path`). */
  readonly grpcSearchPath?: string;
  /** Include gRPC's headers as `<...>`, as is the default (`--grpc-use-system-headers`), or as `"..."`. */
  readonly grpcSystemHeaders?: boolean;
  /** Also `CallbackService` and `async_X` (`--grpc-callback-api`). */
  readonly grpcCallbackApi?: boolean;
  /** The schema as bytes, to be written as a header of its own (`--bfbs-gen-embed`); `null` by default. */
  readonly binarySchema?: Uint8Array | null;
}

/** The options with every default filled in. */
export type Settings = Readonly<Required<CppOptions>>;

/** Fills in the defaults. */
export function settingsOf(given: CppOptions): Settings {
  // What is undefined counts as not given.
  const options: CppOptions = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  const { standard = 'c++11', scopedEnums = false, noPrefix = false } = options;
  const scoped = scopedEnums || standard === 'c++17';
  return {
    objectApi: false,
    mutable: false,
    compare: false,
    nameStrings: false,
    reflect: 'none',
    staticReflection: false,
    nullable: false,
    abslHash: false,
    objectPrefix: '',
    objectSuffix: 'T',
    generateAll: false,
    noMinMax: false,
    minifyEnums: false,
    fieldCase: 'unchanged',
    noDirectCopy: false,
    pointerType: 'std::unique_ptr',
    stringType: 'std::string',
    stringFlexConstructor: false,
    forceEmpty: false,
    forceEmptyVectors: false,
    filenameSuffix: '_generated',
    filenameExtension: 'h',
    includePrefix: '',
    keepPrefix: false,
    noIncludes: false,
    includes: [],
    source: 'stub',
    binarySchema: null,
    grpc: false,
    grpcFilenameSuffix: '.fb',
    grpcHeaders: [],
    grpcSearchPath: '',
    grpcSystemHeaders: true,
    grpcCallbackApi: false,
    ...options,
    standard,
    scopedEnums: scoped,
    noPrefix: noPrefix || scoped,
  };
}
