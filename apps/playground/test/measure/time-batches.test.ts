import { expect, it } from 'vitest';
import { timeBatches } from '../../src/measure/time-batches.js';

it('gives the median of a run, by a clock that moves in steps', () => {
  let time = 0;
  let runs = 0;
  const work = (): number => {
    runs++;
    time += 0.003;
    return runs;
  };
  const now = (): number => Math.floor(time * 10) / 10;
  const timing = timeBatches(work, { now, warmUp: 20, batch: 10, batches: 9 });
  expect(timing.median).toBeGreaterThan(2.9);
  expect(timing.median).toBeLessThan(3.1);
  expect(timing.low).toBeLessThanOrEqual(timing.median);
  expect(timing.high).toBeGreaterThanOrEqual(timing.median);
  expect(timing).toMatchObject({ batches: 9, runsPerBatch: 4096 });
  expect(runs).toBeGreaterThan(9 * 4096);
});
