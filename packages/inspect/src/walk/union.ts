// Union values: the tag says what their offset leads to.
import { typeText, type UnionDef, type UnionMember } from '@fb/schema';
import type { Place } from './inline.js';
import { followOffset, type Promised, promised } from './offset.js';
import { damaged, type RegionDraft, type SectionDraft } from './claims.js';
import type { Frame, Walk } from './walk.js';

/** Describes the offset of a union's value with tag `tag` (`null`: not known), and queues the value. */
export function followUnion(
  walk: Walk,
  section: SectionDraft,
  frame: Frame,
  place: Place,
  union: UnionDef,
  tag: bigint | null,
): RegionDraft {
  const member = tag === null ? null : walk.memberOf(union, tag);
  const { region, target } = followOffset(
    walk,
    section,
    frame,
    place,
    member === null ? nothing(union) : value(member),
  );
  if (member !== null) {
    region.label = member.name;
    if (target !== null) later(walk, frame, target, place.path, member.type);
  } else if (tag === null) {
    damaged(region, 'union', 'its tag is not in the buffer', 'error');
  } else if (tag === 0n && region.target === region.position) {
    // An element NONE of a vector of unions: there must be an offset, and it leads nowhere.
    region.damage = null;
    region.label = 'NONE';
  } else if (tag === 0n) {
    damaged(region, 'union', 'a value with the tag NONE', 'error');
  } else {
    damaged(region, 'union', `the schema has no member with the tag ${tag}`, 'warning');
  }
  return region;
}

/** Reads a tag of `size` bytes, which must be inside the buffer. */
export function readTag(walk: Walk, position: number, size: number): bigint {
  let tag = 0n;
  for (let at = size - 1; at >= 0; at--) tag = (tag << 8n) | BigInt(walk.view.getUint8(position + at));
  return tag;
}

function later(walk: Walk, frame: Frame, position: number, path: string, type: UnionMember['type']): void {
  if (type.kind === 'table') walk.later({ kind: 'table', position, frame, path, table: type.table });
  else if (type.kind === 'string') walk.later({ kind: 'string', position, frame, path });
  else walk.later({ kind: 'struct', position, frame, path, type });
}

function value({ type }: UnionMember): Promised {
  if (type.kind !== 'struct') return promised(typeText(type));
  return { type: type.struct.fullName, room: type.struct.size, align: type.struct.align };
}

/** Nothing is known of what the offset leads to. */
function nothing(union: UnionDef): Promised {
  return { type: union.fullName, room: 1, align: 1 };
}
