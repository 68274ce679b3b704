// The walk's state: what was found, what is still to be visited, and how much work is left.
// Visits are queued, not nested, so that no buffer can exhaust the stack.
import { dataViewOf } from '@fb/bytes';
import type { EnumDef, Schema, StructType, TableDef, UnionDef, VectorType } from '@fb/schema';
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

/** A buffer within the bytes: the whole, or a nested one. Its offsets may not leave it. */
export interface Frame {
  /** Alignment counts from here. */
  readonly base: number;
  readonly end: number;
}

/** Where a header has its identifier if it has one. */
export interface IdentifierPlace {
  readonly section: SectionDraft;
  readonly position: number;
  /** The identifier that the schema asks for, if any. */
  readonly expected: string | null;
}

/** The tags that go with a vector of unions: one number an element. */
export interface Tags {
  readonly position: number;
  readonly count: number;
}

/** An object that waits for its visit. There are at least the bytes that its kind begins with. */
export type Visit = { readonly position: number; readonly frame: Frame; readonly path: string } & (
  | { readonly kind: 'buffer'; readonly root: TableDef }
  | { readonly kind: 'table'; readonly table: TableDef }
  | { readonly kind: 'struct'; readonly type: StructType }
  | { readonly kind: 'string' }
  | {
      readonly kind: 'vector';
      readonly type: VectorType;
      /** The type as text, and what it is called where it was met. */
      readonly text: string;
      readonly name: string;
      /** Its bytes are a buffer with this root. */
      readonly nested: TableDef | null;
      /** Its bytes are a FlexBuffer. */
      readonly flexbuffer: boolean;
      readonly tags: Tags | null;
    }
);

/** Bytes that may be claimed for each byte of the buffer: a buffer without overlaps claims each once. */
const CLAIMS_PER_BYTE = 4;

/** Longest path that is kept whole, in UTF-16 code units: chains of tables would make them grow without end. */
const LONGEST_PATH = 240;

export class Walk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly schema: Schema;
  /** How many scalars or structs of one vector or array get regions of their own. */
  readonly maxElements: number;
  readonly sections: SectionDraft[] = [];
  /** Places where an identifier would be if there is one: known only when all else is known. */
  readonly identifierPlaces: IdentifierPlace[] = [];
  complete = true;
  #budget: number;
  readonly #queue: Visit[] = [];
  readonly #seen = new Set<string>();
  readonly #enumNames = new Map<EnumDef, ReadonlyMap<bigint, string>>();
  readonly #members = new Map<UnionDef, ReadonlyMap<bigint, UnionDef['members'][number]>>();

  constructor(schema: Schema, bytes: Uint8Array, maxElements: number) {
    this.schema = schema;
    this.bytes = bytes;
    this.view = dataViewOf(bytes);
    this.maxElements = Math.trunc(maxElements);
    this.#budget = bytes.length * CLAIMS_PER_BYTE;
  }

  /** Queues a visit of an object, unless one of the same kind and type was queued for this position. */
  later(visit: Visit): void {
    const key = `${visit.kind}:${visit.position}:${typeKey(visit)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#queue.push(visit);
  }

  /** Makes the queued visits, and those they queue. */
  run(make: (visit: Visit) => void): void {
    for (let next = 0; next < this.#queue.length && this.complete; next++) {
      const visit = this.#queue[next];
      if (visit !== undefined) make(visit);
    }
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
    this.#budget -= region.length;
    if (this.#budget < 0) this.complete = false;
    else section.regions.push(region);
    section.end = Math.max(section.end, region.position + region.length);
    return region;
  }

  /** The name of an enum's value; for flags the names of all bits, if all have one. */
  enumLabel(def: EnumDef, value: bigint): string | null {
    let names = this.#enumNames.get(def);
    if (names === undefined) {
      names = new Map(def.values.toReversed().map((each) => [each.value, each.name]));
      this.#enumNames.set(def, names);
    }
    const name = names.get(value);
    if (name !== undefined || !def.bitFlags || value <= 0n) return name ?? null;
    const bits: string[] = [];
    for (let rest = value; rest !== 0n;) {
      const bit = rest & -rest;
      const bitName = names.get(bit);
      if (bitName === undefined) return null;
      bits.push(bitName);
      rest ^= bit;
    }
    return bits.join(' ');
  }

  memberOf(def: UnionDef, tag: bigint): UnionDef['members'][number] | null {
    let members = this.#members.get(def);
    if (members === undefined) {
      members = new Map(def.members.toReversed().map((each) => [each.value, each]));
      this.#members.set(def, members);
    }
    return members.get(tag) ?? null;
  }
}

function typeKey(visit: Visit): string {
  switch (visit.kind) {
    case 'buffer':
      return visit.root.fullName;
    case 'table':
      return visit.table.fullName;
    case 'struct':
      return visit.type.struct.fullName;
    case 'vector':
      return visit.text;
    case 'string':
      return '';
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
