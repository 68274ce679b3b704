// What a conversion gives, piece by piece.
import type { Diagnostic } from '@fb/diagnostics';

/** Which way to convert: lines to buffers, or buffers to lines. */
export type Direction = 'binary' | 'json';

/** A line or a message in its other form, or what is wrong with it. */
export type Converted =
  | { readonly bytes: Uint8Array; readonly diagnostics: readonly Diagnostic[] }
  | { readonly bytes: null; readonly diagnostics: readonly Diagnostic[] };

/** What both directions need to know. */
export interface ConversionInput {
  /** What the input is called in messages. */
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The longest line, or the largest message without its prefix, in bytes. */
  readonly maxSize: number;
}

/** What to do about a line or message that is too long. */
export const MAX_SIZE_HINT = '--max-size allows more';
