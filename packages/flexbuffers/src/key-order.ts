// The order of map keys: unsigned bytes, up to the zero byte that ends a key.

/** Compares the zero-terminated keys at `a` and `b` of `bytes`. */
export function compareKeys(bytes: Uint8Array, a: number, b: number): number {
  if (a === b) return 0;
  for (let i = 0; ; i++) {
    const difference = bytes[a + i] - bytes[b + i];
    if (difference !== 0) return difference;
    if (bytes[a + i] === 0) return 0;
  }
}

/**
 * The order of the entries of a map, whose keys are the positions in `positions` at `first`, `first + 2`, …
 * Entries with equal keys keep their order.
 */
export function sortKeySlots(
  bytes: Uint8Array,
  positions: Float64Array,
  first: number,
  length: number,
): Int32Array {
  const order = new Int32Array(length);
  let sorted = true;
  for (let j = 0; j < length; j++) {
    order[j] = j;
    if (sorted && j > 0)
      sorted = compareKeys(bytes, positions[first + 2 * j - 2], positions[first + 2 * j]) <= 0;
  }
  if (sorted) return order;
  return order.toSorted((a, b) => compareKeys(bytes, positions[first + 2 * a], positions[first + 2 * b]));
}

/**
 * Compares the key at `at` with `text` as UTF-8: negative if the key comes first. Bytes past the end of the buffer count
 * as the end of the key. Nothing is allocated; lone surrogates compare as U+FFFD, as they are written.
 */
export function compareKeyToText(bytes: Uint8Array, at: number, text: string): number {
  let p = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      const byte = byteAt(bytes, p++);
      // A NUL in the text is greater than the NUL that ends the key.
      if (byte !== unit) return byte - unit;
      if (byte === 0) return -1;
      continue;
    }
    let point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (let k = 0; k < size; k++) {
      const byte = byteAt(bytes, p++);
      const expected = utf8Byte(point, size, k);
      if (byte !== expected) return byte - expected;
    }
  }
  return byteAt(bytes, p);
}

function byteAt(bytes: Uint8Array, at: number): number {
  return at < bytes.length ? bytes[at] : 0;
}

/** Byte `k` of the UTF-8 form, of `size` (2 to 4) bytes, of a code point. */
function utf8Byte(point: number, size: number, k: number): number {
  if (k === 0) return (point >> (6 * (size - 1))) | (size === 2 ? 0xc0 : size === 3 ? 0xe0 : 0xf0);
  return ((point >> (6 * (size - 1 - k))) & 0x3f) | 0x80;
}
