// The records that a value of one may contain.
import type { RecordPlan, ValuePlan } from './plan.js';

/** `root` and all records that it reaches, in the order in which they are met. */
export function reachableRecords(root: RecordPlan): RecordPlan[] {
  const found = new Set([root]);
  // Sets go on over what is added meanwhile.
  for (const record of found) {
    for (const { value, nested } of record.fields) {
      for (const next of recordsOf(value)) found.add(next);
      if (nested !== null) found.add(nested);
    }
  }
  return [...found];
}

function recordsOf(value: ValuePlan): RecordPlan[] {
  if (value.record !== null) return [value.record];
  if (value.element !== null) return recordsOf(value.element);
  return value.union === null ? [] : [...value.union.members.values()].flatMap(recordsOf);
}
