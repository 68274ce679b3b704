// The vtables of a buffer, so that tables of the same shape share one. Most tables have the shape of the one of their type
// before; a hash table keeps the search short for the others.

/** Offsets of the vtables written so far. */
export class VTables {
  /** The vtable that a type used last, by the number of the type. */
  readonly #latest: number[] = [];
  /** By a hash of the content. */
  readonly #known: Map<number, number[]> = new Map();
  #hash = 0;

  clear(): void {
    this.#latest.length = 0;
    if (this.#known.size > 0) this.#known.clear();
  }

  /** The offset of the vtable for a table at `table` with fields in `slots[0..used)`; 0 if there is none. */
  find(
    view: DataView,
    end: number,
    slots: Int32Array,
    used: number,
    table: number,
    tableSize: number,
    record: number,
  ): number {
    const latest = this.#latest[record] ?? 0;
    if (latest !== 0 && isEqual(view, end - latest, slots, used, table, tableSize)) return latest;
    let hash = Math.imul(tableSize, 0x01000193) ^ used;
    for (let i = 0; i < used; i++)
      hash = Math.imul(hash, 0x01000193) ^ (slots[i] === 0 ? 0 : table - slots[i]);
    this.#hash = hash;
    const candidates = this.#known.get(hash);
    if (candidates !== undefined) {
      for (const candidate of candidates) {
        if (!isEqual(view, end - candidate, slots, used, table, tableSize)) continue;
        this.#latest[record] = candidate;
        return candidate;
      }
    }
    return 0;
  }

  /** Adds the vtable that was just not found. */
  add(offset: number, record: number): void {
    while (this.#latest.length <= record) this.#latest.push(0);
    this.#latest[record] = offset;
    const same = this.#known.get(this.#hash);
    if (same === undefined) this.#known.set(this.#hash, [offset]);
    else same.push(offset);
  }
}

function isEqual(
  view: DataView,
  at: number,
  slots: Int32Array,
  used: number,
  table: number,
  tableSize: number,
): boolean {
  if (view.getUint16(at, true) !== 4 + 2 * used || view.getUint16(at + 2, true) !== tableSize) return false;
  for (let i = 0; i < used; i++) {
    const slot = slots[i];
    if (view.getUint16(at + 4 + 2 * i, true) !== (slot === 0 ? 0 : table - slot)) return false;
  }
  return true;
}
