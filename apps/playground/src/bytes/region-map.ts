// What each byte is, small enough for the page to hold it for megabytes: two flat arrays over regions that cover the
// buffer. All else about a region is asked of the worker where somebody looks.
import type { Region } from '@fb/inspect';
import { kindCode } from './byte-kinds.js';

export interface RegionMap {
  /** Where each region starts, in order; the next one's start is its end. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Place in `BYTE_KINDS`, and the bits below. */
  readonly kinds: Uint8Array<ArrayBuffer>;
}

const KIND_MASK = 0x0f;
const WARNING = 0x40;
const ERROR = 0x80;

/** Makes a map of regions in order of position; those that overlap others are left out. */
export function regionMapOf(regions: readonly Region[]): RegionMap {
  const covering = regions.filter(({ overlaps }) => !overlaps);
  const starts = new Uint32Array(covering.length);
  const kinds = new Uint8Array(covering.length);
  const codes = new Map<string, number>();
  for (const [index, { position, role, damage }] of covering.entries()) {
    let code = codes.get(role);
    if (code === undefined) codes.set(role, (code = kindCode(role)));
    starts[index] = position;
    kinds[index] = code | (damage === null ? 0 : damage.severity === 'error' ? ERROR : WARNING);
  }
  return { starts, kinds };
}

/** The number of the region that has the byte at `position`; -1 if there are none. */
export function regionIndex({ starts }: RegionMap, position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Place in `BYTE_KINDS` of a region. */
export function kindAt({ kinds }: RegionMap, index: number): number {
  return (kinds[index] ?? 0) & KIND_MASK;
}

/** What is wrong with a region, if anything is. */
export function damageAt({ kinds }: RegionMap, index: number): 'error' | 'warning' | null {
  const bits = kinds[index] ?? 0;
  return (bits & ERROR) !== 0 ? 'error' : (bits & WARNING) !== 0 ? 'warning' : null;
}

/** The kinds that are there, by their places in `BYTE_KINDS`. */
export function kindsIn({ kinds }: RegionMap): readonly number[] {
  const found = new Set<number>();
  for (const each of kinds) found.add(each & KIND_MASK);
  return [...found];
}
