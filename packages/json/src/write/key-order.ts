// The order of a vector whose elements have a key. The reference compiler's sort is not stable: where keys are equal the
// bytes depend on its algorithm, so this is the same one, without its recursion and with a bound on its quadratic worst case.

/** Comparisons before the order of equal keys is given up: enough for 10,000 of them. */
const PATIENCE = 50_000_000;

/**
 * The order in which `count` elements are to stand, as their old positions. `less` compares the keys at two old positions.
 * Of very long vectors with many equal keys these stay in their order, which the reference does not do: once its way would
 * take more than `patience` comparisons.
 */
export function keyOrder(
  count: number,
  less: (a: number, b: number) => boolean,
  patience: number = PATIENCE,
): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  if (isAscending(count, less) || referenceSort(order, less, patience)) return order;
  for (let i = 0; i < count; i++) order[i] = i;
  return order.toSorted((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
}

/** Without equal keys every algorithm gives the same order. */
function isAscending(count: number, less: (a: number, b: number) => boolean): boolean {
  for (let i = 1; i < count; i++) if (!less(i - 1, i)) return false;
  return true;
}

/**
 * The first element is the pivot; smaller or equal ones go to its left, from where they are, larger ones to the right,
 * from the far end. Returns false if it takes too long.
 */
function referenceSort(
  order: Uint32Array,
  less: (a: number, b: number) => boolean,
  patience: number,
): boolean {
  let budget = patience;
  const ranges: [number, number][] = [[0, order.length]];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const [begin, end] = range;
    if (end - begin <= 1) continue;
    budget -= end - begin;
    if (budget < 0) return false;
    const pivot = order[begin];
    let left = begin + 1;
    let right = end;
    while (left < right) {
      if (less(pivot, order[left])) swap(order, left, --right);
      else left++;
    }
    swap(order, begin, --left);
    ranges.push([begin, left], [right, end]);
  }
  return true;
}

function swap(order: Uint32Array, a: number, b: number): void {
  const kept = order[a];
  order[a] = order[b];
  order[b] = kept;
}
