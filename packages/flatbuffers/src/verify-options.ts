// What a caller may ask of the verifier, and the limits that hold if nothing is asked.
import { MAX_BUFFER_SIZE } from '@fb/bytes';

/**
 * Options of `verify` and of the checked openers. A limit that is negative, NaN or no number is the caller's mistake: a
 * RangeError.
 * @public
 */
export interface VerifyOptions {
  /** Four characters that must follow the root offset; not checked if not given. */
  readonly identifier?: string;
  /** The buffer begins with its size in 32 bits, or, if `'wide'`, in 64. Default: false. */
  readonly sizePrefixed?: boolean | 'wide';
  /** How deep tables may be nested; the root is 1. Default: 64; more than 1000 is taken as 1000. */
  readonly maxDepth?: number;
  /** How many tables a buffer may have; one that is referred to twice counts twice. Default: 1,000,000. */
  readonly maxTables?: number;
  /** How many bytes a buffer may have. Default: 2^31 - 1; only buffers with 64-bit offsets can be larger. */
  readonly maxSize?: number;
  /**
   * How many steps may be taken, nested buffers included: a bound on time, as a small buffer can refer to the same
   * things very often. A step is a table, a field of its type, present or not, an element of a vector of strings,
   * tables or unions, or a byte of a FlexBuffer; each FlexBuffer takes 50 more. Default: 100,000,000, or 32 for each
   * byte if that is more, which is enough for all buffers that refer to nothing twice and whose tables have a byte
   * for every 32 fields of their types.
   */
  readonly maxSteps?: number;
  /** Whether positions must be multiples of what their types ask for. Default: true. */
  readonly checkAlignment?: boolean;
  /** Whether buffers within buffers are checked too. Default: true. */
  readonly checkNested?: boolean;
  /**
   * Tells whether bytes are a valid FlexBuffer, for fields with the attribute `flexbuffer`; without it their content
   * is not checked. Not asked if `checkNested` is false. It must not throw, and take time in proportion to the bytes.
   */
  readonly verifyFlexBuffer?: (bytes: Uint8Array) => boolean;
}

/** Tables within tables, nested buffers included, that the call stack surely holds. */
export const DEPTH_LIMIT = 1000;

/** Steps that are allowed for any buffer, which take seconds, and for each byte of one. */
const LEAST_STEPS = 100_000_000;
const STEPS_PER_BYTE = 32;

/** Bytes of an empty root table with its vtable and the offset to it. */
export const SMALLEST_BUFFER = 12;

/** Steps of a FlexBuffer besides one for each byte: to begin with one takes longer than a table. */
export const FLEXBUFFER_STEPS = 50;

/** The limits of a run, complete. */
export interface VerifyLimits {
  readonly maxDepth: number;
  readonly maxTables: number;
  readonly maxSize: number;
  readonly maxSteps: number;
  readonly checkAlignment: boolean;
  readonly checkNested: boolean;
  readonly verifyFlexBuffer: ((bytes: Uint8Array) => boolean) | null;
}

/** Buffers up to this size have the same limits as one of no bytes. */
export const USUAL_SIZE: number = LEAST_STEPS / STEPS_PER_BYTE;

/** `options` with the defaults filled in, for a buffer of `size` bytes. */
export function verifyLimits(options: VerifyOptions, size: number): VerifyLimits {
  return {
    maxDepth: Math.min(limit('maxDepth', options.maxDepth, 64), DEPTH_LIMIT),
    maxTables: limit('maxTables', options.maxTables, 1_000_000),
    maxSize: limit('maxSize', options.maxSize, MAX_BUFFER_SIZE),
    maxSteps: limit('maxSteps', options.maxSteps, Math.max(LEAST_STEPS, STEPS_PER_BYTE * size)),
    checkAlignment: options.checkAlignment ?? true,
    checkNested: options.checkNested ?? true,
    verifyFlexBuffer: options.verifyFlexBuffer ?? null,
  };
}

/** `value`, or the default; throws a RangeError for what bounds nothing, such as NaN. */
function limit(name: string, value: number | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  if (typeof value === 'number' && value >= 0) return value;
  throw new RangeError(`${name} is a number from 0 on, not ${String(value)}`);
}
