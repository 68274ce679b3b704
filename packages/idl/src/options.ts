// What can be asked of a load.

/** Options of {@link loadSchema} and {@link parseSchema}. @public */
export interface LoadOptions {
  /** Directories in which includes are looked for, in this order, after the directory of the including file. */
  readonly includePaths?: readonly string[];
  /**
   * Accept exactly what the reference compiler accepts. Otherwise the order of declarations does not matter and the
   * older dialect of the tutorial is understood, with warnings.
   */
  readonly strict?: boolean;
  /** Accept string literals whose bytes are not UTF-8; they appear as lone surrogates U+DC80..U+DCFF, one a byte. */
  readonly allowNonUtf8?: boolean;
  /** Every field of a table must have an `id`. */
  readonly requireIds?: boolean;
  /** Public types must not use types with the attribute `private`. */
  readonly forbidPrivateLeaks?: boolean;
  /** Leave warnings out. */
  readonly noWarnings?: boolean;
  /** Add an error if there is a warning. */
  readonly warningsAsErrors?: boolean;
  /** Name members of unions by the last part of their type's name instead of all parts joined by `_`. */
  readonly shortUnionNames?: boolean;
}
