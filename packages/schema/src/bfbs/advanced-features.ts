// What a binary schema warns its readers of: `advanced_features`, a set of bits.
import type { Feature } from '../model.js';

/** The features that have a bit. */
export const ADVANCED_FEATURES: readonly (readonly [Feature, bigint])[] = [
  ['fixed arrays', 1n],
  ['vectors of unions', 2n],
  ['optional scalars', 4n],
  ['string and vector defaults', 8n],
];
