// @fb/idl: text of the schema language to the schema model. No I/O but through a Host.
export { format, type FormatOptions, type FormatResult } from './format/format.js';
export { memoryHost, type Host } from './host.js';
export { loadSchema, parseSchema, type LoadResult, type ParseSchemaOptions } from './load.js';
export { messages, type SchemaMessages } from './messages.js';
export type { LoadOptions } from './options.js';
export { printSchema, type PrintSchemaOptions } from './print/print-schema.js';
export { importProto, type ImportProtoOptions, type ImportProtoResult } from './proto/import-proto.js';
export { protoMessages, type ProtoMessages } from './proto/messages.js';
