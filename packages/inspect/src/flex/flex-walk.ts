// The walk through a FlexBuffer: what is still to be visited, and how numbers of any width are read.
// Visits are queued, not nested, so that no buffer can exhaust the stack.
import { decodeUtf8 } from '@fb/bytes';
import { FlexType } from '@fb/flexbuffers';
import { escaped } from '../escaped.js';
import type { Claims } from '../walk/claims.js';
import type { TypeCode } from './flex-type-name.js';

/** Something that an offset leads to, to be described. */
export interface FlexVisit {
  readonly type: TypeCode;
  /** Where the offset leads: behind the length, if there is one. */
  readonly position: number;
  /** Of its elements, or of its length, in bytes: 1, 2, 4 or 8. */
  readonly width: number;
  readonly path: string;
  /** Of a vector of the keys of a map: the way to the map, as each key belongs to one of its fields. */
  readonly keysOf: string | null;
}

/** Longest part of a key that becomes part of a path, in bytes: many values may share one long key. */
const LONGEST_STEP = 64;

export class FlexWalk {
  readonly claims: Claims;
  /** Where the FlexBuffer starts and ends: its offsets may not leave it, and alignment counts from the start. */
  readonly base: number;
  readonly end: number;
  readonly #queue: FlexVisit[] = [];
  readonly #seen = new Set<number>();

  constructor(claims: Claims, base: number, end: number) {
    this.claims = claims;
    this.base = base;
    this.end = end;
  }

  /** Queues a visit, unless one of the same type and width was queued for this position. */
  later(visit: FlexVisit): void {
    const width = visit.type === FlexType.Key ? 0 : visit.width;
    const key = (visit.position * 64 + visit.type) * 16 + width;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#queue.push(visit);
  }

  /** Makes the queued visits, and those they queue. */
  run(make: (visit: FlexVisit) => void): void {
    for (let next = 0; next < this.#queue.length && this.claims.complete; next++) {
      const visit = this.#queue[next];
      if (visit !== undefined) make(visit);
    }
  }

  /** An unsigned number of 1, 2, 4 or 8 bytes, which must be inside the bytes; above 2^53 it is rounded. */
  uint(position: number, width: number): number {
    return Number(this.scalar(FlexType.UInt, position, width));
  }

  /** A number, or truth; `null` for null. Floats narrower than 4 bytes read as signed integers, as everywhere. */
  scalar(type: TypeCode, at: number, width: number): number | bigint | boolean | null {
    const { view } = this.claims;
    if (type === FlexType.Null) return null;
    if (type === FlexType.Bool) return this.uint(at, width) !== 0;
    if (type === FlexType.Float && width >= 4)
      return width === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
    const signed = type !== FlexType.UInt;
    switch (width) {
      case 1:
        return signed ? view.getInt8(at) : view.getUint8(at);
      case 2:
        return signed ? view.getInt16(at, true) : view.getUint16(at, true);
      case 4:
        return signed ? view.getInt32(at, true) : view.getUint32(at, true);
      default:
        return signed ? view.getBigInt64(at, true) : view.getBigUint64(at, true);
    }
  }

  /** The key at `position` as a step of a path: `name`, or `["a name"]`. */
  step(position: number): string {
    const { bytes } = this.claims;
    const most = Math.min(this.end, position + LONGEST_STEP);
    let end = position;
    while (end < most && bytes[end] !== 0) end++;
    const text = decodeUtf8(bytes, position, end) + (end < most || most === this.end ? '' : '…');
    return /^[A-Za-z_$][\w$]*$/.test(text) ? text : `[${escaped(JSON.stringify(text))}]`;
  }
}
