// @fb/schema: what a schema means. No text, no target language, no I/O.
export type * from './model.js';
export { integerRange, isFloat, isLong, isSigned, scalarSize, storedScalar } from './scalar.js';
export {
  inlineAlign,
  inlineSize,
  placeMembers,
  vtableOffset,
  writeOrder,
  type StructPlacement,
} from './layout.js';
export { callConversion, conversionFunctions } from './conversion-functions.js';
export { parseHexFloat } from './hex-float.js';
export { BUILTIN_ATTRIBUTES } from './builtin-attributes.js';
export { freezeSchema } from './freeze.js';
export { tableLayout, type TableLayoutOptions } from './type-layout.js';
export { typeText } from './type-text.js';
export { compareSchemas, type CompareSchemasOptions } from './evolution/compare-schemas.js';
export { conform } from './evolution/conform.js';
export type { Breakage } from './evolution/breakage.js';
export type { Finding } from './evolution/finding.js';
export {
  evolutionBreaks,
  evolutionMessages,
  type EvolutionCode,
  type EvolutionMessages,
} from './evolution/messages.js';
