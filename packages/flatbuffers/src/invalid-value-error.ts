// A plain object that cannot be encoded. Where in the whole value it is gets found only when it is needed: encoding
// keeps no path.

/** A value that cannot be encoded: thrown by `encodeX` functions, as the TypeError it is. */
export class InvalidValueError extends TypeError {
  readonly #owner: object;
  readonly #key: string | number | null;
  readonly #what: string;

  /** `owner[key]`, or `owner` itself, is wrong: `what` goes on from there. */
  constructor(owner: object, key: string | number | null, what: string) {
    super(`${key === null ? 'a value' : String(key)} ${what}`);
    this.#owner = owner;
    this.#key = key;
    this.#what = what;
  }

  /** Puts the whole way from `root` into the message. */
  locate(root: unknown): void {
    const path = pathTo(root, this.#owner);
    if (path === null) return;
    const whole = this.#key === null ? path : [...path, this.#key];
    if (whole.length > 0) this.message = `${pathText(whole)} ${this.#what}`;
  }
}

/** The error for `owner[key]`, which is missing or not of its type. For generated code. @public */
export function invalidValue(owner: object, key: string | number, what: string): TypeError {
  return new InvalidValueError(owner, key, what);
}

/** The way from `root` to the object `target`; the first of several, `null` if there is none. */
function pathTo(root: unknown, target: object): readonly (string | number)[] | null {
  const seen = new Set<object>();
  const pending: { readonly value: unknown; readonly path: Step | null }[] = [{ value: root, path: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (value === target) return steps(path);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue;
    seen.add(value);
    const inner = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
    for (const [key, item] of inner.toReversed()) pending.push({ value: item, path: { before: path, key } });
  }
  return null;
}

/** A way as a list from its end. */
interface Step {
  readonly before: Step | null;
  readonly key: string | number;
}

function steps(last: Step | null): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step = last; step !== null; step = step.before) keys.unshift(step.key);
  return keys;
}

/** As code would have it: `weapons[2].name`; no longer than a reader likes. */
function pathText(path: readonly (string | number)[]): string {
  const shown = path.length <= 20 ? path : [...path.slice(0, 10), '…', ...path.slice(-9)];
  return shown.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}
