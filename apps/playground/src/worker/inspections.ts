// Inspections stay here: a buffer of megabytes has millions of regions, and a page shows some dozens at a time.
import { inspectFlatBuffer, inspectFlexBuffer, type Inspection, type Region } from '@fb/inspect';
import { regionMapOf } from '../bytes/region-map.js';
import { isAtOrBelow } from '../json/field-path.js';
import { compile } from './compile.js';
import type { InspectionSummary, RequestOf } from './protocol.js';

/** Of the document and of the FlexBuffers tab, with those that are still being shown. */
const REMEMBERED = 5;
const MAX_DAMAGED = 200;
const MAX_OF_PATH = 2000;

/** So many regions share an entry of {@link Inspected.reach}. */
const BLOCK = 512;

interface Inspected {
  /** In order of position. */
  readonly regions: readonly Region[];
  /** Of each block of regions, how far the one that ends last reaches: blocks that end before a byte are passed over. */
  readonly reach: Float64Array;
}

const remembered = new Map<number, Inspected>();
// From anywhere: a page still knows inspections of a worker that was ended, and must not be told of others by their names.
let last = Math.floor(Math.random() * 2 ** 40);

export function inspect({
  schema: input,
  bytes,
  sizePrefixed,
}: RequestOf<'inspect'>): InspectionSummary | null {
  const { schema } = compile(input);
  if (schema === null) return null;
  return remember(inspectFlatBuffer(schema, bytes, { sizePrefixed }));
}

export function inspectFlex({ bytes }: RequestOf<'inspectFlex'>): InspectionSummary {
  return remember(inspectFlexBuffer(bytes));
}

function remember({ sections, verdict, complete, length }: Inspection): InspectionSummary {
  const found: Region[] = [];
  for (const section of sections) for (const region of section.regions) found.push(region);
  found.sort((a, b) => a.position - b.position);
  const reach = new Float64Array(Math.ceil(found.length / BLOCK));
  for (const [index, { position, length: size }] of found.entries()) {
    const block = Math.floor(index / BLOCK);
    reach[block] = Math.max(reach[block] ?? 0, position + size);
  }
  remembered.set(++last, { regions: found, reach });
  remembered.delete(last - REMEMBERED);
  return {
    inspection: last,
    length,
    verdict,
    complete,
    regionCount: found.length,
    map: regionMapOf(found),
    damaged: found.filter(({ damage }) => damage !== null).slice(0, MAX_DAMAGED),
  };
}

/** All regions of an inspection in order of position; `null` if it is forgotten. */
export function allRegions(inspection: number): readonly Region[] | null {
  return remembered.get(inspection)?.regions ?? null;
}

export function regions({ inspection, from, to }: RequestOf<'regions'>): readonly Region[] | null {
  const known = remembered.get(inspection);
  if (known === undefined) return null;
  const { regions: all, reach } = known;
  const end = firstAt(all, to);
  const found: Region[] = [];
  for (let start = 0; start < end; start += BLOCK) {
    if ((reach[start / BLOCK] ?? 0) <= from) continue;
    for (const region of all.slice(start, Math.min(start + BLOCK, end)))
      if (region.position + region.length > from) found.push(region);
  }
  // Those that own their bytes come first; the order stays otherwise.
  return found.toSorted((a, b) => Number(a.overlaps) - Number(b.overlaps));
}

export function regionsOfPath({ inspection, path }: RequestOf<'regionsOfPath'>): readonly Region[] | null {
  const known = remembered.get(inspection);
  if (known === undefined) return null;
  const found: Region[] = [];
  for (const region of known.regions) {
    if (found.length === MAX_OF_PATH) break;
    if (isAtOrBelow(region.path, path)) found.push(region);
  }
  return found;
}

/** Index of the first region at `position` or behind it. */
function firstAt(all: readonly Region[], position: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
