// The doors between JavaScript values and FlatBuffers, with only a schema at hand.
import type { Schema } from '@fb/schema';
import { JsonCodec } from './codec.js';
import type { DecodeObjectOptions, EncodeObjectOptions, FlatObject } from './object/object-options.js';

/**
 * Encodes an object as the root table of `schema`: the buffer that JSON with the same members gives. Members are own
 * properties by their names in the schema; `undefined` is absence, and so is `null` but for scalars that are not
 * optional. A union needs its type in the member `<name>_type`. Integers may be numbers or bigints, 64-bit ones also decimal
 * strings, enum values also names. Throws an {@link ObjectError} that says where a value does not fit. Getters are
 * called once; cycles are an error.
 * @public
 */
export function encodeObject(schema: Schema, value: object, options: EncodeObjectOptions = {}): Uint8Array {
  return new JsonCodec(schema).encode(value, options);
}

/**
 * Decodes a FlatBuffer with the root table of `schema` into plain objects: what `encodeObject` takes. The buffer is verified
 * first; throws a `FlatBufferError` if it is not valid. Vectors of unsigned bytes are `Uint8Array`s, all others arrays; strings
 * that are not UTF-8 get U+FFFD where they are not. `T` is what the caller knows of the schema.
 * @public
 */
export function decodeObject<T = FlatObject>(
  schema: Schema,
  bytes: Uint8Array,
  options: DecodeObjectOptions = {},
): T {
  return new JsonCodec(schema).decode<T>(bytes, options);
}
