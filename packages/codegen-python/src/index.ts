// @fb/codegen-python: Python from a schema.
export { pythonGenerator } from './generator.js';
export { pythonMessages, type PythonMessages } from './messages.js';
export { type PythonOptions } from './options.js';
