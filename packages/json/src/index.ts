// @fb/json: flatc's JSON dialect to FlatBuffers and FlexBuffers, and back. No I/O.
export { JsonCodec, type JsonCodecOptions } from './codec.js';
export { parseFlexJson, printFlexJson, type PrintFlexJsonOptions } from './flex-json.js';
export { fnvHash } from './fnv-hash.js';
export { generateJsonModule, type JsonModule, type JsonModuleOptions } from './generate-json-module.js';
export { messages, type JsonMessages } from './messages.js';
export { parseNdjson, printNdjson, type NdjsonResult, type ParseNdjsonOptions } from './ndjson.js';
export { decodeObject, encodeObject } from './object.js';
export { ObjectError } from './object/object-error.js';
export type {
  DecodeObjectOptions,
  EncodeObjectOptions,
  FlatObject,
  FlatScalar,
  FlatValue,
} from './object/object-options.js';
export { parseJson } from './parse-json.js';
export { printJson, printJsonBytes, printJsonTo } from './print-json.js';
export type { TextSink } from './print/document-printer.js';
export type { PrintJsonOptions } from './print-options.js';
export { UnprintableError, type UnprintableErrorCode } from './print/unprintable-error.js';
export type { ParseFlexJsonOptions, ParseJsonOptions, ParseJsonResult } from './read-options.js';
