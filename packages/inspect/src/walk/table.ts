// Tables: their fields where the vtable says they are, and what lies beside them.
import { typeText, type TableDef, type TableField, type VectorType } from '@fb/schema';
import { inlineValue, type Place } from './inline.js';
import { checkAlignment, followOffset, promised } from './offset.js';
import { followUnion, readTag } from './union.js';
import { visitVtable, type Vtable, type Vtables } from './vtable.js';
import { byteCount, childPath, damaged, type RegionDraft, type SectionDraft } from './claims.js';
import type { Frame, Tags, Walk } from './walk.js';

/** A table in the middle of its visit. */
interface TableVisit {
  readonly walk: Walk;
  readonly frame: Frame;
  readonly section: SectionDraft;
  /** The region of its first bytes, which bears the damage that has no region of its own. */
  readonly start: RegionDraft;
  readonly vtable: Vtable;
  /** Where the table ends, by its vtable. */
  readonly end: number;
}

/** Describes the table at `position`, where there are at least 4 bytes. */
export function visitTable(
  walk: Walk,
  vtables: Vtables,
  frame: Frame,
  position: number,
  table: TableDef,
  path: string,
): void {
  const section = walk.section('table', position, table.fullName, path);
  const distance = walk.view.getInt32(position, true);
  const start = walk.region(section, {
    position,
    length: 4,
    role: 'vtable-offset',
    type: 'soffset32',
    name: 'vtable',
    path,
    value: distance,
    target: position - distance,
  });
  const vtable = visitVtable(walk, vtables, frame, position - distance, table, path, start);
  if (vtable === null) return;
  const end = objectEnd(frame, start, vtable);
  section.end = end;
  const visit: TableVisit = { walk, frame, section, start, vtable, end };
  for (const [field, offset] of vtable.present) {
    if (!walk.complete) return;
    const region = visitField(visit, field, offset);
    if (region !== null) checkAlignment(region, frame, position + offset, field.inlineAlign);
  }
  unknownFields(visit);
  if (vtable.missing !== '') damaged(start, 'required', `required and absent: ${vtable.missing}`, 'error');
}

function objectEnd(frame: Frame, start: RegionDraft, { objectSize }: Vtable): number {
  const end = start.position + objectSize;
  if (objectSize < 4) {
    damaged(
      start,
      'vtable',
      `the vtable gives the table ${byteCount(objectSize)}; it has 4 at least`,
      'error',
    );
  } else if (end > frame.end) {
    const left = frame.end - start.position;
    damaged(
      start,
      'vtable',
      `the vtable gives the table ${byteCount(objectSize)}, only ${left} are left`,
      'error',
    );
  }
  return Math.max(start.position + 4, Math.min(end, frame.end));
}

/** Describes a field that is there. Gives its first region, or `null` if its bytes are not all in the buffer. */
function visitField(visit: TableVisit, field: TableField, offset: number): RegionDraft | null {
  const { walk, frame, section, start, end } = visit;
  const position = start.position + offset;
  const place = { position, name: field.name, path: childPath(section.path, field.name) };
  if (position + field.inlineSize > frame.end) {
    walk.spend(1);
    damaged(start, 'bounds', `field ${field.name} reaches outside the buffer`, 'error');
    return null;
  }
  const region = describeField(visit, field, place);
  if (region !== null && (offset < 4 || position + field.inlineSize > end)) {
    damaged(region, 'bounds', 'the field is not inside its table', 'warning');
  }
  return region;
}

function describeField(visit: TableVisit, field: TableField, place: Place): RegionDraft | null {
  const { walk, frame, section } = visit;
  const { type, offset64: wide } = field;
  switch (type.kind) {
    case 'string': {
      const { region, target } = followOffset(walk, section, frame, place, promised('string'), { wide });
      if (target !== null) walk.later({ kind: 'string', position: target, frame, path: place.path });
      return region;
    }
    case 'table': {
      const { region, target } = followOffset(walk, section, frame, place, promised(type.table.fullName), {
        wide,
      });
      if (target !== null)
        walk.later({ kind: 'table', position: target, frame, path: place.path, table: type.table });
      return region;
    }
    case 'vector':
      return vectorField(visit, field, type, place);
    case 'union':
      return followUnion(walk, section, frame, place, type.union, unionTag(visit, field));
    default: {
      const region = inlineValue(walk, section, type, place);
      if (region !== null && field.tagOf !== null && region.value !== 0 && region.value !== 0n) {
        needsValue(visit, field.tagOf, region);
      }
      return region;
    }
  }
}

function vectorField(visit: TableVisit, field: TableField, type: VectorType, place: Place): RegionDraft {
  const { walk, frame, section } = visit;
  const text = typeText(type);
  const to = promised(text, type.wide ? 8 : 4);
  const { region, target } = followOffset(walk, section, frame, place, to, { wide: field.offset64 });
  if (field.tagOf !== null) needsValue(visit, field.tagOf, region);
  if (target !== null) {
    const { nested, flexbuffer, name } = field;
    const { path } = place;
    walk.later({
      kind: 'vector',
      position: target,
      frame,
      path,
      name,
      type,
      text,
      nested: nested?.kind === 'table' ? nested : null,
      flexbuffer,
      tags: type.element.kind === 'union' ? unionTags(visit, field) : null,
    });
  }
  return region;
}

/** The tag of a union's value: 0 (NONE) if it is absent, `null` if it cannot be read. */
function unionTag(visit: TableVisit, field: TableField): bigint | null {
  const { walk, frame, start, vtable } = visit;
  const { tag } = field;
  const offset = tag === null ? undefined : vtable.present.get(tag);
  if (tag === null || offset === undefined) return 0n;
  const position = start.position + offset;
  return position + tag.inlineSize > frame.end ? null : readTag(walk, position, tag.inlineSize);
}

/** The tags of a vector of unions: none if they cannot be read. */
function unionTags(visit: TableVisit, field: TableField): Tags | null {
  const { walk, frame, start, vtable } = visit;
  const offset = field.tag === null ? undefined : vtable.present.get(field.tag);
  if (offset === undefined || start.position + offset + 4 > frame.end) return null;
  const place = start.position + offset;
  const position = place + walk.view.getUint32(place, true);
  return position + 4 > frame.end
    ? null
    : { position: position + 4, count: walk.view.getUint32(position, true) };
}

/** A tag that is not NONE, or a vector of tags, needs the field of the values. */
function needsValue(visit: TableVisit, union: TableField, region: RegionDraft): void {
  if (!visit.vtable.present.has(union))
    damaged(region, 'union', `the field ${union.name} is absent`, 'error');
}

/** What slots beyond the schema's lead to, as far as the table reaches. */
function unknownFields({ walk, section, start, vtable, end }: TableVisit): void {
  for (const { slot, offset, length: whole } of vtable.unknown) {
    if (!walk.complete) return;
    const position = start.position + offset;
    const length = Math.min(whole, end - position);
    if (length <= 0) {
      walk.spend(1);
      continue;
    }
    const name = `unknown field (slot ${slot})`;
    walk.region(section, { position, length, role: 'bytes', type: 'unknown', name, path: section.path });
  }
}
