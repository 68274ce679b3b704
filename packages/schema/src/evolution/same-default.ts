// When two defaults are the same value.
import type { DefaultValue } from '../model.js';

/** Whether two defaults read the same; there is only one empty vector, and one NaN, but two zeros of floats. */
export function sameDefault(base: DefaultValue, next: DefaultValue): boolean {
  if (Array.isArray(base) && Array.isArray(next)) return true;
  // The two zeros of integers are one: enums may be kept as numbers or bigints.
  if (typeof base === 'bigint' || typeof next === 'bigint') return String(base) === String(next);
  return Object.is(base, next);
}
