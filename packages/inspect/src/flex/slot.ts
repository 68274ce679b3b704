// A slot: a scalar in place, or an offset, which counts backwards from its own position.
import { FlexType } from '@fb/flexbuffers';
import { damaged, type RegionDraft, type SectionDraft } from '../walk/claims.js';
import { fixedVector, isScalar, scalarName, type TypeCode, typeName } from './flex-type-name.js';
import type { FlexWalk } from './flex-walk.js';

/** Where a slot is, what it is called, and what its type byte says. */
export interface Slot {
  readonly position: number;
  readonly width: number;
  readonly name: string;
  readonly path: string;
  readonly type: TypeCode;
  /** Width of what an offset leads to, in bytes. */
  readonly targetWidth: number;
  /** See {@link FlexVisit.keysOf}. */
  readonly keysOf?: string;
}

/** Describes a slot, whose bytes must be inside, and queues the visit of what it leads to. */
export function describeSlot(walk: FlexWalk, section: SectionDraft, slot: Slot): RegionDraft {
  const { position, width, name, path, type } = slot;
  const kind = typeName(type);
  if (kind === null) {
    const facts = { position, length: width, role: 'bytes', type: 'unknown', name, path } as const;
    const region = walk.claims.region(section, facts);
    damaged(region, 'flexbuffer', `the type ${type} is unknown`, 'error');
    return region;
  }
  if (isScalar(type)) {
    return walk.claims.region(section, {
      position,
      length: width,
      role: 'value',
      type: scalarName(type, width),
      name,
      path,
      value: walk.scalar(type, position, width),
    });
  }
  const value = walk.scalar(FlexType.UInt, position, width);
  const target = position - Number(value);
  const text = slot.keysOf === undefined ? kind : 'keys';
  const facts = { position, length: width, role: 'offset', type: text, name, path, value, target } as const;
  const region = walk.claims.region(section, facts);
  if (reaches(walk, region, target, slot))
    walk.later({ type, position: target, width: slot.targetWidth, path, keysOf: slot.keysOf ?? null });
  return region;
}

/** Whether what the offset promises can be there; marks the offset if not. */
function reaches(
  walk: FlexWalk,
  region: RegionDraft,
  target: number,
  { type, targetWidth: width }: Slot,
): boolean {
  if (target < walk.base) {
    damaged(region, 'bounds', 'leads before the start of the buffer', 'error');
    return false;
  }
  if (type !== FlexType.Key && (target - walk.base) % width !== 0)
    damaged(region, 'alignment', `leads to a position that is not a multiple of ${width}`, 'error');
  const room = roomBefore(type) * width;
  if (target - room < walk.base) {
    damaged(region, 'bounds', `leads to byte ${target}, before which there is no room for a length`, 'error');
    return false;
  }
  const scalars = fixedVector(type)?.length ?? (isIndirect(type) ? 1 : 0);
  if (target + scalars * width > walk.end) {
    damaged(region, 'bounds', 'leads to bytes that reach behind the end of the buffer', 'error');
    return false;
  }
  return true;
}

/** How many numbers stand before what an offset leads to. */
function roomBefore(type: TypeCode): number {
  if (type === FlexType.Map) return 3;
  return type === FlexType.Key || isIndirect(type) || fixedVector(type) !== null ? 0 : 1;
}

function isIndirect(type: TypeCode): boolean {
  return type >= FlexType.IndirectInt && type <= FlexType.IndirectFloat;
}
