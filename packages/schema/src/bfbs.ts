// @fb/schema/bfbs: binary schemas (`.bfbs`), the form in which the reference compiler hands a schema to programs.
export { BfbsError, type BfbsErrorCode } from './bfbs/bfbs-error.js';
export { readBfbs, type ReadBfbsOptions, type ReadResult } from './bfbs/read-bfbs.js';
export { writeBfbs, type WriteBfbsOptions } from './bfbs/write-bfbs.js';
