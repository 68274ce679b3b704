// A result that does not fit, which the input is to blame for: told apart from the RangeErrors that mistakes in a program give.

/** What is being made would be larger than its format, or a limit that was set, allows. @public */
export class CapacityError extends RangeError {
  override readonly name: string = 'CapacityError';
  /** How many bytes it would have, as far as known when it was given up. */
  readonly size: number;
  /** How many it may have. */
  readonly limit: number;

  constructor(size: number, limit: number, what = 'a buffer') {
    super(`${what} would have ${size} bytes, which is more than ${limit}`);
    this.size = size;
    this.limit = limit;
  }
}
