// What is said about a JavaScript value that has no place in a FlexBuffer.

/**
 * Why a value was refused:
 *
 * - `unsupported`: a function or a symbol, or a map with a key that is no string;
 * - `range`: a bigint of more than 64 bits;
 * - `key`: a key with a NUL, which readers would take for its end;
 * - `cycle`: an object that contains itself;
 * - `depth`: values nested deeper than the limit.
 * @public
 */
export type EncodeErrorCode = 'unsupported' | 'range' | 'key' | 'cycle' | 'depth';

/** A value that cannot be encoded. @public */
export class EncodeError extends TypeError {
  override readonly name = 'EncodeError';
  readonly code: EncodeErrorCode;
  /** Where the value is, such as `$.weapons[2].name`. */
  readonly path: string;

  constructor(code: EncodeErrorCode, path: string, detail: string) {
    super(`${detail} (at ${path})`);
    this.code = code;
    this.path = path;
  }
}
