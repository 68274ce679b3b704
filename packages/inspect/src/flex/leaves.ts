// What holds no other values: keys, strings, blobs, and numbers behind an offset.
import { decodeUtf8, isUtf8 } from '@fb/bytes';
import { FlexType } from '@fb/flexbuffers';
import { byteCount, damaged, type RegionDraft, type SectionDraft } from '../walk/claims.js';
import { scalarName } from './flex-type-name.js';
import type { FlexVisit, FlexWalk } from './flex-walk.js';

/** Describes a key: characters up to a zero byte. */
export function visitKey({ claims, end }: FlexWalk, { position, path }: FlexVisit): void {
  const section = claims.section('key', position, '', path);
  const length = claims.bytes.subarray(position, end).indexOf(0);
  const stop = length === -1 ? end : position + length;
  const text = textRegion(claims, section, position, stop, 'key', path);
  if (stop === end) damaged(text, 'terminator', 'no zero byte ends the key', 'error');
  else terminatorRegion(claims, section, stop, path);
}

/** Describes a string or a blob: a length, bytes, and a zero byte behind a string. */
export function visitString(walk: FlexWalk, visit: FlexVisit): void {
  const { claims } = walk;
  const { position, path, type } = visit;
  const isText = type === FlexType.String;
  const section = claims.section(isText ? 'string' : 'blob', position - visit.width, '', path);
  const { count, length } = countRegion(walk, section, visit, 'length', 1);
  const stop = position + length;
  if (!isText) {
    const facts = { position, length, role: 'bytes', type: 'blob', name: 'bytes', path } as const;
    claims.region(section, facts);
    return;
  }
  textRegion(claims, section, position, stop, 'string', path);
  if (stop < walk.end) terminatorRegion(claims, section, stop, path);
  else damaged(count, 'terminator', 'no zero byte follows', 'error');
}

/** Describes a number that an offset leads to, whose bytes must be inside. */
export function visitIndirect(walk: FlexWalk, { position, width, path, type }: FlexVisit): void {
  const scalar = type - FlexType.IndirectInt + FlexType.Int;
  const name = scalarName(scalar, width);
  walk.claims.region(walk.claims.section('number', position, name, path), {
    position,
    length: width,
    role: 'value',
    type: name,
    name: 'number',
    path,
    value: walk.scalar(scalar, position, width),
  });
}

/** Describes the length before what is visited; `length` is how many elements of `size` bytes there can be at most. */
export function countRegion(
  walk: FlexWalk,
  section: SectionDraft,
  { position, width, path }: FlexVisit,
  name: string,
  size: number,
): { readonly count: RegionDraft; readonly length: number } {
  const at = position - width;
  const value = walk.scalar(FlexType.UInt, at, width);
  const count = walk.claims.region(section, {
    position: at,
    length: width,
    role: 'count',
    type: `uint${8 * width}`,
    name,
    path,
    value,
  });
  const room = Math.max(0, Math.floor((walk.end - position) / size));
  const wanted = Number(value);
  if (wanted <= room) return { count, length: wanted };
  const left = byteCount(Math.max(0, walk.end - position));
  damaged(
    count,
    'length',
    `needs ${byteCount(BigInt(value ?? 0) * BigInt(size))}, ${left} are left`,
    'error',
  );
  return { count, length: room };
}

type Claims = FlexWalk['claims'];

function textRegion(
  claims: Claims,
  section: SectionDraft,
  position: number,
  end: number,
  type: string,
  path: string,
): RegionDraft {
  const region = claims.region(section, {
    position,
    length: end - position,
    role: 'text',
    type,
    name: 'text',
    path,
    value: claims.complete ? decodeUtf8(claims.bytes, position, end) : null,
  });
  if (!isUtf8(claims.bytes, position, end)) damaged(region, 'utf8', 'not UTF-8', 'warning');
  return region;
}

function terminatorRegion(claims: Claims, section: SectionDraft, position: number, path: string): void {
  const value = claims.bytes[position] ?? 0;
  const facts = {
    position,
    length: 1,
    role: 'terminator',
    type: 'uint8',
    name: 'terminator',
    path,
    value,
  } as const;
  const region = claims.region(section, facts);
  if (value !== 0) damaged(region, 'terminator', 'not a zero byte', 'warning');
}
