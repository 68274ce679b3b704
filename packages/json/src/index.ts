// @fb/json: flatc's JSON dialect to FlatBuffers and FlexBuffers, and back. No I/O.
export { JsonCodec } from './codec.js';
export { parseFlexJson, printFlexJson, type PrintFlexJsonOptions } from './flex-json.js';
export { fnvHash } from './fnv-hash.js';
export { messages, type JsonMessages } from './messages.js';
export { parseJson } from './parse-json.js';
export { printJson, printJsonBytes } from './print-json.js';
export type { PrintJsonOptions } from './print-options.js';
export { UnprintableError, type UnprintableErrorCode } from './print/unprintable-error.js';
export type { ParseFlexJsonOptions, ParseJsonOptions, ParseJsonResult } from './read-options.js';
