// Reads everything that a layout promises, as generated code would, and checks nothing. In bytes that were not verified
// that may lead in circles: a budget ends it.
/* oxlint-disable no-underscore-dangle -- generated code calls these methods by these names */
import { ByteBuffer, type TableLayout, type TypeLayout, type UnionLayout } from '../src/index.js';

/** What a walk may still do. Strings that it meets go to `onText`. */
export interface Walk {
  /** Tables and values to visit at most. */
  budget: number;
  readonly onText?: (text: string) => void;
}

/** Thrown where a walk has used up its budget. */
export class WalkEnded extends Error {}

/** Reads the table at `at` and all below it; returns how many values it read. */
export function walkTable(
  buffer: ByteBuffer,
  at: number,
  layout: TableLayout,
  walk: Walk = { budget: Infinity },
): number {
  let values = 0;
  spend(walk);
  for (const field of layout.fields) {
    const offset = buffer.__offset(at, 4 + 2 * field.slot);
    if (offset === 0) continue;
    const { type } = field;
    const tagOffset = buffer.__offset(at, 2 + 2 * field.slot);
    if (type.kind === 'union') {
      if (tagOffset !== 0)
        values += walkUnion(buffer, at + offset, buffer.readUint8(at + tagOffset), type, walk);
    } else if (type.kind === 'vector' && type.element.kind === 'union') {
      const tags = buffer.__vector(at + tagOffset);
      const count = buffer.__vector_len(at + offset);
      for (let i = 0; i < count; i++) {
        const value = buffer.__vector(at + offset) + 4 * i;
        values += walkUnion(buffer, value, buffer.readUint8(tags + i), type.element, walk);
      }
    } else if (field.nested !== undefined) {
      const start = buffer.__vector(at + offset);
      const inner = new ByteBuffer(buffer.bytes().subarray(start, start + buffer.__vector_len(at + offset)));
      values += walkTable(inner, inner.readInt32(0), field.nested, walk);
    } else {
      values += walkValue(buffer, at + offset, type, walk);
    }
  }
  return values;
}

function walkUnion(buffer: ByteBuffer, at: number, tag: number, union: UnionLayout, walk: Walk): number {
  const type = union.members.find((member) => member.tag === tag)?.type;
  if (type === undefined) return 0;
  return walkValue(buffer, type.kind === 'struct' ? buffer.__indirect(at) : at, type, walk);
}

function walkValue(buffer: ByteBuffer, at: number, type: TypeLayout, walk: Walk): number {
  spend(walk);
  switch (type.kind) {
    case 'scalar':
    case 'struct':
      for (let i = 0; i < type.size; i++) buffer.readUint8(at + i);
      return 1;
    case 'string': {
      const text = buffer.__string(at) as string;
      walk.onText?.(text);
      return 1;
    }
    case 'table':
      return walkTable(buffer, buffer.__indirect(at), type, walk);
    case 'vector': {
      const { element } = type;
      const stride = element.kind === 'scalar' || element.kind === 'struct' ? element.size : 4;
      const count = buffer.__vector_len(at);
      let values = 0;
      for (let i = 0; i < count; i++)
        values += walkValue(buffer, buffer.__vector(at) + i * stride, element, walk);
      return values;
    }
    case 'union':
      return 0;
  }
}

function spend(walk: Walk): void {
  walk.budget -= 1;
  if (walk.budget < 0) throw new WalkEnded();
}
