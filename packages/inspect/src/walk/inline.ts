// Values that lie in place: scalars, enums, structs and fixed arrays, in tables, vectors and each other.
import {
  typeText,
  type ArrayType,
  type EnumType,
  inlineSize,
  type ScalarName,
  type ScalarType,
  scalarSize,
  type StructType,
} from '@fb/schema';
import { byteCount, childPath, damaged, type RegionDraft, type SectionDraft } from './claims.js';
import type { Walk } from './walk.js';

/** A type whose values lie in place. */
export type InlineType = ScalarType | EnumType | StructType | ArrayType;

/** What bytes are called: in short, and from the root. */
export interface Place {
  readonly position: number;
  readonly name: string;
  readonly path: string;
}

/** A value that is to be described. */
interface InlineValue {
  readonly type: InlineType;
  readonly place: Place;
}

/** Describes a value in place; its bytes must be inside the buffer. Gives its first region. */
export function inlineValue(
  walk: Walk,
  section: SectionDraft,
  type: InlineType,
  place: Place,
): RegionDraft | null {
  return describe(walk, section, [{ type, place }].values());
}

/** Describes elements in a row. Those beyond the limit of single regions share one. Gives the first region. */
export function inlineElements(
  walk: Walk,
  section: SectionDraft,
  type: Exclude<InlineType, ArrayType>,
  count: number,
  place: Place,
): RegionDraft | null {
  return describe(walk, section, elements(walk, section, type, count, place));
}

/** Describes values and all that is in them: structs may be nested deeper than the call stack. */
function describe(walk: Walk, section: SectionDraft, values: Iterator<InlineValue>): RegionDraft | null {
  const before = section.regions.length;
  const open = [values];
  for (let top = open.at(-1); top !== undefined && walk.complete; top = open.at(-1)) {
    const next = top.next();
    if (next.done === true) {
      open.pop();
      continue;
    }
    const { type, place } = next.value;
    switch (type.kind) {
      case 'scalar':
        scalarRegion(walk, section, type.scalar, type, place);
        break;
      case 'enum': {
        const region = scalarRegion(walk, section, type.enum.underlying, type, place);
        region.label = walk.enumLabel(type.enum, BigInt(region.value as number | bigint));
        break;
      }
      case 'array':
        open.push(elements(walk, section, type.element, type.length, place));
        break;
      case 'struct':
        open.push(members(walk, section, type, place));
        break;
    }
  }
  return section.regions[before] ?? null;
}

/** Gives elements in a row, and describes those beyond the limit of single regions. */
function* elements(
  walk: Walk,
  section: SectionDraft,
  type: Exclude<InlineType, ArrayType>,
  count: number,
  place: Place,
): Generator<InlineValue, void, undefined> {
  const size = inlineSize(type);
  const single = Math.min(count, walk.maxElements);
  for (let index = 0; index < single; index++) yield { type, place: elementPlace(place, index, size) };
  if (single < count) {
    walk.region(section, {
      ...elementPlace(place, single, size),
      length: (count - single) * size,
      role: 'elements',
      type: typeText(type),
      name: childPath(place.name, `[${single}..${count - 1}]`),
      count: count - single,
    });
  }
}

/** Gives the members of a struct, and describes the padding between them. */
function* members(
  walk: Walk,
  section: SectionDraft,
  type: StructType,
  place: Place,
): Generator<InlineValue, void, undefined> {
  for (const field of type.struct.fields) {
    const position = place.position + field.offset;
    const name = childPath(place.name, field.name);
    yield { type: field.type, place: { position, name, path: childPath(place.path, field.name) } };
    if (field.padding > 0) paddingRegion(walk, section, position + inlineSize(field.type), field.padding);
  }
}

/** The place of an element, from that of the whole. */
export function elementPlace(place: Place, index: number, size: number): Place {
  return {
    position: place.position + index * size,
    name: childPath(place.name, `[${index}]`),
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
