// Where the keys of a map are, and which of them is the one looked for.
import { encodeUtf8 } from '@fb/bytes';
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

/**
 * The index of the key that is `text`; -1 if there is none. A binary search in place: what the keys on both sides have in
 * common with the text is not compared again, for those between them have it too. Only text beyond ASCII is encoded.
 */
export function findKey(
  source: FlexBytes,
  keysAt: number,
  keysWidth: number,
  size: number,
  text: string,
  isEncoded = false,
): number {
  const { bytes, length } = source;
  let low = 0;
  let high = size - 1;
  let lowSame = 0;
  let highSame = 0;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const slot = keysAt + middle * keysWidth;
    // The slot is inside: what opened the map checked that.
    const back = keysWidth === 1 ? bytes[slot] : source.uint(slot, keysWidth);
    const at = back <= slot ? slot - back : source.target(slot, keysWidth);
    const known = lowSame < highSame ? lowSame : highSame;
    let same = known;
    let order = 0;
    for (; ; same++) {
      // Past the end of the buffer, keys end.
      const byte = at + same < length ? bytes[at + same] : 0;
      if (same === text.length) {
        order = byte;
        break;
      }
      const unit = text.charCodeAt(same);
      if (unit >= 0x80 && !isEncoded) return findKey(source, keysAt, keysWidth, size, byteUnits(text), true);
      // A NUL in the text is greater than the NUL that ends the key.
      order = byte === 0 ? -1 : byte - unit;
      if (order !== 0) break;
    }
    if (order === 0) return beginsWith(bytes, at, text, known) ? middle : -1;
    if (order < 0) {
      low = middle + 1;
      lowSame = same;
    } else {
      high = middle - 1;
      highSame = same;
    }
  }
  return -1;
}

/** Whether the first units of `text` are at `at`. Where keys are out of order, what was not compared may differ. */
function beginsWith(bytes: Uint8Array, at: number, text: string, units: number): boolean {
  for (let i = 0; i < units; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Text with a code unit for each byte that `text` has in UTF-8. */
function byteUnits(text: string): string {
  return Array.from(encodeUtf8(text), (byte) => String.fromCharCode(byte)).join('');
}
