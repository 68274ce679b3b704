// What a caller may ask of the verifier, and the limits that hold if nothing is asked.
import { MAX_BUFFER_SIZE } from '@fb/bytes';

/** Options of `verify` and of the checked openers. @public */
export interface VerifyOptions {
  /** Four characters that must follow the root offset; not checked if not given. */
  readonly identifier?: string;
  /** The buffer begins with its size in 32 bits, or, if `'wide'`, in 64. Default: false. */
  readonly sizePrefixed?: boolean | 'wide';
  /** How deep tables may be nested; the root is 1. Default: 64; more than 1000 is taken as 1000. */
  readonly maxDepth?: number;
  /** How many tables a buffer may have; one that is referred to twice counts twice. Default: 1,000,000. */
  readonly maxTables?: number;
  /** How many bytes a buffer may have. Default and maximum: 2^31 - 1. */
  readonly maxSize?: number;
  /**
   * How many tables and elements of vectors of strings, tables and unions may be visited, nested buffers included:
   * a bound on time, as a small buffer can refer to the same things very often. Default: 100,000,000, or a quarter
   * of the number of bytes if that is more.
   */
  readonly maxSteps?: number;
  /** Whether positions must be multiples of what their types ask for. Default: true. */
  readonly checkAlignment?: boolean;
  /** Whether buffers within buffers are checked too. Default: true. */
  readonly checkNested?: boolean;
  /**
   * Tells whether bytes are a valid FlexBuffer, for fields with the attribute `flexbuffer`; without it their content
   * is not checked. Not asked if `checkNested` is false. It must not throw.
   */
  readonly verifyFlexBuffer?: (bytes: Uint8Array) => boolean;
}

/** Tables within tables, nested buffers included, that the call stack surely holds. */
export const DEPTH_LIMIT = 1000;

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

/** `options` with the defaults filled in, for a buffer of `size` bytes. */
export function verifyLimits(options: VerifyOptions, size: number): VerifyLimits {
  return {
    maxDepth: Math.min(options.maxDepth ?? 64, DEPTH_LIMIT),
    maxTables: options.maxTables ?? 1_000_000,
    maxSize: Math.min(options.maxSize ?? MAX_BUFFER_SIZE, MAX_BUFFER_SIZE),
    maxSteps: options.maxSteps ?? Math.max(100_000_000, size >>> 2),
    checkAlignment: options.checkAlignment ?? true,
    checkNested: options.checkNested ?? true,
    verifyFlexBuffer: options.verifyFlexBuffer ?? null,
  };
}
