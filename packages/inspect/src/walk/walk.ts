// The walk's state: what was found, and what is still to be visited.
// Visits are queued, not nested, so that no buffer can exhaust the stack.
import type { EnumDef, Schema, StructType, TableDef, UnionDef, VectorType } from '@fb/schema';
import { Claims, type SectionDraft } from './claims.js';

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

export class Walk extends Claims {
  readonly schema: Schema;
  /** Places where an identifier would be if there is one: known only when all else is known. */
  readonly identifierPlaces: IdentifierPlace[] = [];
  readonly #queue: Visit[] = [];
  readonly #seen = new Set<string>();
  readonly #enumNames = new Map<EnumDef, ReadonlyMap<bigint, string>>();
  readonly #members = new Map<UnionDef, ReadonlyMap<bigint, UnionDef['members'][number]>>();

  constructor(schema: Schema, bytes: Uint8Array, maxElements: number) {
    super(bytes, maxElements);
    this.schema = schema;
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
