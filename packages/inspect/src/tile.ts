// From what the walk found to a list that covers the buffer: every byte in one region, the rest marked as overlap.
// What nothing leads to is padding, or unknown.
import type { Damage, Section } from './inspection.js';
import { isZero } from './walk/inline.js';
import { byteCount, type RegionDraft, type SectionDraft } from './walk/claims.js';

/** The sections that cover `bytes`, in ascending order. Padding of less than `align` bytes is usual. */
export function tile(bytes: Uint8Array, drafts: readonly SectionDraft[], align: number): Section[] {
  const sections = drafts.filter((draft) => draft.regions.length > 0);
  const gaps: Section[] = [];
  let covered = 0;
  let last: SectionDraft | null = null;

  /** Fills from `covered` up to `end`: first what belongs to the last section, then what belongs to none. */
  function fill(end: number): void {
    const inner = last === null ? covered : Math.min(Math.max(last.end, covered), end);
    if (last !== null && inner > covered)
      last.regions.push(gapRegion(bytes, covered, inner, last.path, align));
    if (end > inner) gaps.push(gapSection(gapRegion(bytes, inner, end, '', align)));
  }

  for (const { section, region } of inOrder(sections)) {
    if (region.position < covered) {
      region.overlaps = true;
      region.damage ??= OVERLAP;
      continue;
    }
    if (region.position > covered) fill(region.position);
    covered = region.position + region.length;
    last = section;
  }
  if (covered < bytes.length) fill(bytes.length);
  return [...sections.map(finished), ...gaps].toSorted(byPosition);
}

/** The regions of all sections in ascending order of position; of those at one position the first found. */
function inOrder(sections: readonly SectionDraft[]): { section: SectionDraft; region: RegionDraft }[] {
  const found: { section: SectionDraft; region: RegionDraft }[] = [];
  for (const section of sections) for (const region of section.regions) found.push({ section, region });
  return found.toSorted((a, b) => a.region.position - b.region.position);
}

const OVERLAP: Damage = {
  code: 'overlap',
  severity: 'warning',
  message: 'some of these bytes belong to another object as well',
};

function finished({ kind, position, name, path, regions }: SectionDraft): Section {
  regions.sort(byPosition);
  const end = regions.reduce((most, region) => Math.max(most, region.position + region.length), position);
  return { kind, position, length: end - position, name, path, regions };
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return a.position - b.position;
}

function gapSection(region: RegionDraft): Section {
  const { position, length } = region;
  const kind = region.role === 'padding' ? 'padding' : 'unknown';
  return { kind, position, length, name: '', path: '', regions: [region] };
}

function gapRegion(bytes: Uint8Array, start: number, end: number, path: string, align: number): RegionDraft {
  const length = end - start;
  const kind = isZero(bytes, start, end) ? 'padding' : 'unknown';
  return {
    position: start,
    length,
    role: kind,
    type: kind,
    name: '',
    path,
    value: null,
    label: null,
    target: null,
    count: 1,
    overlaps: false,
    damage: gapDamage(kind, length, align),
  };
}

function gapDamage(kind: 'padding' | 'unknown', length: number, align: number): Damage | null {
  if (kind === 'unknown') {
    const perhaps = length < align ? '; perhaps padding that is not zero' : '';
    return { code: 'unreferenced', severity: 'warning', message: `nothing leads here${perhaps}` };
  }
  if (length < align) return null;
  return {
    code: 'padding',
    severity: 'warning',
    message: `${byteCount(length)} of zeros, more than padding needs`,
  };
}
