// The functions that may stand for a float: `sin(rad(30))`.

const FUNCTIONS: ReadonlyMap<string, (x: number) => number> = new Map([
  ['deg', (x: number): number => (x / Math.PI) * 180],
  ['rad', (x: number): number => (x * Math.PI) / 180],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
  ['asin', Math.asin],
  ['acos', Math.acos],
  ['atan', Math.atan],
]);

/** The function of this name, from radians or to them; names are lower case. */
export function conversionFunction(name: string): ((x: number) => number) | undefined {
  return FUNCTIONS.get(name);
}

/** The names of all of them. */
export function conversionFunctions(): Iterable<string> {
  return FUNCTIONS.keys();
}
