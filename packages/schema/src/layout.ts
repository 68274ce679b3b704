// Where things lie: sizes and alignments of types, members of structs, the order in which tables are written.
// Facts of the binary format; whoever makes a schema asks here, so that there is one place that knows.
import type { TableField, Type } from './model.js';
import { scalarSize } from './scalar.js';

/** Bytes that a value of the type takes in a table or struct: of what lies elsewhere, the 32-bit offset to it. @public */
export function inlineSize(type: Type): number {
  switch (type.kind) {
    case 'scalar':
      return scalarSize(type.scalar);
    case 'enum':
      return scalarSize(type.enum.underlying);
    case 'struct':
      return type.struct.size;
    case 'array':
      return inlineSize(type.element) * type.length;
    default:
      return 4;
  }
}

/** Alignment of these bytes, a power of two. @public */
export function inlineAlign(type: Type): number {
  switch (type.kind) {
    case 'scalar':
      return scalarSize(type.scalar);
    case 'enum':
      return scalarSize(type.enum.underlying);
    case 'struct':
      return type.struct.align;
    case 'array':
      return inlineAlign(type.element);
    default:
      return 4;
  }
}

/** Where the members of a struct lie. @public */
export interface StructPlacement {
  /** Byte position of each member. */
  readonly offsets: readonly number[];
  /** Zero bytes after each member, up to the next one or the end. */
  readonly paddings: readonly number[];
  readonly size: number;
  readonly align: number;
}

/**
 * Places the members of a struct: each at a multiple of its alignment, the whole padded to the largest of these, or
 * to `forceAlign` (a power of two, at least that large). Structs among the members must have their layout already.
 * @public
 */
export function placeMembers(members: readonly Type[], forceAlign: number | null): StructPlacement {
  const offsets: number[] = [];
  const paddings: number[] = [];
  let size = 0;
  let align = 1;
  for (const member of members) {
    const memberAlign = inlineAlign(member);
    const padding = padTo(size, memberAlign);
    if (offsets.length > 0) paddings.push(padding);
    size += padding;
    offsets.push(size);
    size += inlineSize(member);
    align = Math.max(align, memberAlign);
  }
  align = forceAlign ?? align;
  const tail = padTo(size, align);
  if (offsets.length > 0) paddings.push(tail);
  return { offsets, paddings, size: size + tail, align };
}

/** Byte position of a slot's entry in a vtable: behind the sizes of vtable and table. @public */
export function vtableOffset(slot: number): number {
  return 4 + 2 * slot;
}

/**
 * The order in which the reference compiler writes the fields of a table from JSON, building towards lower addresses:
 * in passes by size, 8, 4, 2, 1 bytes (what is no scalar counts as 4), each from the highest slot down; just from the
 * highest slot down if the table has the attribute `original_order`. Takes and gives the fields in slot order.
 * @public
 */
export function writeOrder<F extends Pick<TableField, 'type'>>(
  fields: readonly F[],
  originalOrder: boolean,
): F[] {
  const descending = fields.toReversed();
  if (originalOrder) return descending;
  const eights: F[] = [];
  const fours: F[] = [];
  const twos: F[] = [];
  const ones: F[] = [];
  for (const field of descending) {
    const size = sizeClass(field.type);
    (size === 8 ? eights : size === 4 ? fours : size === 2 ? twos : ones).push(field);
  }
  return eights.concat(fours, twos, ones);
}

function sizeClass(type: Type): number {
  if (type.kind === 'vector' && type.wide) return 8;
  return type.kind === 'scalar' || type.kind === 'enum' ? inlineSize(type) : 4;
}

/** Sizes of structs may pass 2^31, where bit operations would go wrong. */
function padTo(size: number, align: number): number {
  return (align - (size % align)) % align;
}
