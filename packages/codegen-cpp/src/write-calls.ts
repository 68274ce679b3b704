// Which fields are written, in which order, and the calls that make vectors of them.
import type { Code } from '@fb/codegen';
import { scalarSize, storedScalar, type TableDef, type TableField, type VectorType } from '@fb/schema';
import type { Context } from './context.js';
import { fb, method } from './runtime.js';
import { attribute } from './types.js';

/** The fields that have code: deprecated ones keep their slot only. */
export function liveFields(def: TableDef): readonly TableField[] {
  return def.fields.filter((field) => !field.deprecated);
}

/** What needs 64-bit offsets must be in the buffer before all else. */
export function widestFirst(fields: readonly TableField[]): readonly TableField[] {
  return [...fields.filter(({ offset64 }) => offset64), ...fields.filter(({ offset64 }) => !offset64)];
}

/** The call that makes a vector of what `std::vector` holds. */
export function vectorOf(field: TableField, type: VectorType, vector: string): string {
  if (type.wide) return `_fbb.${method('CreateVector64')}(${vector})`;
  if (field.offset64) return `_fbb.${method('CreateVector64')}<${fb('Vector')}>(${vector})`;
  return `_fbb.${method('CreateVector')}(${vector})`;
}

/** The statement that aligns a vector more than its elements need; none if the schema does not ask for that. */
export function forceAlignment(context: Context, field: TableField, size: string): Code {
  const { type } = field;
  const alignment = attribute(field, 'force_align');
  if (type.kind !== 'vector' || alignment === null) return [];
  const scalar = storedScalar(type.element);
  const element =
    type.element.kind === 'struct'
      ? `sizeof(${context.names.ref(type.element.struct)})`
      : String(scalar === null ? 4 : scalarSize(scalar));
  const force = method(field.offset64 ? 'ForceVectorAlignment64' : 'ForceVectorAlignment');
  return `_fbb.${force}(${size}, ${element}, ${Number(alignment)});`;
}
