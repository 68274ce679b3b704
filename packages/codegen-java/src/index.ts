// @fb/codegen-java: Java from a schema.
export { javaGenerator } from './generator.js';
export { javaMessages, type JavaMessages } from './messages.js';
export { type JavaOptions } from './options.js';
