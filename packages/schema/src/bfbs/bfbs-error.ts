// What is wrong with bytes that should be a binary schema.
import type { FlatBufferErrorCode } from '@fb/flatbuffers';

/**
 * Why bytes are not a valid binary schema: they are no valid FlatBuffer (a {@link @fb/flatbuffers#FlatBufferErrorCode}),
 * or they are, and what they say is no schema:
 *
 * - `name`: a name is no identifier
 * - `duplicate`: two definitions, fields, values or calls have the same name
 * - `type`: a type is none of the format, or cannot stand where it does
 * - `index`: a type names a definition that does not exist, or one of another kind
 * - `slot`: the ids of a type's fields are not 0 to n - 1, or a field's vtable entry is another one
 * - `layout`: size, alignment or an offset of a struct is not what its members give
 * - `cycle`: a struct contains itself
 * - `value`: a default, an enum's value or the file identifier is out of range
 * - `presence`: a field's `required`, `optional`, `key` or 64-bit offset does not suit it
 * - `tag`: a union lacks NONE, or a union field its type field, or the other way round
 * - `feature`: the schema uses a feature that this reader does not know
 * - `work`: few bytes are referred to so often that the schema would be larger than its bytes
 * @public
 */
export type BfbsErrorCode =
  | FlatBufferErrorCode
  | 'name'
  | 'duplicate'
  | 'type'
  | 'index'
  | 'slot'
  | 'layout'
  | 'cycle'
  | 'value'
  | 'presence'
  | 'tag'
  | 'feature';

/** Bytes are not a valid binary schema. @public */
export class BfbsError extends Error {
  override readonly name: string = 'BfbsError';
  readonly code: BfbsErrorCode;
  /** Byte position in the bytes given: of the table at fault, or where a damage was met. */
  readonly offset: number;
  /** The field at fault, seen from the root, such as `objects[2].fields[0].type`; empty for the root itself. */
  readonly path: string;

  constructor(code: BfbsErrorCode, offset: number, path: string, message: string) {
    super(message);
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}
