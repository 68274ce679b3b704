// Where a table in a buffer has a field.
import type { FieldPlan } from './plan.js';

/** How far behind the start of its table a field is, as the vtable at `vtable` of `size` bytes says; 0 if it is absent. */
export function fieldOffset(view: DataView, vtable: number, size: number, field: FieldPlan): number {
  const entry = field.vtableOffset;
  return entry < size ? view.getUint16(vtable + entry, true) : 0;
}
