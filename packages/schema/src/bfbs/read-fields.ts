// The fields of a table or struct as they are listed, by name, to their order in memory, which is that of their ids.
import type { Named } from '../model.js';
import type { BfbsSource, Place } from './bfbs-source.js';
import type { Field } from './generated/reflection/field.js';
import type { Object_ as ReflectedObject } from './generated/reflection/object.js';

/** A field, and where it stands. */
export interface FieldEntry {
  readonly table: Field;
  readonly place: Place;
  readonly named: Named;
}

/** The fields in the order of their ids, which must be 0 to n - 1. */
export function fieldsBySlot(source: BfbsSource, object: ReflectedObject, path: string): FieldEntry[] {
  const length = object.fieldsLength();
  source.spend(length, { table: object, path });
  const slots: FieldEntry[] = [];
  const names = new Map<string, FieldEntry>();
  for (let i = 0; i < length; i++) {
    const table = object.fields(i);
    if (table === null) continue;
    const place = { table, path: `${path}.fields[${i}]` };
    const entry = { table, place, named: source.named(table, place) };
    source.unique(names, entry.named.name, entry, place);
    slots.push(entry);
  }
  slots.sort((a, b) => a.table.id() - b.table.id());
  const wrong = slots.findIndex(({ table }, i) => table.id() !== i);
  const first = slots[wrong];
  if (first !== undefined)
    source.fail(
      'slot',
      first.place,
      `the ids are not 0 to ${length - 1}: ${first.table.id()} stands for ${wrong}`,
    );
  return slots;
}
