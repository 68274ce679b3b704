// Far objects, which are behind 64-bit offsets, come before all else of a buffer, wherever in the value they are. So a
// value is walked twice, in the same order: what the first walk has written is what the second refers to.
import type { Offset } from './types.js';

/** The offsets of the far objects of one value, in the order of its fields. For generated code. @public */
export class FarOffsets {
  private readonly offsets: Offset[] = [];
  private taken = 0;

  /** Forgets all. */
  clear(): void {
    this.offsets.length = 0;
    this.taken = 0;
  }

  /** Adds the offset of an object that was written. */
  add(offset: Offset): void {
    this.offsets.push(offset);
  }

  /** The next offset. */
  take(): Offset {
    const offset = this.offsets[this.taken++];
    if (offset === undefined) throw new TypeError('the value changed while it was encoded');
    return offset;
  }
}
