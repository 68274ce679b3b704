// What is said about a JavaScript value that has no place in a FlexBuffer.
import { pathStep } from './flex-buffer-error.js';

/**
 * Why a value was refused:
 *
 * - `unsupported`: a function or a symbol, or a map with a key that is no string;
 * - `range`: a bigint of more than 64 bits;
 * - `key`: a key with a NUL, which readers would take for its end, or two keys that are the same in UTF-8;
 * - `cycle`: an object that contains itself;
 * - `depth`: values nested deeper than the limit.
 * @public
 */
export type EncodeErrorCode = 'unsupported' | 'range' | 'key' | 'cycle' | 'depth';

/** A value that cannot be encoded. @public */
export class EncodeError extends TypeError {
  override readonly name = 'EncodeError';
  readonly code: EncodeErrorCode;
  /** Where the value is, such as `$.weapons[2].name`. */
  readonly path: string;

  constructor(code: EncodeErrorCode, path: string, detail: string) {
    super(`${detail} (at ${path})`);
    this.code = code;
    this.path = path;
  }
}

/**
 * A refusal on its way out: each container that it passes notes itself and where in it the value is. That way the path
 * costs nothing as long as all goes well.
 */
export class Refusal {
  readonly #code: EncodeErrorCode;
  readonly #detail: string;
  /** Innermost first. */
  readonly #steps: (string | number)[] = [];
  readonly #holders: object[] = [];

  /** `value` is the object that was refused, if that is one. */
  constructor(code: EncodeErrorCode, detail: string, value: object | null = null) {
    this.#code = code;
    this.#detail = detail;
    if (value !== null) this.#holders.push(value);
  }

  /** `error`, which came out of the value at `step` of `holder`. */
  static from(error: unknown, step: string | number, holder: object): unknown {
    if (error instanceof Refusal) {
      error.#steps.push(step);
      error.#holders.push(holder);
    }
    return error;
  }

  /** With a limit of depth, a cycle is never missed; it is only found late. */
  toError(): EncodeError {
    const steps = this.#steps.toReversed();
    if (this.#code !== 'depth') return new EncodeError(this.#code, pathOf(steps), this.#detail);
    const holders = this.#holders.toReversed();
    const closes = holders.findIndex((holder, i) => holders.indexOf(holder) < i);
    return closes < 0
      ? new EncodeError('depth', pathOf(steps), this.#detail)
      : new EncodeError('cycle', pathOf(steps.slice(0, closes)), 'this object contains itself');
  }
}

function pathOf(steps: readonly (string | number)[]): string {
  return `$${steps.map(pathStep).join('')}`;
}
