// Which table a text or a buffer has as its root.
import type { Schema, TableDef } from '@fb/schema';

/** The schema's root table, or the one called `name`, with or without namespace; the name that was looked for if there is none. */
export function findRoot(schema: Schema, name: string | undefined): TableDef | string {
  if (name === undefined) return schema.root ?? '';
  let found: TableDef | string = name;
  for (const def of schema.objects) {
    if (def.kind !== 'table') continue;
    if (def.fullName === name) return def;
    if (def.name === name && typeof found === 'string') found = def;
  }
  return found;
}
