// Following offsets: where they lead, and whether there can be what they promise.
import type { RegionRole } from '../inspection.js';
import type { Place } from './inline.js';
import { byteCount, damaged, type RegionDraft, type SectionDraft } from './claims.js';
import type { Frame, Walk } from './walk.js';

/** What an offset leads to. */
export interface Promised {
  /** The type, as a schema writes it. */
  readonly type: string;
  /** The fewest bytes it takes. */
  readonly room: number;
  readonly align: number;
}

/** An offset, and the position it leads to; `null` if there can't be what it promises. */
export interface Followed {
  readonly region: RegionDraft;
  readonly target: number | null;
}

/** What takes `room` bytes, the first of them a number of 32 bits: strings, vectors and tables. */
export function promised(type: string, room: 4 | 8 = 4): Promised {
  return { type, room, align: room };
}

/** Describes an offset, which is unsigned and counts from its own position; its bytes must be inside the buffer. */
export function followOffset(
  walk: Walk,
  section: SectionDraft,
  frame: Frame,
  place: Place,
  to: Promised,
  { wide = false, role = 'offset' }: { readonly wide?: boolean; readonly role?: RegionRole } = {},
): Followed {
  const { position, name, path } = place;
  const value = wide ? walk.view.getBigUint64(position, true) : walk.view.getUint32(position, true);
  const target = position + Number(value);
  const length = wide ? 8 : 4;
  const region = walk.region(section, { position, length, role, type: to.type, name, path, value, target });
  checkAlignment(region, frame, position, wide ? 8 : 4);
  return { region, target: reaches(region, frame, to) ? target : null };
}

/** Whether what the region's target promises can be there; marks the region if not. */
function reaches(region: RegionDraft, frame: Frame, to: Promised): boolean {
  const target = region.target ?? 0;
  if (target === region.position) {
    damaged(region, 'offset', 'the offset is 0', 'error');
    return false;
  }
  if (target + to.room > frame.end) {
    const left = frame.end - target;
    const what =
      left > 0 ? `leads to the last ${byteCount(left)}, ${to.room} are needed` : 'leads outside the buffer';
    damaged(region, 'bounds', what, 'error');
    return false;
  }
  if ((target - frame.base) % to.align !== 0) {
    damaged(region, 'alignment', `leads to a position that is not a multiple of ${to.align}`, 'error');
  }
  return true;
}

/** Marks a region whose position is not a multiple of `align`. */
export function checkAlignment(
  region: RegionDraft | null,
  frame: Frame,
  position: number,
  align: number,
): void {
  if (region !== null && (position - frame.base) % align !== 0) {
    damaged(region, 'alignment', `the position is not a multiple of ${align}`, 'error');
  }
}
