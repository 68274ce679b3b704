// A valid buffer can hold what the text has no form for.

/**
 * Why a valid FlatBuffer cannot be printed:
 *
 * - `utf8`: a string is not UTF-8, and `allowNonUtf8` is off
 * - `union`: a union has a value but its tag is not that of a member
 * - `flexbuffer`: a FlexBuffer shares values so often that its text would have no end
 * - `no-root`: the schema has no root table, or none of the name that was asked for
 * - `no-identifier`: `checkIdentifier` is on, but the schema has no file identifier
 * - `no-part`: there is nothing where `select` leads, or it is malformed
 * - `too-large`: the text would be larger than `maxTextSize`: data that is shared is printed wherever it is referred to
 * @public
 */
export type UnprintableErrorCode =
  'utf8' | 'union' | 'flexbuffer' | 'no-root' | 'no-identifier' | 'no-part' | 'too-large';

/** A FlatBuffer that is valid, or would be, cannot be printed as JSON. @public */
export class UnprintableError extends Error {
  override readonly name: string = 'UnprintableError';
  /** What kind of thing it is. */
  readonly code: UnprintableErrorCode;
  /** Byte position of what cannot be printed; 0 if it is not about a place. */
  readonly offset: number;
  /** The field, seen from the root, such as `weapons[2].name`; empty for the root itself. */
  readonly path: string;

  constructor(code: UnprintableErrorCode, offset: number, path: string, what: string) {
    super(path === '' ? what : `${what} (byte ${offset}, field ${path})`);
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}
