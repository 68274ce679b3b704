// @fb/flexbuffers: building, reading, verifying and printing FlexBuffers, and JavaScript values in them.
export type { BitWidth } from './bit-width.js';
export { Builder } from './builder.js';
export type { BuilderOptions, BuilderValue, MapWriter, TypedElements, VectorWriter } from './builder-api.js';
export { decode, type DecodeOptions } from './decode.js';
export { EncodeError, type EncodeErrorCode } from './encode-error.js';
export type { EncodeOptions } from './encode-options.js';
export { Encoder, encode } from './encode.js';
export { FlexBufferError, type FlexBufferErrorCode } from './flex-buffer-error.js';
export { FlexType } from './flex-type.js';
export type { NumericArray } from './numeric-array.js';
export type { PrintTextOptions } from './print-text.js';
export { FlexMap, Reference, TypedVector, Vector, getRoot } from './reference.js';
export type { VectorKind } from './slot-writer.js';
export { printText } from './text.js';
export { verify, type VerifyOptions } from './verify.js';
