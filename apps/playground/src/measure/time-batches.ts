// Times one piece of work: warm-up, then batches that are long enough for a browser's coarse clock; the median counts.

export interface Timing {
  /** Of one run, in microseconds: the middle batch, and those a quarter of the way from both ends. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly batches: number;
  readonly runsPerBatch: number;
}

export interface TimingOptions {
  /** In milliseconds, as `performance.now` gives it. */
  readonly now: () => number;
  readonly warmUp: number;
  /** How long a batch takes at least, in milliseconds. */
  readonly batch: number;
  readonly batches: number;
}

/** Runs `work` many times and says how long one run takes. `work` gives something, so that it is not left out. */
export function timeBatches(work: () => unknown, options: TimingOptions): Timing {
  const { now, warmUp, batch, batches } = options;
  let kept: unknown = null;
  const run = (runs: number): number => {
    const start = now();
    for (let count = 0; count < runs; count++) kept = work();
    return now() - start;
  };
  const until = now() + warmUp;
  let runs = 1;
  let took = run(runs);
  while (now() < until || took < batch) {
    // A clock may stand still for short runs.
    if (took < batch) runs = Math.min(runs * 2, 1 << 24);
    took = run(runs);
    if (runs === 1 << 24) break;
  }
  const times: number[] = [];
  for (let count = 0; count < batches; count++) times.push((run(runs) * 1000) / runs);
  times.sort((a, b) => a - b);
  if (kept === times) throw new Error('the work gave what it cannot know');
  const at = (share: number): number => times[Math.round(share * (times.length - 1))] ?? 0;
  return { median: at(0.5), low: at(0.25), high: at(0.75), batches, runsPerBatch: runs };
}
