// What was found so far: sections with their regions, and how much work is left. Each region claims its bytes from a
// budget, and work that gives no region takes from it too: what overlaps without end stops the walk, whatever the
// format.
import { dataViewOf } from '@fb/bytes';
import type { Damage, DamageCode, RegionRole, SectionKind } from '../inspection.js';

/** A region that is still being filled in. */
export interface RegionDraft {
  readonly position: number;
  readonly length: number;
  readonly role: RegionRole;
  readonly type: string;
  readonly name: string;
  readonly path: string;
  readonly value: number | bigint | boolean | string | null;
  label: string | null;
  target: number | null;
  readonly count: number;
  overlaps: boolean;
  damage: Damage | null;
}

/** What a region must be given; the rest has defaults. */
export type RegionFacts = Pick<RegionDraft, 'position' | 'length' | 'role' | 'type' | 'name' | 'path'> &
  Partial<Pick<RegionDraft, 'value' | 'target' | 'count'>>;

/** A section that is still being filled in. */
export interface SectionDraft {
  readonly kind: SectionKind;
  readonly position: number;
  /** Where the object ends, its own padding included. */
  end: number;
  name: string;
  readonly path: string;
  readonly regions: RegionDraft[];
}

/** Bytes that may be claimed for each byte of the buffer: a buffer without overlaps claims each once. */
const CLAIMS_PER_BYTE = 4;

/** Longest path that is kept whole, in UTF-16 code units: chains of tables would make them grow without end. */
const LONGEST_PATH = 240;

export class Claims {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** How many scalars or structs of one vector or array get regions of their own. */
  readonly maxElements: number;
  readonly sections: SectionDraft[] = [];
  complete = true;
  #budget: number;

  constructor(bytes: Uint8Array, maxElements: number) {
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.maxElements = Math.trunc(maxElements);
    this.#budget = bytes.length * CLAIMS_PER_BYTE;
  }

  section(kind: SectionKind, position: number, name: string, path: string): SectionDraft {
    const section = { kind, position, end: position, name, path, regions: [] };
    this.sections.push(section);
    return section;
  }

  /** Adds a region to a section; one without bytes, or beyond the budget of work, is dropped. */
  region(section: SectionDraft, facts: RegionFacts): RegionDraft {
    // Written out, not spread: there is one for every few bytes.
    const region: RegionDraft = {
      position: facts.position,
      length: facts.length,
      role: facts.role,
      type: facts.type,
      name: facts.name,
      path: facts.path,
      value: facts.value ?? null,
      label: null,
      target: facts.target ?? null,
      count: facts.count ?? 1,
      overlaps: false,
      damage: null,
    };
    if (region.length === 0) return region;
    this.spend(region.length);
    if (this.complete) section.regions.push(region);
    section.end = Math.max(section.end, region.position + region.length);
    return region;
  }

  /** Takes from the budget for work that claims no bytes: a step counts as much as a byte. */
  spend(steps: number): void {
    this.#budget -= steps;
    if (this.#budget < 0) this.complete = false;
  }
}

/** Marks a region; the first mark stays, unless an error follows a warning. */
export function damaged(
  region: RegionDraft,
  code: DamageCode,
  message: string,
  severity: Damage['severity'],
): void {
  if (region.damage === null || (region.damage.severity === 'warning' && severity === 'error')) {
    region.damage = { code, severity, message };
  }
}

/** The path of a field or element (`[3]`) of what is at `parent`. */
export function childPath(parent: string, step: string): string {
  const from = parent.length > LONGEST_PATH ? '…' : parent;
  return from === '' || step.startsWith('[') ? from + step : `${from}.${step}`;
}

/** How many bytes something has, in words. */
export function byteCount(count: number | bigint): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}
