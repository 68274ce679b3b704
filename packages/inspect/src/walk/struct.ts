// Structs behind an offset: values of unions.
import type { StructType } from '@fb/schema';
import { inlineValue } from './inline.js';
import type { Walk } from './walk.js';

/** Describes the struct at `position`, all of whose bytes are in the buffer. */
export function visitStruct(walk: Walk, position: number, type: StructType, path: string): void {
  const { name, fullName } = type.struct;
  inlineValue(walk, walk.section('struct', position, fullName, path), type, { position, name, path });
}
