// Where the keys of a map are.
import type { FlexBytes } from './flex-bytes.js';

/** The width of the keys of the map at `at`, which stands before the map's length. */
export function widthOfKeys(source: FlexBytes, at: number, width: number): number {
  const field = at - 2 * width;
  const keysWidth = source.uint(field, width);
  if (keysWidth !== 1 && keysWidth !== 2 && keysWidth !== 4 && keysWidth !== 8)
    source.badWidth(field, keysWidth);
  return keysWidth;
}

/** Where those keys, of that width, begin: the offset to them stands before their width. */
export function openKeys(
  source: FlexBytes,
  at: number,
  width: number,
  size: number,
  keysWidth: number,
): number {
  const keysAt = source.target(at - 3 * width, width);
  const keyCount = source.lengthBefore(keysAt, keysWidth);
  if (keyCount !== size) source.fail('map-size', at, `a map has ${keyCount} keys and ${size} values`);
  source.require(keysAt, size * keysWidth);
  return keysAt;
}
