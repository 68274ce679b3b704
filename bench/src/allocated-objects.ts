// How many objects does an operation allocate? The engine's own heap profiler counts them: a sampler, set so fine that it
// misses next to none. Import this before what is to be counted is compiled.
import { Session, type HeapProfiler } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// Optimised code takes memory for several objects at once, which would be counted as one.
setFlagsFromString('--no-turbo-allocation-folding');

/** Node's types leave out the samples. */
type Profile = HeapProfiler.SamplingHeapProfile & { readonly samples: readonly unknown[] };

/** Runs before it counts, so that the code is optimised, and runs that count. */
const WARM = 2000;
const RUNS = 200;

/** For large messages: milliseconds that the runs may take. */
const BUDGET = 600;

/** Objects on the engine's heap that a run allocates. */
export function objectsOf(run: () => unknown): number {
  const count = warm(run);
  const alone = sampled(() => undefined, count);
  return Math.max(0, (sampled(run, count) - alone) / count);
}

function warm(run: () => unknown): number {
  const start = performance.now();
  let runs = 0;
  while (runs < WARM && performance.now() - start < BUDGET) {
    run();
    runs += 1;
  }
  return Math.max(1, Math.round((RUNS * runs) / WARM));
}

function sampled(run: () => unknown, count: number): number {
  const session = new Session();
  session.connect();
  const options: HeapProfiler.StartSamplingParameterType & Record<string, unknown> = {
    samplingInterval: 1,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  };
  let objects = 0;
  session.post('HeapProfiler.startSampling', options);
  for (let i = 0; i < count; i++) run();
  session.post('HeapProfiler.stopSampling', (error, { profile }) => {
    if (error !== null) throw error;
    objects = (profile as Profile).samples.length;
  });
  session.disconnect();
  return objects;
}
