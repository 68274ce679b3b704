// @fb/schema/bfbs: binary schemas (`.bfbs`), the form in which the reference compiler hands a schema to programs.
export { writeBfbs, type WriteBfbsOptions } from './bfbs/write-bfbs.js';
