// What users can choose, and what follows from it.
import type { TypeScriptOptions } from '@fb/codegen-typescript';
import type { LoadOptions } from '@fb/idl';

/**
 * Options of the plugin: those of the TypeScript generator, but for what makes no sense where each schema is one module,
 * and those of reading schemas. @public
 */
export interface FlatBuffersOptions extends Omit<
  TypeScriptOptions,
  'generateAll' | 'grpc' | 'importExtension' | 'omitEntrypoint' | 'oneFile'
> {
  /** Folders in which includes are looked for after that of the including file, from the current folder. */
  readonly includePaths?: readonly string[];
  /** Accept exactly what the reference compiler accepts. */
  readonly strict?: boolean;
  /**
   * Write `monster.fbs.ts` beside each `monster.fbs` that is imported or included, which is where TypeScript looks for its
   * types with `"moduleResolution": "bundler"`. With `'arbitrary-extensions'` also `monster.d.fbs.ts`, for
   * `"moduleResolution": "nodenext"` with `"allowArbitraryExtensions": true`. By default they are written if there is a
   * `tsconfig.json` in the current folder.
   */
  readonly types?: boolean | 'arbitrary-extensions';
}

/** How the generator is called: one module a schema, which imports those of the included ones. */
export function generatorOptions(options: FlatBuffersOptions): TypeScriptOptions {
  const { includePaths: _folders, strict: _strict, types: _types, ...chosen } = options;
  return { ...chosen, oneFile: true, importExtension: 'none' };
}

/** How schemas are read; `resolve` makes a path absolute. */
export function loadOptions(options: FlatBuffersOptions, resolve: (path: string) => string): LoadOptions {
  return { includePaths: (options.includePaths ?? []).map(resolve), strict: options.strict === true };
}
