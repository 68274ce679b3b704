// Vectors: count, then elements in place or offsets to them. Nested buffers begin in vectors of bytes.
import { verify as verifyFlexBuffer } from '@fb/flexbuffers';
import { inlineAlign, inlineSize, scalarSize } from '@fb/schema';
import { visitFlexBuffer } from '../flex/visit-flexbuffer.js';
import { elementPlace, inlineElements, type Place } from './inline.js';
import { checkAlignment, followOffset, promised } from './offset.js';
import { followUnion, readTag } from './union.js';
import { damaged, type RegionDraft, type SectionDraft } from './claims.js';
import type { Visit, Walk } from './walk.js';

type VectorVisit = Extract<Visit, { kind: 'vector' }>;

/** Describes the vector at the visit's position, where there is at least its count. */
export function visitVector(walk: Walk, visit: VectorVisit): void {
  const { position, frame, path, name, type, text } = visit;
  const { element } = type;
  const section = walk.section(type.wide ? 'vector64' : 'vector', position, text, path);
  const value = type.wide ? walk.view.getBigUint64(position, true) : walk.view.getUint32(position, true);
  const width = type.wide ? 8 : 4;
  const count = walk.region(section, {
    position,
    length: width,
    role: 'count',
    type: type.wide ? 'uint64' : 'uint32',
    name: 'count',
    path,
    value,
  });
  const place = { position: position + width, name, path };
  const isInline = element.kind === 'scalar' || element.kind === 'enum' || element.kind === 'struct';
  const size = inlineSize(element);
  const room = Math.floor((frame.end - place.position) / size);
  const elements = Math.min(Number(value), room);
  if (elements < Number(value)) {
    const left = frame.end - place.position;
    damaged(count, 'length', `needs ${BigInt(value) * BigInt(size)} bytes, only ${left} are left`, 'error');
  }
  const end = place.position + elements * size;
  if (visit.nested !== null || visit.flexbuffer) {
    visitContent(walk, section, visit, count, end);
  } else if (isInline) {
    const first = inlineElements(walk, section, element, elements, place);
    checkAlignment(first, frame, place.position, inlineAlign(element));
  } else {
    for (let index = 0; index < elements && walk.complete; index++) {
      visitElement(walk, section, visit, elementPlace(place, index, size), index);
    }
    if (visit.tags !== null && visit.tags.count !== Number(value)) {
      damaged(count, 'union', `there are ${visit.tags.count} tags`, 'error');
    }
  }
}

/** A buffer in the bytes of a vector, which end at `end`; `count` is the vector's first region. */
function visitContent(
  walk: Walk,
  section: SectionDraft,
  visit: VectorVisit,
  count: RegionDraft,
  end: number,
): void {
  const { nested, name, path } = visit;
  const position = count.position + count.length;
  const length = end - position;
  if (nested !== null && length >= SMALLEST_BUFFER) {
    section.end = end;
    walk.later({ kind: 'buffer', position, frame: { base: position, end }, path, root: nested });
    return;
  }
  if (nested !== null) {
    walk.region(section, { position, length, role: 'bytes', type: 'ubyte', name, path });
    damaged(count, 'length', `a buffer has ${SMALLEST_BUFFER} bytes at least`, 'error');
    return;
  }
  section.end = end;
  visitFlexBuffer(walk, position, end, path);
  // The verifier goes over all of the bytes, which other vectors may share.
  walk.spend(length);
  const error = walk.complete ? verifyFlexBuffer(walk.bytes.subarray(position, end)) : null;
  if (error !== null)
    damaged(count, 'flexbuffer', `the bytes are not a FlexBuffer: ${error.message}`, 'error');
}

/** Root offset, vtable and table of a buffer that holds nothing. */
const SMALLEST_BUFFER = 12;

function visitElement(
  walk: Walk,
  section: SectionDraft,
  visit: VectorVisit,
  place: Place,
  index: number,
): void {
  const { frame, tags } = visit;
  const { element } = visit.type;
  const { path } = place;
  switch (element.kind) {
    case 'string': {
      const { target } = followOffset(walk, section, frame, place, promised('string'));
      if (target !== null) walk.later({ kind: 'string', position: target, frame, path });
      return;
    }
    case 'table': {
      const { table } = element;
      const { target } = followOffset(walk, section, frame, place, promised(table.fullName));
      if (target !== null) walk.later({ kind: 'table', position: target, frame, path, table });
      return;
    }
    case 'union': {
      const size = scalarSize(element.union.discriminator.underlying);
      const at = tags === null || index >= tags.count ? Infinity : tags.position + index * size;
      const tag = at + size > frame.end ? null : readTag(walk, at, size);
      followUnion(walk, section, frame, place, element.union, tag);
    }
  }
}
