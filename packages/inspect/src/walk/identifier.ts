// Identifiers: a buffer may have one or not, and nothing in it says so. Four bytes behind the root offset that nothing
// else claims are one if the schema asks for it, or if they can be read.
import { decodeUtf8 } from '@fb/bytes';
import { damaged, type RegionDraft } from './claims.js';
import type { IdentifierPlace, Walk } from './walk.js';

/** Adds the identifiers to the headers, once everything else has been found. */
export function claimIdentifiers(walk: Walk): void {
  const places = walk.identifierPlaces.toSorted((a, b) => a.position - b.position);
  const claimed = claimedPlaces(walk, places);
  for (const place of places) {
    const { section, position, expected } = place;
    const value = decodeUtf8(walk.bytes, position, position + 4);
    if (!claimed.has(place) && (value === expected || isPrintable(value))) {
      const { path } = section;
      const facts = {
        position,
        length: 4,
        role: 'identifier',
        type: 'identifier',
        name: 'identifier',
        path,
      } as const;
      const region = walk.region(section, { ...facts, value });
      if (expected !== null && value !== expected) wrong(region, expected);
    } else if (expected !== null && section.regions[0] !== undefined) {
      wrong(section.regions[0], expected);
    }
  }
}

function wrong(region: RegionDraft, expected: string): void {
  damaged(region, 'identifier', `the schema's identifier ${expected} is not there`, 'warning');
}

function isPrintable(text: string): boolean {
  return /^[\u0020-\u007e]{4}$/.test(text);
}

/** The places, given in ascending order, some of whose bytes a region holds. */
function claimedPlaces(walk: Walk, places: readonly IdentifierPlace[]): ReadonlySet<IdentifierPlace> {
  const claimed = new Set<IdentifierPlace>();
  for (const { regions } of walk.sections) {
    for (const { position, length } of regions) {
      let index = firstFrom(places, position - 3);
      for (
        let place = places[index];
        place !== undefined && place.position < position + length;
        place = places[++index]
      ) {
        claimed.add(place);
      }
    }
  }
  return claimed;
}

/** The index of the first place at or behind `position`, by binary search. */
function firstFrom(places: readonly IdentifierPlace[], position: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
