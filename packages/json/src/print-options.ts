// What a caller may ask of the printer. Each option that flatc has is named after its switch.
import type { VerifyOptions } from '@fb/flatbuffers';

/** Options of {@link printJson}. @public */
export interface PrintJsonOptions {
  /** Name of the root table, with or without its namespace, instead of the schema's root type. */
  readonly root?: string;
  /** Quotes keys (`--strict-json`). NaN and infinities stay bare words, which JSON does not have. */
  readonly strict?: boolean;
  /** Prints absent scalars with their default, or `null` if they are optional (`--defaults-json`). */
  readonly defaults?: boolean;
  /** Prints characters beyond ASCII as they are (`--natural-utf8`), control characters not. */
  readonly naturalUtf8?: boolean;
  /** Prints bytes that are not UTF-8 as `\xHH` (`--allow-non-utf8`); without it they are an error. */
  readonly allowNonUtf8?: boolean;
  /** The buffer has a 32-bit size in front (`--size-prefixed`). */
  readonly sizePrefixed?: boolean;
  /** Whether the buffer must have the schema's file identifier, as flatc demands without `--raw-binary`. Off by default. */
  readonly checkIdentifier?: boolean;
  /** Spaces for each level, 2 by default; with `false` all is on one line, without a line break at its end. */
  readonly indent?: number | false;
  /** Prints enum values and union types by name; on by default. */
  readonly enumNames?: boolean;
  /**
   * Prints floats and doubles in the shortest form that reads back as the same number, where flatc cuts them off at 6 and 12
   * decimals. Off by default.
   */
  readonly precise?: boolean;
  /** Prints 64-bit integers in quotes, for readers whose numbers are doubles. They are read back as they are. Off by default. */
  readonly longStrings?: boolean;
  /** Prints vectors of bytes as base64 strings: to be read back with the option of the same name. Off by default. */
  readonly base64?: boolean;
  /**
   * Prints only a part, as a path from the root says: `$.weapons[2].name`, or `weapons[2].name`. Fields that are absent have
   * their default. Paths lead into nested FlatBuffers, but not into FlexBuffers.
   */
  readonly select?: string;
  /** Prints nested FlatBuffers as objects rather than as vectors of their bytes; on by default. */
  readonly nestedObjects?: boolean;
  /** Prints FlexBuffers as values rather than as vectors of their bytes; on by default. */
  readonly flexbufferValues?: boolean;
  /** No commas, and no colon before objects and vectors, but before unions (protobuf's text format). Off by default. */
  readonly asciiProto?: boolean;
  /**
   * How many bytes of text there may be; in one piece at most 2^31 - 1. Default: 64 MiB and 64 times the buffer. Tables and strings that
   * are referred to often are printed as often, so that a small buffer can stand for more text than there is memory.
   */
  readonly maxTextSize?: number;
  /** Limits of the verification that comes first: depth, number of tables, work. */
  readonly limits?: Pick<VerifyOptions, 'maxDepth' | 'maxTables' | 'maxSize' | 'maxSteps'>;
}

/** The limit of the text for a buffer of `size` bytes. */
export function textLimit({ maxTextSize }: PrintJsonOptions, size: number): number {
  return maxTextSize ?? 0x4000000 + 64 * size;
}
