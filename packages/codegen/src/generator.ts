// The contract of generators: a pure function from a schema and options to files, for one target.
import type { Diagnostic } from '@fb/diagnostics';
import type { Feature, Schema } from '@fb/schema';
import type { EntryFile } from './entry.js';

/** A file that a generator wants written. @public */
export interface GeneratedFile {
  /** Relative, `/` between folders. */
  readonly path: string;
  readonly content: string;
  /** Of a file that does nothing but export what other files declare: see {@link uniteEntries}. */
  readonly entry?: EntryFile;
}

/** What a generator gives. With an error among the diagnostics there are no files. @public */
export interface GeneratorResult {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A generator for one target. @public */
export interface Generator<Options> {
  /** The target, as people call it. */
  readonly name: string;
  /** Features of schemas it can express; others are refused by {@link checkFeatures}. */
  readonly supports: ReadonlySet<Feature>;
  /** Never throws for what a schema says, and depends on nothing but its arguments. */
  generate(schema: Schema, options: Options): GeneratorResult;
}
