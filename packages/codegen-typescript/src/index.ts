// @fb/codegen-typescript: TypeScript from a schema.
export { typescriptGenerator } from './generator.js';
export { type TypeScriptOptions } from './options.js';
