// Inspects a FlatBuffer: walks it from its root along the schema, then accounts for the bytes that are left.
import { verify } from '@fb/flatbuffers';
import { verify as verifyFlexBuffer } from '@fb/flexbuffers';
import { type Schema, type TableDef, tableLayout } from '@fb/schema';
import type { Inspection, Verdict } from './inspection.js';
import { tile } from './tile.js';
import { verdictFrom } from './verdict.js';
import { sizePrefixWidth, visitMainBuffer, visitNestedBuffer } from './walk/buffer.js';
import { claimIdentifiers } from './walk/identifier.js';
import { visitString } from './walk/string.js';
import { visitStruct } from './walk/struct.js';
import { visitTable } from './walk/table.js';
import { visitVector } from './walk/vector.js';
import type { Vtables } from './walk/vtable.js';
import { Walk } from './walk/walk.js';

/** Options of {@link inspectFlatBuffer}. @public */
export interface InspectOptions {
  /** The type of the root. Default: the schema's root type. */
  readonly root?: TableDef;
  /** Whether the buffer starts with its size. Default: no. */
  readonly sizePrefixed?: boolean;
  /**
   * How many elements of one vector or fixed array of scalars or structs get regions of their own; the others share
   * one. Default: 1024. A RangeError if it is negative, NaN or no number.
   */
  readonly maxElements?: number;
}

/**
 * Says what every byte of a buffer is, however damaged it is: damage is told where it lies, and ends only the branch
 * it lies on. Never throws for what the bytes hold. The walk's work is in proportion to the number of bytes; the
 * verifier, whose word is the verdict, keeps to its own limits.
 *
 * Nested FlatBuffers and FlexBuffers are looked into. Without a root type, only the header is described. @public
 */
export function inspectFlatBuffer(
  schema: Schema,
  bytes: Uint8Array,
  options: InspectOptions = {},
): Inspection {
  const { root = schema.root, sizePrefixed = false, maxElements = 1024 } = options;
  if (!(maxElements >= 0))
    throw new RangeError(`maxElements is a number from 0 on, not ${String(maxElements)}`);
  const walk = new Walk(schema, bytes, maxElements);
  const vtables: Vtables = new Map();
  const prefix = sizePrefixed ? sizePrefixWidth(walk) : 0;
  visitMainBuffer(walk, root, prefix);
  walk.run((visit) => {
    const { frame, position, path } = visit;
    switch (visit.kind) {
      case 'buffer':
        return visitNestedBuffer(walk, frame, visit.root, path);
      case 'table':
        return visitTable(walk, vtables, frame, position, visit.table, path);
      case 'struct':
        return visitStruct(walk, position, visit.type, path);
      case 'string':
        return visitString(walk, frame, position, path);
      case 'vector':
        return visitVector(walk, visit);
    }
  });
  claimIdentifiers(walk);
  return {
    length: bytes.length,
    sections: tile(bytes, walk.sections, largestAlignment(schema)),
    verdict: root === null ? null : verdictOn(bytes, root, prefix),
    complete: walk.complete,
  };
}

/** The verifier's word. */
function verdictOn(bytes: Uint8Array, root: TableDef, prefix: 0 | 4 | 8): Verdict | null {
  return verdictFrom(
    verify(bytes, tableLayout(root), {
      sizePrefixed: prefix === 8 ? 'wide' : prefix === 4,
      verifyFlexBuffer: (flexBuffer) => verifyFlexBuffer(flexBuffer) === null,
    }),
  );
}

/** Padding can be one byte less than this. */
function largestAlignment(schema: Schema): number {
  return schema.objects.reduce((most, def) => (def.kind === 'struct' ? Math.max(most, def.align) : most), 8);
}
