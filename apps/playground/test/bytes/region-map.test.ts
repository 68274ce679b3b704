import { inspectFlexBuffer } from '@fb/inspect';
import { parseFlexJson } from '@fb/json';
import { expect, it } from 'vitest';
import { BYTE_KINDS } from '../../src/bytes/byte-kinds.js';
import { damageAt, kindAt, kindsIn, regionIndex, regionMapOf } from '../../src/bytes/region-map.js';

const { bytes } = parseFlexJson('{ "a": [1, "two"], "b": 300 }');
if (bytes === null) throw new Error('no bytes');

it('finds the region of each byte', () => {
  const { sections } = inspectFlexBuffer(bytes);
  const regions = sections.flatMap((section) => section.regions).toSorted((a, b) => a.position - b.position);
  const map = regionMapOf(regions);
  expect(map.starts).toHaveLength(regions.length);
  for (const [index, { position, length }] of regions.entries()) {
    expect(regionIndex(map, position)).toBe(index);
    expect(regionIndex(map, position + length - 1)).toBe(index);
    expect(damageAt(map, index)).toBeNull();
  }
  const last = BYTE_KINDS[kindAt(map, regions.length - 1)];
  expect(last?.id).toBe('type');
  expect(kindsIn(map).map((code) => BYTE_KINDS[code]?.id)).toEqual(
    expect.arrayContaining(['offset', 'field', 'length', 'text', 'type']),
  );
});

it('knows where there is damage', () => {
  const damaged = Uint8Array.from(bytes);
  damaged[damaged.length - 3] = 255;
  const regions = inspectFlexBuffer(damaged).sections.flatMap((section) => section.regions);
  const map = regionMapOf(regions);
  expect(damageAt(map, regionIndex(map, damaged.length - 3))).toBe('error');
});

it('of nothing finds nothing', () => {
  expect(regionIndex(regionMapOf([]), 0)).toBe(-1);
});
