// @fb/idl: text of the schema language to the schema model. No I/O but through a Host.
export { memoryHost, type Host } from './host.js';
export { loadSchema, parseSchema, type LoadResult, type ParseSchemaOptions } from './load.js';
export { messages, type SchemaMessages } from './messages.js';
export type { LoadOptions } from './options.js';
