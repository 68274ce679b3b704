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
export { freezeSchema } from './freeze.js';
export { tableLayout, type TableLayoutOptions } from './type-layout.js';
