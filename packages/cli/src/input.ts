// What commands work on: one file of the command line, read and understood.
import type { Diagnostic } from '@fb/diagnostics';
import type { Definition, Schema } from '@fb/schema';

/** A schema, whether from text or in binary form. */
export interface SchemaInput {
  readonly kind: 'schema';
  /** As on the command line. */
  readonly path: string;
  readonly schema: Schema;
  /** The same schema, with the root that the command line chose for data, if it did. */
  readonly dataSchema: Schema;
  /** The files it was read from: itself and its includes. */
  readonly sources: readonly string[];
  /** Whether it is a `.bfbs`. */
  readonly binary: boolean;
}

/** Data of a schema; text has become a buffer already. */
export interface DataInput {
  readonly kind: 'data';
  readonly path: string;
  /** Its root is the type of the data. */
  readonly schema: Schema;
  /** The files that the schema was read from. */
  readonly sources: readonly string[];
  readonly bytes: Uint8Array;
  /** Whether the file was a buffer already: its bytes are not verified yet. */
  readonly binary: boolean;
}

/** Data without a schema; text has become a FlexBuffer already. */
export interface FlexBufferInput {
  readonly kind: 'flexbuffer';
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file of the command line. */
export type Input = SchemaInput | DataInput | FlexBufferInput;

/** An input, or why there is none; warnings come with either. */
export interface Loaded<I extends Input> {
  readonly input: I | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The failure to load an input. */
export function notLoaded(...diagnostics: readonly Diagnostic[]): Loaded<never> {
  return { input: null, diagnostics };
}

/**
 * What generators make code of, and whether that is all of it: flatc takes the definitions of a `.bfbs`, whatever files
 * they come from, for those of one file of its name, in the order of their names.
 */
export function generatorInput(input: SchemaInput): { readonly schema: Schema; readonly all: boolean } {
  const { schema, path, binary } = input;
  if (!binary) return { schema, all: false };
  const objects = schema.objects.toSorted(byFullName);
  const enums = schema.enums.toSorted(byFullName);
  return { schema: { ...schema, objects, enums, mainFile: { path, includes: [] } }, all: true };
}

function byFullName(a: Definition, b: Definition): number {
  return a.fullName < b.fullName ? -1 : 1;
}

/** The name of a file without folders and without its last extension: what outputs are named after. */
export function stemOf(path: string): string {
  if (path === '-') return 'stdin';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
