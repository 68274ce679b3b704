// The conversion functions that a float's default may use.

const FUNCTIONS: Readonly<Record<FunctionName, (x: number) => number>> = {
  deg: (x) => (x / Math.PI) * 180,
  rad: (x) => (x * Math.PI) / 180,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
};

export type FunctionName = 'deg' | 'rad' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan';

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

/** The result as the text it prints as, and the value of that text. */
export function callFunction(name: FunctionName, argument: number): { value: number; text: string } {
  const exact = FUNCTIONS[name](argument);
  const text = printFixed(exact);
  return { value: Number.isFinite(exact) ? Number(text) : exact, text };
}

/** The text of a float as the reference compiler prints a computed one: at most twelve decimals. */
function printFixed(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = value.toFixed(12);
  return text.includes('e') ? text : text.replace(/0+$/, '').replace(/\.$/, '.0');
}
