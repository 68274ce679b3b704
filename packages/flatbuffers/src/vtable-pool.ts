// The vtables that a builder has written, so that tables of the same shape share one. The newest few are compared
// directly, which finds most; beyond those a hash table keeps the search short however many shapes there are.

/** How many of the newest vtables are compared before hashing. */
const NEWEST = 4;

/**
 * Offsets (from the end of the buffer, as a builder counts) of distinct vtables. The bytes stay in the builder's
 * buffer; every look-up gets the buffer as it is at that moment.
 */
export class VTablePool {
  /** Offsets in the order they were written; the first `count` are in use. */
  private readonly offsets: number[] = [];
  private count = 0;
  /** Hash to the positions in `offsets`, of the first `hashed` vtables. */
  private buckets: Map<number, number[]> | null = null;
  private hashed = 0;

  clear(): void {
    // The array keeps its memory, and an empty map is not touched: builders are cleared for each small buffer.
    this.count = 0;
    if (this.hashed > 0) this.buckets?.clear();
    this.hashed = 0;
  }

  /** Adds a vtable that {@link VTablePool.find} did not find. */
  add(offset: number): void {
    this.offsets[this.count] = offset;
    this.count += 1;
  }

  /**
   * The offset of a known vtable with the same bytes as the one at `at`, or 0. `end` is the position that offsets
   * count from. A vtable begins with its size in bytes.
   */
  find(view: DataView, at: number, end: number): number {
    const size = view.getUint16(at, true);
    const oldest = this.count > NEWEST ? this.count - NEWEST : 0;
    for (let i = this.count - 1; i >= oldest; i--) {
      const offset = this.offsets[i];
      if (equals(view, at, end - offset, size)) return offset;
    }
    return oldest === 0 ? 0 : this.findHashed(view, at, end, size, oldest);
  }

  private findHashed(view: DataView, at: number, end: number, size: number, oldest: number): number {
    const buckets = (this.buckets ??= new Map());
    for (; this.hashed < oldest; this.hashed++) {
      const known = end - this.offsets[this.hashed];
      const hash = hashOf(view, known, view.getUint16(known, true));
      const bucket = buckets.get(hash);
      if (bucket === undefined) buckets.set(hash, [this.hashed]);
      else bucket.push(this.hashed);
    }
    for (const i of buckets.get(hashOf(view, at, size)) ?? []) {
      const offset = this.offsets[i];
      if (equals(view, at, end - offset, size)) return offset;
    }
    return 0;
  }
}

/** Whether the vtables at `a`, of `size` bytes, and `b` are the same. Their sizes, compared first, are even. */
function equals(view: DataView, a: number, b: number, size: number): boolean {
  if (view.getUint16(b, true) !== size) return false;
  for (let i = 2; i < size; i += 2) {
    if (view.getUint16(a + i, true) !== view.getUint16(b + i, true)) return false;
  }
  return true;
}

/** FNV-1a over the 16-bit words. */
function hashOf(view: DataView, at: number, size: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < size; i += 2) hash = Math.imul(hash ^ view.getUint16(at + i, true), 0x01000193);
  return hash;
}
