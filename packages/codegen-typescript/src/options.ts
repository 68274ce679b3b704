// What can be chosen about the generated TypeScript.
import { generatorMessages } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';

/** Options of the TypeScript generator; the flag of the command line is named where there is one. @public */
export interface TypeScriptOptions {
  /** Also `unpack`, `unpackTo` and a plain class for each table and struct (`--gen-object-api`). */
  readonly objectApi?: boolean;
  /** Also `mutate_*` methods (`--gen-mutable`). */
  readonly mutable?: boolean;
  /** Also `getFullyQualifiedName` (`--gen-name-strings`). */
  readonly nameStrings?: boolean;
  /** What is absent is `undefined` instead of `null` (`--ts-undefined-for-optionals`). */
  readonly undefinedForOptionals?: boolean;
  /** Before the name of a plain class (`--object-prefix`); empty by default. Letters, digits, `_` and `$`. */
  readonly objectPrefix?: string;
  /** After the name of a plain class (`--object-suffix`); `T` by default. Letters, digits, `_` and `$`. */
  readonly objectSuffix?: string;
  /** Also the types of included files (`--gen-all`). */
  readonly generateAll?: boolean;
  /** No files that export a namespace as a whole (`--ts-omit-entrypoint`). */
  readonly omitEntrypoint?: boolean;
  /** How imports of generated files end: `.js` by default, `.ts`, or nothing (`--ts-no-import-ext`). */
  readonly importExtension?: 'js' | 'ts' | 'none';
  /** The module that generated code imports the runtime from; `@fb/flatbuffers` by default. */
  readonly runtimeModule?: string;
  /**
   * `enum` declarations, as users of the reference compiler know them, or `const` objects with a type of the same
   * name, which `erasableSyntaxOnly` allows; those have no mapping from values to names. `enum` by default.
   */
  readonly enums?: 'enum' | 'const';
  /**
   * Also what only `@fb/flatbuffers` can run: a `TableLayout` constant and a `verify` function for each table.
   * True by default; without it the code runs on npm `flatbuffers` too.
   */
  readonly modern?: boolean;
  /**
   * Also functions that turn plain objects into buffers and back (`encodeMonster`, `decodeMonster`) with the types of
   * these objects (`MonsterInit`, `MonsterValue`). True by default; they need `modern`, and a schema without 64-bit
   * offsets.
   */
  readonly functions?: boolean;
  /**
   * The classes that users of the reference compiler know. True by default; without them a table or struct is its
   * functions, its layout and the types of plain objects only, which must be there: see `functions`. Services need them.
   */
  readonly classes?: boolean;
  /**
   * Also a function for each field of a table or struct that reads it from a position (`monsterHp(decoder, at)`): the
   * fastest way to read, for inner loops. False by default, as they make files longer; they need `functions`.
   */
  readonly flatAccessors?: boolean;
  /**
   * Accessors, parameters and properties have the names that the schema gives the fields, and files those of the types
   * (`--preserve-case`), instead of camelCase and dasher-case. What derives from them (`addHitPoints`) is as ever.
   */
  readonly preserveCase?: boolean;
  /**
   * One file for all types of a schema, called like it, instead of a file for each and entry points
   * (`--ts-one-file`). A name that several namespaces have gets its namespace before it, as in `Game_Item`.
   */
  readonly oneFile?: boolean;
  /** Also a file `<schema>_grpc` with the RPC services of the schema, for the package `@grpc/grpc-js` (`--grpc`). */
  readonly grpc?: boolean;
}

/** The options with every default filled in. */
export type Settings = Readonly<Required<TypeScriptOptions>>;

/** Fills in the defaults. */
export function settingsOf({
  objectApi = false,
  mutable = false,
  nameStrings = false,
  undefinedForOptionals = false,
  objectPrefix = '',
  objectSuffix = 'T',
  generateAll = false,
  omitEntrypoint = false,
  importExtension = 'js',
  runtimeModule = '@fb/flatbuffers',
  enums = 'enum',
  modern = true,
  functions = true,
  classes = true,
  flatAccessors = false,
  preserveCase = false,
  oneFile = false,
  grpc = false,
}: TypeScriptOptions): Settings {
  return {
    objectApi,
    mutable,
    nameStrings,
    undefinedForOptionals,
    objectPrefix,
    objectSuffix,
    generateAll,
    omitEntrypoint,
    importExtension,
    runtimeModule,
    enums,
    modern,
    functions,
    classes,
    flatAccessors,
    preserveCase,
    oneFile,
    grpc,
  };
}

/** An error for a prefix or suffix that makes no identifier of a name. */
export function checkAffixes({ objectPrefix, objectSuffix }: Settings): readonly Diagnostic[] {
  const refused = [
    ...(/^(?:[A-Za-z_$][\w$]*)?$/.test(objectPrefix)
      ? []
      : [`the object prefix ${JSON.stringify(objectPrefix)}`]),
    ...(/^[\w$]*$/.test(objectSuffix) ? [] : [`the object suffix ${JSON.stringify(objectSuffix)}`]),
  ];
  return refused.map((name) => generatorMessages.create('GEN-NAME', null, { name }));
}
