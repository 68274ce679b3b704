// What a caller may ask of the way between JavaScript values and FlatBuffers.
import type { VerifyOptions } from '@fb/flatbuffers';

/** A scalar of a FlatBuffer as a JavaScript value: a `bigint` for 64-bit integers, a string for an enum's name. @public */
export type FlatScalar = number | bigint | boolean | string;

/** Any value in a FlatBuffer as a JavaScript value. What a FlexBuffer field holds may be anything. @public */
export type FlatValue = FlatScalar | Uint8Array | FlatObject | readonly FlatValue[] | null | undefined;

/** A table or struct as a JavaScript object: members by their names in the schema. @public */
export interface FlatObject {
  readonly [name: string]: FlatValue;
}

/** Options of {@link encodeObject}. @public */
export interface EncodeObjectOptions {
  /** Name of the root table, with or without its namespace, instead of the schema's root type. */
  readonly root?: string;
  /** Leaves out members the schema does not know instead of reporting them. */
  readonly unknownFields?: boolean;
  /** Puts a 32-bit size in front of the buffer. */
  readonly sizePrefixed?: boolean;
  /** Writes given scalars that equal their default. */
  readonly forceDefaults?: boolean;
}

/** Options of {@link decodeObject}. @public */
export interface DecodeObjectOptions {
  /** Name of the root table, with or without its namespace, instead of the schema's root type. */
  readonly root?: string;
  /** The buffer has a 32-bit size in front. */
  readonly sizePrefixed?: boolean;
  /** Whether the buffer must have the schema's file identifier. Off by default. */
  readonly checkIdentifier?: boolean;
  /** Gives absent scalars their default, and `null` if they are optional. Off by default. */
  readonly defaults?: boolean;
  /** Gives 64-bit integers as numbers, rounded beyond 2^53. Off by default. */
  readonly longNumbers?: boolean;
  /** Gives enum values as their names where they have one; on by default. */
  readonly enumNames?: boolean;
  /** Limits of the verification that comes first. */
  readonly limits?: Pick<VerifyOptions, 'maxDepth' | 'maxTables' | 'maxSize' | 'maxSteps'>;
}
