// Whether to make code for a schema before JSON is read or printed.

const COMPILE_FROM = 100_000;

/** Whether code made for the schema pays for so many bytes of data; `null` if nobody knows how many there are. */
export function isWorthCompiling(size: number | null): boolean {
  return size === null || size >= COMPILE_FROM;
}
