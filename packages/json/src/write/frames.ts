// Values of fields that were read but not written yet, as a table is written when it closes: one frame for each open table
// or struct. A value is a number, two words of 64 bits, an offset in the output, or where a struct is staged.

/** A field was not given. */
export const ABSENT = 0;
/** A field has a value. */
export const PRESENT = 1;
/** An optional scalar was given as `null`. */
export const NULL = 2;

/** A stack of frames; a frame has one cell for each field. The arrays are replaced when they grow. */
export class Frames {
  /** The number, offset, position or low word in each cell. */
  values: Float64Array = new Float64Array(256);
  /** The high word in each cell with 64 bits. */
  highs: Int32Array = new Int32Array(256);
  /** Whether the field of each cell is absent, present or null. */
  states: Uint8Array = new Uint8Array(256);
  #top = 0;

  /** Forgets all frames. */
  clear(): void {
    this.#top = 0;
  }

  /** Opens a frame of `count` absent fields and returns its first cell. */
  open(count: number): number {
    const base = this.#top;
    this.#top = base + count;
    if (this.#top > this.states.length) this.#grow();
    const { states } = this;
    // Frames are short: a loop beats a call.
    for (let cell = base; cell < this.#top; cell++) states[cell] = ABSENT;
    return base;
  }

  /** Closes the frame opened last, whose first cell is `base`. */
  close(base: number): void {
    this.#top = base;
  }

  set(cell: number, value: number): void {
    this.values[cell] = value;
    this.states[cell] = PRESENT;
  }

  setWords(cell: number, low: number, high: number): void {
    this.values[cell] = low;
    this.highs[cell] = high;
    this.states[cell] = PRESENT;
  }

  setNull(cell: number): void {
    this.states[cell] = NULL;
  }

  #grow(): void {
    const size = Math.max(this.#top, this.states.length * 2);
    const { values, highs, states } = this;
    this.values = new Float64Array(size);
    this.values.set(values);
    this.highs = new Int32Array(size);
    this.highs.set(highs);
    this.states = new Uint8Array(size);
    this.states.set(states);
  }
}
