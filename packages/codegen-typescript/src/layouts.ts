// The runtime's descriptions of the types of a schema, by full name. They come from `tableLayout` of @fb/schema, the
// one place that derives them.
import { tableLayout, type Schema } from '@fb/schema';

type TableLayout = ReturnType<typeof tableLayout>;
type FieldType = TableLayout['fields'][number]['type'];
type UnionLayout = Extract<FieldType, { kind: 'union' }>;

/** Descriptions by full name. */
export interface Layouts {
  readonly tables: ReadonlyMap<string, TableLayout>;
  readonly unions: ReadonlyMap<string, UnionLayout>;
}

/** Describes every table among `objects`, all that it reaches, and every union that one of them uses. */
export function layoutsOf(objects: Schema['objects']): Layouts {
  const tables = new Map<string, TableLayout>();
  const unions = new Map<string, UnionLayout>();
  const pending: TableLayout[] = [];
  const meet = (type: FieldType | TableLayout | undefined): void => {
    if (type === undefined) return;
    if (type.kind === 'vector') meet(type.element);
    else if (type.kind === 'table' && !tables.has(type.name)) {
      tables.set(type.name, type);
      pending.push(type);
    } else if (type.kind === 'union' && !unions.has(type.name)) {
      unions.set(type.name, type);
      for (const member of type.members) meet(member.type);
    }
  };
  for (const def of objects) {
    if (def.kind !== 'table' || tables.has(def.fullName)) continue;
    meet(tableLayout(def));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const field of next.fields) {
        meet(field.type);
        meet(field.nested);
      }
    }
  }
  return { tables, unions };
}
