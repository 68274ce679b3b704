// What a caller may ask of the reader. Each option that flatc has is named after its switch.
import type { Diagnostic } from '@fb/diagnostics';

/** Options of {@link parseJson}. @public */
export interface ParseJsonOptions {
  /** Path of the text for diagnostics; `<json>` by default. */
  readonly path?: string;
  /** Name of the root table, with or without its namespace, instead of the schema's root type. */
  readonly root?: string;
  /** Keys need quotes and no comma may precede a closer; everything else of the dialect stays (`--strict-json`). */
  readonly strict?: boolean;
  /** Leaves out members the schema does not know instead of reporting them (`--unknown-json`). */
  readonly unknownFields?: boolean;
  /** Puts a 32-bit size in front of the buffer (`--size-prefixed`). */
  readonly sizePrefixed?: boolean;
  /** Writes given scalars that equal their default (`--force-defaults`); not in nested buffers. */
  readonly forceDefaults?: boolean;
  /** Accepts strings that are not UTF-8 (`--allow-non-utf8`). */
  readonly allowNonUtf8?: boolean;
  /** Accepts a nested FlatBuffer as a vector of its bytes, unverified (`--json-nested-bytes`). */
  readonly nestedBytes?: boolean;
  /** Accepts a string in base64 for a vector of bytes, which flatc does not. */
  readonly base64?: boolean;
  /** Stops behind the object, whatever follows; the token that does must still be a token. */
  readonly allowTrailing?: boolean;
  /** Text in the manner of protobuf's text format: no commas, and no colon needed before `{` and `[`. */
  readonly asciiProto?: boolean;
  /** As {@link ParseFlexJsonOptions.exactNumbers}, in FlexBuffer fields. */
  readonly exactNumbers?: boolean;
}

/** What {@link parseJson} and {@link parseFlexJson} give. @public */
export interface ParseJsonResult {
  /**
   * The finished buffer, owned by the caller; `null` if there is an error. One of more than 1 MiB may be a part of an
   * `ArrayBuffer` of up to twice its size.
   */
  readonly bytes: Uint8Array | null;
  /** Empty, or the first error. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many bytes of the text were read: up to the end of the value, or to the place of the error. */
  readonly consumed: number;
}

/** Options of {@link parseFlexJson}. @public */
export interface ParseFlexJsonOptions {
  /** Path of the text for diagnostics; `<json>` by default. */
  readonly path?: string;
  /** Keys need quotes and no comma may precede a closer; everything else of the dialect stays (`--strict-json`). */
  readonly strict?: boolean;
  /** Accepts strings that are not UTF-8 (`--allow-non-utf8`). */
  readonly allowNonUtf8?: boolean;
  /**
   * Keeps what flatc loses: hexadecimal integers and those from 2^63 to 2^64 - 1 have their value, where flatc stores 0; larger
   * ones are an error; and `NaN` and `Infinity` are accepted in any letter case. Off by default.
   */
  readonly exactNumbers?: boolean;
}
