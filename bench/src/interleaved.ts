// Times of short operations that are to be compared, and what they allocate.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** An operation. */
export interface Case {
  readonly name: string;
  readonly run: () => unknown;
  /** Bytes of what it makes, if that matters. */
  readonly size?: number;
}

/** What it takes. */
export interface Measured extends Case {
  /** Nanoseconds, the median over the rounds. */
  readonly time: number;
  /** Bytes, of objects and of array buffers. */
  readonly allocated: number;
}

/** Nanoseconds that a case runs in one round: short, so that a busy machine slows all cases alike. */
const SLICE = 1e6;

/** Slices that a case runs before it counts. */
const WARM = 30;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Runs all cases in turn, `rounds` times. */
export async function interleaved(cases: readonly Case[], rounds: number): Promise<readonly Measured[]> {
  const counts = cases.map(({ run }) => calibrate(run));
  const times = cases.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { run }] of cases.entries()) times[i]?.push(timeOf(run, counts[i] ?? 1));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return cases.map((each, i) => ({
    ...each,
    time: median(times[i] ?? []),
    allocated: allocatedBy(each.run, Math.min(counts[i] ?? 1, 1000)),
  }));
}

/** How often it runs in a slice, once it is warm. */
function calibrate(run: () => unknown): number {
  let count = 1;
  for (let spent = 0; spent < WARM * SLICE;) {
    const time = timeOf(run, count) * count;
    spent += time;
    if (time < SLICE) count *= 2;
  }
  return count;
}

/** Nanoseconds of one run, of processor time: what other processes take does not count, collecting garbage does. */
function timeOf(run: () => unknown, count: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) run();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / count;
}

/** Bytes that a run allocates: the median, as a collection in between spoils a number. */
function allocatedBy(run: () => unknown, count: number): number {
  const samples = Array.from({ length: 5 }, () => {
    collect();
    const before = process.memoryUsage();
    for (let i = 0; i < count; i++) run();
    const after = process.memoryUsage();
    return (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / count;
  });
  return Math.max(0, median(samples));
}

function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
