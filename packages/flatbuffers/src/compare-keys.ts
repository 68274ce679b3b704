// The order of keys: vectors that are looked up by key must be sorted so.
import { compareBytes, encodeUtf8 } from '@fb/bytes';

/** What a key can be in a plain object. @public */
export type KeyValue = string | Uint8Array | number | bigint | boolean | ArrayLike<number | bigint | boolean>;

/**
 * Negative, zero or positive as key `a` is before, like or after `b`: numbers by size, strings by the bytes of their
 * UTF-8, arrays element by element. @public
 */
export function compareKeys(a: KeyValue, b: KeyValue): number {
  if (typeof a === 'string' || typeof b === 'string') return compareTexts(bytesOf(a), bytesOf(b));
  if (typeof a !== 'object' || typeof b !== 'object') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareTexts(a, b);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = a[i] < b[i] ? -1 : a[i] > b[i] ? 1 : 0;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function bytesOf(key: KeyValue): Uint8Array {
  if (key instanceof Uint8Array) return key;
  return encodeUtf8(String(key));
}

function compareTexts(a: Uint8Array, b: Uint8Array): number {
  return compareBytes(a, 0, a.length, b, 0, b.length);
}
