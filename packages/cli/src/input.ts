// What commands work on: one file of the command line, read and understood.
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema } from '@fb/schema';

/** A schema, whether from text or in binary form. */
export interface SchemaInput {
  readonly kind: 'schema';
  /** As on the command line. */
  readonly path: string;
  readonly schema: Schema;
  /** The same schema, with the root that the command line chose for data, if it did. */
  readonly dataSchema: Schema;
}

/** Data of a schema; text has become a buffer already. */
export interface DataInput {
  readonly kind: 'data';
  readonly path: string;
  /** Its root is the type of the data. */
  readonly schema: Schema;
  readonly bytes: Uint8Array;
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

/** The name of a file without folders and without its last extension: what outputs are named after. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
