// What a buffer inside a buffer is stored as.
import type { Type } from '@fb/schema';

export function isByteVector(type: Type): boolean {
  return type.kind === 'vector' && type.element.kind === 'scalar' && type.element.scalar === 'ubyte';
}
