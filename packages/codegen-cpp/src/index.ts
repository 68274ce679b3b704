// @fb/codegen-cpp: C++ from a schema.
export { cppGenerator } from './generator.js';
export type { CppOptions } from './options.js';
