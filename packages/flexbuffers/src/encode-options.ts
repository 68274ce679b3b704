// What a caller can choose about encoding JavaScript values.

/** How values are encoded. @public */
export interface EncodeOptions {
  /** Writes equal strings once: smaller, and slower. Off by default. */
  readonly shareStrings?: boolean;
  /**
   * Writes the keys of objects with the same keys once: smaller and faster. On by default. The verifier of flatc 25.12.19
   * refuses buffers in which anything, such keys included, is shared more than 63 times: turn it off for those.
   */
  readonly shareKeyVectors?: boolean;
  /**
   * Floats that need 64 bits stand behind an offset, so that one of them does not widen everything beside it. Off by
   * default: it makes records with few floats smaller, and takes a step more to read.
   */
  readonly indirectFloats?: boolean;
  /** Deepest nesting, strings and blobs included: 64 by default, as verifiers allow; a RangeError if not 0 to 1000. */
  readonly maxDepth?: number;
  /**
   * What to encode instead of each value: called with the key (the root has `''`, elements have their index) before
   * anything else looks at the value. As in JSON, `undefined` leaves out an entry.
   */
  readonly replacer?: (key: string | number, value: unknown) => unknown;
}
