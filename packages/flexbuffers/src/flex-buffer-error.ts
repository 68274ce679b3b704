// What is said about bytes that are not a FlexBuffer.

/**
 * What is wrong with the bytes:
 *
 * - `too-short`: fewer bytes than the shortest buffer has;
 * - `width`: a width that is not 1, 2, 4 or 8 bytes;
 * - `type`: a type code that the format does not know;
 * - `offset`: an offset that leads before the start of the buffer;
 * - `bounds`: a value that does not lie inside the buffer;
 * - `alignment`: a value that is not aligned to its width;
 * - `unterminated-key`: a key without the zero byte that ends it;
 * - `type-conflict`: one address that is used as two types;
 * - `map-size`: a map with another number of keys than of values;
 * - `map-order`: keys of a map that are not in ascending byte order, or not unique;
 * - `utf8`: text that is not UTF-8;
 * - `unterminated-string`: a string that no zero byte follows;
 * - `cycle`: a container that contains itself;
 * - `depth`: values nested deeper than the limit;
 * - `budget`: so many values, through sharing or overlap, that the work is refused.
 * @public
 */
export type FlexBufferErrorCode =
  | 'too-short'
  | 'width'
  | 'type'
  | 'offset'
  | 'bounds'
  | 'alignment'
  | 'unterminated-key'
  | 'type-conflict'
  | 'map-size'
  | 'map-order'
  | 'utf8'
  | 'unterminated-string'
  | 'cycle'
  | 'depth'
  | 'budget';

/** A fault in bytes that should be a FlexBuffer. @public */
export class FlexBufferError extends Error {
  override readonly name = 'FlexBufferError';
  readonly code: FlexBufferErrorCode;
  /** Where in the buffer the fault shows, in bytes from its start. */
  readonly offset: number;
  /** Which value it is, such as `$.weapons[2].name`; empty where a lazy reader met it, which knows no path. */
  readonly path: string;

  constructor(code: FlexBufferErrorCode, offset: number, path: string, detail: string) {
    super(`${detail} (${code} at byte ${offset}${path === '' ? '' : `, ${path}`})`);
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}

/** A step from a container to one of its values, in the notation of {@link FlexBufferError.path}. */
export function pathStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
