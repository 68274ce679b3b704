// 64-bit integers given as numbers: two halves are stored much faster than a bigint is made.

/** Stores a 64-bit integer. A number must be a safe integer; a RangeError says so. For generated code. @public */
export function storeInt64(view: DataView, at: number, value: bigint | number): void {
  if (typeof value === 'bigint') {
    view.setBigInt64(at, value, true);
    return;
  }
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is no safe integer: give 64-bit integers beyond 2^53 as bigint`);
  }
  view.setUint32(at, value, true);
  view.setInt32(at + 4, Math.floor(value / 2 ** 32), true);
}
