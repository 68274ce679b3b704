// The functions that may stand for a float, in schemas and in JSON: `sin(rad(30))`.

const FUNCTIONS: ReadonlyMap<string, (x: number) => number> = /* @__PURE__ */ new Map([
  ['deg', (x: number): number => (x / Math.PI) * 180],
  ['rad', (x: number): number => (x * Math.PI) / 180],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
  ['asin', Math.asin],
  ['acos', Math.acos],
  ['atan', Math.atan],
]);

/** The names of all conversion functions: in lower case, from radians or to them. @public */
export function conversionFunctions(): Iterable<string> {
  return FUNCTIONS.keys();
}

/**
 * The text that a call of a conversion function stands for, `null` if there is none of this name. The reference compiler goes on
 * with this text, which has twelve decimals, and so does whoever asks for it.
 * @public
 */
export function callConversion(name: string, argument: number): string | null {
  const apply = FUNCTIONS.get(name);
  return apply === undefined ? null : fixedText(apply(argument));
}

function fixedText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}.0`;
  return halfToEven(value, value.toFixed(12)).replace(/0{1,11}$/, '');
}

/** `toFixed` rounds a tie away from zero. A tie at 12 decimals has exactly 13 binary digits behind the point. */
function halfToEven(value: number, fixed: string): string {
  const isTie = Math.abs(value % 2 ** -12) === 2 ** -13;
  const last = Number(fixed.at(-1));
  return isTie && last % 2 === 1 ? fixed.slice(0, -1) + String(last - 1) : fixed;
}
