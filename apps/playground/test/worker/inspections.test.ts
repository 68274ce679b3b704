import { parseFlexJson } from '@fb/json';
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { allRegions, inspectFlex, regions, regionsOfPath } from '../../src/worker/inspections.js';

/** More regions than a block holds, and one that is longer than all others: a text at the front. */
const value = { long: 'x'.repeat(5000), many: Array.from({ length: 400 }, (_, at) => [at, `t${at}`]) };
const good = new Uint8Array(parseFlexJson(JSON.stringify(value), { path: 'a.json' }).bytes ?? []);

it('finds the regions of every range, in buffers that are damaged as well', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(good.length), fc.nat(40)), { minLength: 20, maxLength: 20 }),
      (damage, ranges) => {
        const bytes = good.slice();
        for (const [at, byte] of damage) bytes[at] = byte;
        const { inspection } = inspectFlex({ bytes });
        const all = allRegions(inspection) ?? [];
        for (const [from, length] of ranges) {
          const to = from + length;
          const there = all.filter((each) => each.position < to && each.position + each.length > from);
          expect(regions({ inspection, from, to })).toEqual([
            ...there.filter(({ overlaps }) => !overlaps),
            ...there.filter(({ overlaps }) => overlaps),
          ]);
        }
      },
    ),
    { numRuns: 10 },
  );
});

it('finds what is over a byte in the middle of a long region', () => {
  const { inspection, regionCount } = inspectFlex({ bytes: good });
  expect(regionCount).toBeGreaterThan(1000);
  const at = good.indexOf(120) + 2500;
  expect(regions({ inspection, from: at, to: at + 1 })).toMatchObject([{ path: 'long' }]);
});

it('finds the regions of a path and of what is below it only', () => {
  const { inspection } = inspectFlex({ bytes: good });
  const paths = new Set(regionsOfPath({ inspection, path: 'many[1]' })?.map(({ path }) => path));
  expect(paths).toContain('many[1][0]');
  expect([...paths].filter((path) => !/^many\[1\](?:$|[.[])/.test(path))).toEqual([]);
});

it('says nothing of an inspection that is forgotten', () => {
  expect(regions({ inspection: -1, from: 0, to: 1 })).toBeNull();
  expect(regionsOfPath({ inspection: -1, path: '' })).toBeNull();
});

it('does not take an inspection of a worker that was ended for one of its own', async () => {
  const { inspection } = inspectFlex({ bytes: good });
  vi.resetModules();
  const anew = await import('../../src/worker/inspections.js');
  for (let count = 0; count < 3; count++) anew.inspectFlex({ bytes: Uint8Array.of(1, 4, 1) });
  expect(anew.regions({ inspection, from: 0, to: 1 })).toBeNull();
});
