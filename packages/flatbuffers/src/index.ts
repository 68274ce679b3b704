// @fb/flatbuffers: reads, writes and checks FlatBuffers. Everything that the npm package `flatbuffers` exports is
// here under the same name.
export { isLittleEndian, type OwnBytes } from '@fb/bytes';
export { Builder, type IGeneratedObject } from './builder.js';
export { ByteBuffer, type Table } from './byte-buffer.js';
export { FILE_IDENTIFIER_LENGTH, SIZEOF_INT, SIZEOF_SHORT, SIZE_PREFIX_LENGTH } from './constants.js';
export { decodeString, decodeStringVector } from './decode-string.js';
export {
  decodeBigInt64Vector,
  decodeBigUint64Vector,
  decodeBoolVector,
  decodeFloat32Vector,
  decodeFloat64Vector,
  decodeInt16Vector,
  decodeInt32Vector,
  decodeInt8Vector,
  decodeUint16Vector,
  decodeUint32Vector,
  decodeUint8Vector,
} from './decode-vector.js';
export {
  type At,
  decodeRoot,
  Decoder,
  fieldOffset,
  knownMember,
  missingField,
  unionTags,
  vectorLength,
} from './decoder.js';
export {
  decodeFarBools,
  decodeFarString,
  decodeFarVector,
  followFar,
  wideCount,
  type WideVector,
  wideVectorLength,
} from './decode-far.js';
export { addFar, addWideVector, encodeFarRoot, storeFarOffset, takeFar } from './encode-far.js';
export { encodeString, encodeStringVector } from './encode-string.js';
export {
  encodeBoolVector,
  encodeFloat32Vector,
  encodeFloat64Vector,
  encodeInt16Vector,
  encodeInt32Vector,
  encodeInt64Vector,
  encodeInt8Vector,
  encodeOffsetVector,
  encodeVector,
} from './encode-vector.js';
export { Encoder, encodeRoot, type EncoderOptions, type TableShape } from './encoder.js';
export { Encoding } from './encoding.js';
export { FarOffsets } from './far-offsets.js';
export { FlatBufferError, type FlatBufferErrorCode } from './flatbuffer-error.js';
export { hasIdentifier, sizePrefixedBuffers, sizePrefixedLength } from './framing.js';
export { compareKeys, type KeyValue } from './compare-keys.js';
export { invalidValue } from './invalid-value-error.js';
export { scalarsAt, type ScalarArray, type ScalarArrayClass } from './scalar-array.js';
export { float32, float64, int32 } from './scratch.js';
export { compareStringKey, encodeKey, sortStructs } from './sorted-vector.js';
export { storeInt64 } from './store-int64.js';
export {
  type ByteSink,
  type ByteSource,
  type SizePrefixedOptions,
  readSizePrefixed,
  writeSizePrefixed,
} from './streams.js';
export type {
  FieldLayout,
  ScalarLayout,
  StringLayout,
  StructLayout,
  TableLayout,
  TypeLayout,
  UnionLayout,
  UnionMemberLayout,
  VectorLayout,
} from './type-layout.js';
export type { IUnpackableObject, Offset } from './types.js';
export { createVerifier, openBuffer, rootPosition, verify } from './verify.js';
export type { VerifyOptions } from './verify-options.js';
