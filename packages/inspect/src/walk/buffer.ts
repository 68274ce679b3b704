// A buffer's header: size prefix, root offset, and the place of the identifier.
import type { TableDef } from '@fb/schema';
import { followOffset, promised } from './offset.js';
import { byteCount, damaged, type SectionDraft } from './claims.js';
import type { Frame, Walk } from './walk.js';

/** Describes the whole of the bytes as a buffer, after `prefix` bytes that give its size. */
export function visitMainBuffer(walk: Walk, root: TableDef | null, prefix: 0 | 4 | 8): void {
  const length = walk.bytes.length;
  if (prefix > length || length === 0) return;
  const section = walk.section('header', 0, root?.fullName ?? '', '');
  if (prefix > 0) {
    const value = prefix === 8 ? walk.view.getBigUint64(0, true) : walk.view.getUint32(0, true);
    const type = prefix === 8 ? 'uint64' : 'uint32';
    const region = walk.region(section, {
      position: 0,
      length: prefix,
      role: 'size-prefix',
      type,
      name: 'size',
      path: '',
      value,
    });
    const rest = length - prefix;
    if (Number(value) !== rest) {
      const severity = Number(value) > rest ? 'error' : 'warning';
      damaged(region, 'size-prefix', `${byteCount(rest)} follow`, severity);
    }
  }
  // Alignment counts from the first byte of the prefix.
  visitRoot(walk, section, { base: 0, end: length }, prefix, root, walk.schema.fileIdentifier);
}

/** Describes a nested buffer: the bytes of a vector. */
export function visitNestedBuffer(walk: Walk, frame: Frame, root: TableDef, path: string): void {
  const section = walk.section('header', frame.base, root.fullName, path);
  visitRoot(walk, section, frame, frame.base, root, null);
}

function visitRoot(
  walk: Walk,
  section: SectionDraft,
  frame: Frame,
  position: number,
  root: TableDef | null,
  expected: string | null,
): void {
  if (position + 4 > frame.end) return;
  const place = { position, name: 'root', path: section.path };
  const to = promised(root?.fullName ?? 'table');
  const { target } = followOffset(walk, section, frame, place, to, { role: 'root-offset' });
  if (position + 8 <= frame.end) walk.identifierPlaces.push({ section, position: position + 4, expected });
  if (root !== null && target !== null) {
    walk.later({ kind: 'table', position: target, frame, path: section.path, table: root });
  }
}

/** Schemas with 64-bit offsets have prefixes of 8 bytes, but for buffers made from JSON: what fits the length is right. */
export function sizePrefixWidth(walk: Walk): 4 | 8 {
  if (!walk.schema.features.has('64-bit offsets') || walk.bytes.length < 8) return 4;
  return walk.view.getBigUint64(0, true) <= BigInt(walk.bytes.length) ? 8 : 4;
}
