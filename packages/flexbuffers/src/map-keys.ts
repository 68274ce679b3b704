// Where the keys of a map are.
import type { FlexBytes } from './flex-bytes.js';

/** The keys vector of the map at `at`: the offset to it and its width stand before the map's length. */
export function openKeys(
  source: FlexBytes,
  at: number,
  width: number,
  size: number,
): { readonly keysAt: number; readonly keysWidth: number } {
  const field = at - 3 * width;
  const keysWidth = source.uint(field + width, width);
  if (keysWidth !== 1 && keysWidth !== 2 && keysWidth !== 4 && keysWidth !== 8) {
    source.fail('width', field + width, `the keys of a map are ${keysWidth} bytes wide`);
  }
  const keysAt = source.target(field, width);
  const keyCount = source.lengthBefore(keysAt, keysWidth);
  if (keyCount !== size) source.fail('map-size', at, `a map has ${keyCount} keys and ${size} values`);
  source.require(keysAt, size * keysWidth);
  return { keysAt, keysWidth };
}
