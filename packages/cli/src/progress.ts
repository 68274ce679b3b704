// How far a long run is, on a terminal: one line that is overwritten, and gone at the end.
import type { Io } from './io.js';

/** A line of progress. */
export interface Progress {
  /** Says that work number `done` of `total` is `what`. */
  step(done: number, total: number, what: string): void;
  /** Says how far work is whose steps cannot be counted. */
  say(what: () => string): void;
  /** Takes the line away, for whatever is printed next. */
  clear(): void;
}

/** Runs that take less than this, in milliseconds, show nothing; nor is the line renewed more often than by the second. */
const QUIET_TIME = 700;
const INTERVAL = 100;

/** Shows nothing unless standard error is a terminal and `wanted`. `now` gives milliseconds. */
export function progressOn(io: Io, wanted: boolean, now: () => number = () => performance.now()): Progress {
  if (!wanted || io.stderr.isTTY !== true || io.env.TERM === 'dumb')
    return { step() {}, say() {}, clear() {} };
  const start = now();
  let last = start + QUIET_TIME - INTERVAL;
  let shown = false;
  const say = (what: () => string): void => {
    const time = now();
    if (time - last < INTERVAL) return;
    last = time;
    shown = true;
    // Names of files may hold anything; none may steer the terminal.
    const text = what().replace(/\p{C}/gu, '?');
    io.stderr.write(`\r\u001b[2K${text.slice(0, (io.stderr.columns ?? 80) - 1)}`);
  };
  return {
    step: (done, total, what) => say(() => `[${done}/${total}] ${what}`),
    say,
    clear() {
      if (shown) io.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
