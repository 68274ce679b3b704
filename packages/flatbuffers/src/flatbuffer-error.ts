// What is wrong with bytes that should be a FlatBuffer.

/**
 * Why bytes are not a valid FlatBuffer:
 *
 * - `too-short`: fewer bytes than the smallest buffer has
 * - `too-large`: more bytes than `maxSize`
 * - `identifier`: the file identifier is another one
 * - `size-prefix`: the size prefix promises more bytes than there are
 * - `alignment`: a position is not a multiple of what its type asks for
 * - `bounds`: something reaches beyond the bytes
 * - `offset`: an offset is 0 or negative
 * - `vtable`: the size of a vtable is odd
 * - `terminator`: a string does not end with a zero byte
 * - `required`: a required field is absent
 * - `union`: a union's tag and value, or the tags and values of a vector of unions, do not fit
 * - `flexbuffer`: a nested FlexBuffer is not valid
 * - `depth`: tables are nested deeper than `maxDepth`
 * - `tables`: there are more tables than `maxTables`
 * - `work`: checking takes more steps than `maxSteps`
 * @public
 */
export type FlatBufferErrorCode =
  | 'too-short'
  | 'too-large'
  | 'identifier'
  | 'size-prefix'
  | 'alignment'
  | 'bounds'
  | 'offset'
  | 'vtable'
  | 'terminator'
  | 'required'
  | 'union'
  | 'flexbuffer'
  | 'depth'
  | 'tables'
  | 'work';

/** Bytes are not a valid FlatBuffer. `verify` returns it, checked openers throw it. @public */
export class FlatBufferError extends Error {
  override readonly name: string = 'FlatBufferError';
  readonly code: FlatBufferErrorCode;
  /** Byte position in the bytes given, where the fault was met. */
  readonly offset: number;
  /** The field at fault, seen from the root, such as `weapons[2].name`; empty for the root itself. */
  readonly path: string;

  constructor(code: FlatBufferErrorCode, offset: number, path: string, what: string) {
    super(`${what} (byte ${offset}${path === '' ? '' : `, field ${path}`})`);
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}
