// What holds other values: maps, vectors whose elements have a type each, and vectors of one type.
import { FlexType } from '@fb/flexbuffers';
import { childPath, damaged, type RegionDraft, type SectionDraft } from '../walk/claims.js';
import { elementType, fixedVector, isScalar, scalarName, typeName, type TypeCode } from './flex-type-name.js';
import type { FlexVisit, FlexWalk } from './flex-walk.js';
import { countRegion } from './leaves.js';
import { describeSlot } from './slot.js';

/** Where the keys of a map are. */
interface Keys {
  readonly position: number;
  readonly width: number;
  readonly count: number;
}

/** Describes a vector of any values: a length, a slot for each, and then a type byte for each. */
export function visitVector(walk: FlexWalk, visit: FlexVisit): void {
  const { position, width, path } = visit;
  const section = walk.claims.section('vector', position - width, `any, ${8 * width}-bit`, path);
  const { length } = countRegion(walk, section, visit, 'count', width + 1);
  elements(walk, section, visit, length, (index) => `[${index}]`);
}

/** Describes a map: a vector of any values, with an offset to its keys and the width of those before it. */
export function visitMap(walk: FlexWalk, visit: FlexVisit): void {
  const { position, width, path } = visit;
  const at = position - 3 * width;
  const section = walk.claims.section('map', at, `${8 * width}-bit`, path);
  const keys = keysOf(walk, section, visit);
  const { count, length } = countRegion(walk, section, visit, 'count', width + 1);
  if (keys !== null && keys.count !== length)
    damaged(count, 'length', `there are ${keys.count} keys`, 'error');
  elements(walk, section, visit, length, (index) => keyStep(walk, keys, index));
}

/** Describes the offset to the keys of a map and their width, and gives where they are. */
function keysOf(walk: FlexWalk, section: SectionDraft, { position, width, path }: FlexVisit): Keys | null {
  const { claims } = walk;
  const at = position - 3 * width;
  const keysWidth = walk.uint(at + width, width);
  const known = keysWidth === 1 || keysWidth === 2 || keysWidth === 4 || keysWidth === 8;
  const slot = { position: at, width, name: 'keys', path };
  let region: RegionDraft | null = null;
  if (known) {
    const to = { type: FlexType.VectorKey, targetWidth: keysWidth, keysOf: path };
    region = describeSlot(walk, section, { ...slot, ...to });
  } else claims.region(section, { ...slot, length: width, role: 'bytes', type: 'keys' });
  const widthRegion = claims.region(section, {
    position: at + width,
    length: width,
    role: 'width',
    type: `uint${8 * width}`,
    name: 'width of the keys, in bytes',
    path,
    value: keysWidth,
  });
  if (!known) damaged(widthRegion, 'flexbuffer', `${keysWidth} is no width`, 'error');
  const keysAt = region?.target ?? -1;
  if (keysAt - keysWidth < walk.base) return null;
  return { position: keysAt, width: keysWidth, count: walk.uint(keysAt - keysWidth, keysWidth) };
}

/** The step of a path to a value of a map; its number if the key cannot be read. */
function keyStep(walk: FlexWalk, keys: Keys | null, index: number): string {
  if (keys === null || index >= keys.count) return `[${index}]`;
  const at = keys.position + index * keys.width;
  const target = at + keys.width > walk.end ? -1 : at - walk.uint(at, keys.width);
  return target < walk.base ? `[${index}]` : walk.step(target);
}

/** Slots, then their types; they must be inside. */
function elements(
  walk: FlexWalk,
  section: SectionDraft,
  { position, width, path }: FlexVisit,
  length: number,
  stepOf: (index: number) => string,
): void {
  const { claims } = walk;
  const types = position + length * width;
  const paths: string[] = [];
  for (let index = 0; index < length && claims.complete; index++) {
    const packed = claims.bytes[types + index] ?? 0;
    const step = stepOf(index);
    const own = childPath(path, step);
    paths.push(own);
    const at = position + index * width;
    const slot = { position: at, width, name: step, path: own };
    describeSlot(walk, section, { ...slot, type: packed >> 2, targetWidth: 1 << (packed & 3) });
  }
  for (const [index, own] of paths.entries()) {
    if (!claims.complete) return;
    typeRegion(walk, section, types + index, width, own);
  }
}

/** Describes a packed type: a type and a width, of what is behind an offset, in a byte. */
export function typeRegion(
  walk: FlexWalk,
  section: SectionDraft,
  position: number,
  slotWidth: number,
  path: string,
): void {
  const packed = walk.claims.bytes[position] ?? 0;
  const type = packed >> 2;
  const facts = { position, length: 1, role: 'packed-type', type: 'uint8', name: 'type', path } as const;
  const region = walk.claims.region(section, { ...facts, value: packed });
  const name = typeName(type);
  if (name !== null)
    region.label = isScalar(type) ? scalarName(type, slotWidth) : `${name}, ${8 << (packed & 3)}-bit`;
}

/** Describes a vector of one type, whose length is stored, or a part of the type. */
export function visitTypedVector(walk: FlexWalk, visit: FlexVisit): void {
  const { claims } = walk;
  const { type, position, width, path, keysOf: map } = visit;
  const fixed = fixedVector(type);
  const element = fixed?.element ?? elementType(type) ?? FlexType.Int;
  const name = map === null ? nameOf(element, width) : 'keys';
  const start = fixed === null ? position - width : position;
  const section = claims.section('vector', start, name, path);
  const length = fixed?.length ?? countRegion(walk, section, visit, 'count', width).length;
  const single = element === FlexType.Key ? length : Math.min(length, claims.maxElements);
  for (let index = 0; index < single && claims.complete; index++) {
    const at = position + index * width;
    const own = map === null ? `[${index}]` : keyStep(walk, { position, width, count: length }, index);
    const slot = { position: at, width, name: own, path: childPath(map ?? path, own) };
    describeSlot(walk, section, { ...slot, type: element, targetWidth: 1 });
  }
  if (single < length) {
    claims.region(section, {
      position: position + single * width,
      length: (length - single) * width,
      role: 'elements',
      type: nameOf(element, width),
      name: `[${single}..${length - 1}]`,
      path: childPath(path, `[${single}]`),
      count: length - single,
    });
  }
}

function nameOf(element: TypeCode, width: number): string {
  return element === FlexType.Key ? 'key' : scalarName(element, width);
}
