// Values that lie in place: scalars, enums, structs and fixed arrays, in tables, vectors and each other.
import {
  type ArrayType,
  type EnumType,
  inlineSize,
  type ScalarName,
  type ScalarType,
  scalarSize,
  type StructType,
} from '@fb/schema';
import { typeText } from './type-text.js';
import { byteCount, childPath, damaged, type RegionDraft, type SectionDraft, type Walk } from './walk.js';

/** A type whose values lie in place. */
export type InlineType = ScalarType | EnumType | StructType | ArrayType;

/** What bytes are called: in short, and from the root. */
export interface Place {
  readonly position: number;
  readonly name: string;
  readonly path: string;
}

/** Nesting of structs that is followed: a schema may let an array of a struct be part of that very struct. */
const DEEPEST_STRUCT = 64;

/** Describes a value in place; its bytes must be inside the buffer. Gives its first region. */
export function inlineValue(
  walk: Walk,
  section: SectionDraft,
  type: InlineType,
  place: Place,
  depth = 0,
): RegionDraft | null {
  switch (type.kind) {
    case 'scalar':
      return scalarRegion(walk, section, type.scalar, type, place);
    case 'enum': {
      const region = scalarRegion(walk, section, type.enum.underlying, type, place);
      region.label = walk.enumLabel(type.enum, BigInt(region.value as number | bigint));
      return region;
    }
    case 'array':
      return inlineElements(walk, section, type.element, type.length, place, depth + 1);
    case 'struct':
      return depth > DEEPEST_STRUCT ? null : structMembers(walk, section, type, place, depth + 1);
  }
}

/** Describes elements in a row. Those beyond the limit of single regions share one. Gives the first region. */
export function inlineElements(
  walk: Walk,
  section: SectionDraft,
  type: Exclude<InlineType, ArrayType>,
  count: number,
  place: Place,
  depth = 0,
): RegionDraft | null {
  const size = inlineSize(type);
  const single = Math.min(count, walk.maxElements);
  let first: RegionDraft | null = null;
  for (let index = 0; index < single && walk.complete; index++) {
    const region = inlineValue(walk, section, type, elementPlace(place, index, size), depth);
    first ??= region;
  }
  if (single < count) {
    const rest = elementPlace(place, single, size);
    const region = walk.region(section, {
      ...rest,
      length: (count - single) * size,
      role: 'elements',
      type: typeText(type),
      name: `${place.name}[${single}..${count - 1}]`,
      count: count - single,
    });
    first ??= region;
  }
  return first;
}

/** The place of an element, from that of the whole. */
export function elementPlace(place: Place, index: number, size: number): Place {
  return {
    position: place.position + index * size,
    name: `${place.name}[${index}]`,
    path: childPath(place.path, `[${index}]`),
  };
}

/** Adds zero bytes, or what should be zero bytes. */
export function paddingRegion(walk: Walk, section: SectionDraft, position: number, length: number): void {
  const region = walk.region(section, {
    position,
    length,
    role: 'padding',
    type: 'padding',
    name: '',
    path: section.path,
  });
  if (!isZero(walk.bytes, position, position + length)) {
    damaged(region, 'padding', `${byteCount(length)} of padding, not all zero`, 'warning');
  }
}

export function isZero(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0) return false;
  return true;
}

function structMembers(
  walk: Walk,
  section: SectionDraft,
  type: StructType,
  place: Place,
  depth: number,
): RegionDraft | null {
  let first: RegionDraft | null = null;
  for (const field of type.struct.fields) {
    const position = place.position + field.offset;
    // Only a struct that holds an array of itself is larger than its size.
    if (!walk.complete || position + inlineSize(field.type) > walk.bytes.length) break;
    const name = `${place.name}.${field.name}`;
    const region = inlineValue(
      walk,
      section,
      field.type,
      { position, name, path: childPath(place.path, field.name) },
      depth,
    );
    first ??= region;
    const end = position + inlineSize(field.type);
    const padding = Math.min(field.padding, walk.bytes.length - end);
    if (padding > 0) paddingRegion(walk, section, end, padding);
  }
  return first;
}

function scalarRegion(
  walk: Walk,
  section: SectionDraft,
  scalar: ScalarName,
  type: ScalarType | EnumType,
  place: Place,
): RegionDraft {
  const { position, name, path } = place;
  const value = readScalar(walk.view, position, scalar);
  const length = scalarSize(scalar);
  return walk.region(section, { position, length, role: 'value', type: typeText(type), name, path, value });
}

function readScalar(view: DataView, at: number, scalar: ScalarName): number | bigint | boolean {
  switch (scalar) {
    case 'bool':
      return view.getUint8(at) !== 0;
    case 'byte':
      return view.getInt8(at);
    case 'ubyte':
      return view.getUint8(at);
    case 'short':
      return view.getInt16(at, true);
    case 'ushort':
      return view.getUint16(at, true);
    case 'int':
      return view.getInt32(at, true);
    case 'uint':
      return view.getUint32(at, true);
    case 'long':
      return view.getBigInt64(at, true);
    case 'ulong':
      return view.getBigUint64(at, true);
    case 'float':
      return view.getFloat32(at, true);
    case 'double':
      return view.getFloat64(at, true);
  }
}
