// @fb/codegen: what all generators share. Nothing here knows a target language.
export {
  blank,
  block,
  code,
  indented,
  join,
  list,
  paragraphs,
  type Blank,
  type Block,
  type Code,
  type Fragment,
  type GlobalName,
  type ImportedName,
  type Name,
  type Piece,
} from './code.js';
export { camelCase, dasherCase, snakeCase } from './casing.js';
export { entryText, uniteEntries, type EntryFile, type EntryLine } from './entry.js';
export { checkFeatures } from './features.js';
export { checkIdentifiers } from './identifiers.js';
export { type GeneratedFile, type Generator, type GeneratorResult } from './generator.js';
export { invariant, unreachable } from './invariant.js';
export { generatorMessages, type GeneratorMessages, type OfTarget } from './messages.js';
export { checkOutputs, type PlannedOutput } from './outputs.js';
export { render, type Dialect, type ResolvedImport, type SourceFile } from './render.js';
export { Scope } from './scope.js';
export { servicesOf, streamingOf, type Streaming } from './services.js';
export { checkStructs, type StructLimits } from './struct-extent.js';
export { docComment, stringLiteral, visible, type CommentStyle, type StringStyle } from './text.js';
