// @fb/codegen-jsonschema: JSON Schema from a schema.
export { jsonSchemaGenerator, type JsonSchemaOptions } from './generator.js';
export { jsonSchemaMessages, type JsonSchemaMessages } from './messages.js';
