// A FlexBuffer from its end: the width of the root, the root's type, the root, and all that it leads to.
import { FlexType } from '@fb/flexbuffers';
import { type Claims, damaged } from '../walk/claims.js';
import { typeRegion, visitMap, visitTypedVector, visitVector } from './containers.js';
import { type FlexVisit, FlexWalk } from './flex-walk.js';
import { visitIndirect, visitKey, visitString } from './leaves.js';
import { describeSlot } from './slot.js';

/** Describes the bytes from `base` to `end` as a FlexBuffer; `path` is the way to it. */
export function visitFlexBuffer(claims: Claims, base: number, end: number, path: string): void {
  if (end - base < SMALLEST) return;
  const walk = new FlexWalk(claims, base, end);
  const at = end - 1;
  const width = claims.bytes[at] ?? 0;
  const known = (width === 1 || width === 2 || width === 4 || width === 8) && at - 1 - width >= base;
  const section = claims.section('flexbuffer', known ? at - 1 - width : at, '', path);
  if (known) {
    const packed = claims.bytes[at - 1] ?? 0;
    const slot = { position: at - 1 - width, width, name: 'root', path };
    describeSlot(walk, section, { ...slot, type: packed >> 2, targetWidth: 1 << (packed & 3) });
    typeRegion(walk, section, at - 1, width, path);
  }
  const region = claims.region(section, {
    position: at,
    length: 1,
    role: 'width',
    type: 'uint8',
    name: 'width of the root, in bytes',
    path,
    value: width,
  });
  if (!known) damaged(region, 'flexbuffer', `a root cannot be ${width} bytes wide here`, 'error');
  walk.run((visit) => {
    describe(walk, visit);
  });
}

/** A root of a byte, its type, and its width. */
export const SMALLEST = 3;

function describe(walk: FlexWalk, visit: FlexVisit): void {
  switch (visit.type) {
    case FlexType.Key:
      return visitKey(walk, visit);
    case FlexType.String:
    case FlexType.Blob:
      return visitString(walk, visit);
    case FlexType.IndirectInt:
    case FlexType.IndirectUInt:
    case FlexType.IndirectFloat:
      return visitIndirect(walk, visit);
    case FlexType.Map:
      return visitMap(walk, visit);
    case FlexType.Vector:
      return visitVector(walk, visit);
    default:
      return visitTypedVector(walk, visit);
  }
}
