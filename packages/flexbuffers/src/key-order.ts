// The order of map keys: unsigned bytes, up to the zero byte that ends a key.

/** Entries of a map in the order of their keys, and whether two keys are equal. */
export interface KeyOrder {
  /** The number of the first entry, of the second, and so on; entries with equal keys keep their order. */
  readonly order: Int32Array;
  readonly hasDuplicates: boolean;
}

/** Up to this many keys, comparing them beats counting their bytes. */
const FEW = 24;

/**
 * The order of `length` zero-terminated keys of `bytes`, whose positions are `positions[first]`,
 * `positions[first + stride]`, and so on. The time is in proportion to the bytes of the keys.
 */
export function sortKeys(
  bytes: Uint8Array,
  positions: Int32Array,
  first: number,
  stride: number,
  length: number,
): KeyOrder {
  const order = new Int32Array(length);
  const starts = new Int32Array(length);
  let ascending = true;
  for (let j = 0; j < length; j++) {
    order[j] = j;
    starts[j] = positions[first + stride * j];
    if (ascending && j > 0) ascending = compareKeys(bytes, starts[j - 1], starts[j]) < 0;
  }
  return { order, hasDuplicates: !ascending && sortByBytes(bytes, starts, order) };
}

/** Sorts by the first byte, then the keys that share it by the second, and so on. Tells whether two keys are equal. */
function sortByBytes(bytes: Uint8Array, starts: Int32Array, order: Int32Array): boolean {
  const sorted = new Int32Array(order.length);
  const ends = new Int32Array(256);
  /** Ranges of `order` in which the keys have so many bytes in common. */
  const open = [0, order.length, 0];
  let hasDuplicates = false;
  while (open.length > 0) {
    const depth = open.pop() ?? 0;
    const to = open.pop() ?? 0;
    const from = open.pop() ?? 0;
    if (to - from <= FEW) {
      if (insertionSort(bytes, starts, order, from, to, depth)) hasDuplicates = true;
      continue;
    }
    ends.fill(0);
    for (let i = from; i < to; i++) ends[bytes[starts[order[i]] + depth]]++;
    for (let byte = 0, end = from; byte < 256; byte++) {
      const count = ends[byte];
      if (count > 1) {
        if (byte === 0) hasDuplicates = true;
        else open.push(end, end + count, depth + 1);
      }
      ends[byte] = end;
      end += count;
    }
    for (let i = from; i < to; i++) sorted[ends[bytes[starts[order[i]] + depth]]++] = order[i];
    order.set(sorted.subarray(from, to), from);
  }
  return hasDuplicates;
}

function insertionSort(
  bytes: Uint8Array,
  starts: Int32Array,
  order: Int32Array,
  from: number,
  to: number,
  depth: number,
): boolean {
  let hasDuplicates = false;
  for (let i = from + 1; i < to; i++) {
    const entry = order[i];
    let j = i - 1;
    for (; j >= from; j--) {
      const difference = compareKeys(bytes, starts[order[j]] + depth, starts[entry] + depth);
      if (difference === 0) hasDuplicates = true;
      if (difference <= 0) break;
      order[j + 1] = order[j];
    }
    order[j + 1] = entry;
  }
  return hasDuplicates;
}

/** Compares the zero-terminated keys at `a` and `b` of `bytes`. */
function compareKeys(bytes: Uint8Array, a: number, b: number): number {
  if (a === b) return 0;
  for (let i = 0; ; i++) {
    const difference = bytes[a + i] - bytes[b + i];
    if (difference !== 0) return difference;
    if (bytes[a + i] === 0) return 0;
  }
}
