// @fb/json/runtime: what modules made by `generateJsonModule` stand on. No schema, and no code made at run time.
export { loadJsonCodec, type JsonCodecOf, type JsonCodecParts } from './compile/load-json-codec.js';
export type { PrintJsonOptions } from './print-options.js';
export { UnprintableError, type UnprintableErrorCode } from './print/unprintable-error.js';
export type { ParseJsonOptions, ParseJsonResult } from './read-options.js';
