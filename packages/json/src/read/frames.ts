// Values of fields that were read but not written yet, as a table is written when it closes: one frame for each open table
// or struct. A value is a number, two words of 64 bits, an offset in the builder, or where a struct is staged.

/** A field was not given. */
export const ABSENT = 0;
/** A field has a value. */
export const PRESENT = 1;
/** An optional scalar was given as `null`. */
export const NULL = 2;

/** A stack of frames; a frame has one cell for each field. */
export class Frames {
  #values: Float64Array = new Float64Array(256);
  #highs: Int32Array = new Int32Array(256);
  #states: Uint8Array = new Uint8Array(256);
  #top = 0;

  /** Opens a frame of `count` absent fields and returns its first cell. */
  open(count: number): number {
    const base = this.#top;
    this.#top = base + count;
    if (this.#top > this.#states.length) this.#grow();
    const states = this.#states;
    // Frames are short: a loop beats a call.
    for (let cell = base; cell < this.#top; cell++) states[cell] = ABSENT;
    return base;
  }

  /** Closes the frame opened last, whose first cell is `base`. */
  close(base: number): void {
    this.#top = base;
  }

  /** Whether the field of a cell is absent, present or null. */
  state(cell: number): number {
    return this.#states[cell];
  }

  /** The number, offset, position or low word in a cell. */
  value(cell: number): number {
    return this.#values[cell];
  }

  /** The high word of a cell with 64 bits. */
  high(cell: number): number {
    return this.#highs[cell];
  }

  set(cell: number, value: number): void {
    this.#values[cell] = value;
    this.#states[cell] = PRESENT;
  }

  setWords(cell: number, low: number, high: number): void {
    this.set(cell, low);
    this.#highs[cell] = high;
  }

  setNull(cell: number): void {
    this.#states[cell] = NULL;
  }

  #grow(): void {
    const size = Math.max(this.#top, this.#states.length * 2);
    const { values, highs, states } = { values: this.#values, highs: this.#highs, states: this.#states };
    this.#values = new Float64Array(size);
    this.#values.set(values);
    this.#highs = new Int32Array(size);
    this.#highs.set(highs);
    this.#states = new Uint8Array(size);
    this.#states.set(states);
  }
}
