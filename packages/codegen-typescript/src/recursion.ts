// Which tables may hold themselves: only there can values be nested deeper than the schema is.
import type { Schema, TableDef, Type } from '@fb/schema';

/** The tables of a schema that a table of the same type can be inside of. */
export function recursiveTables(schema: Schema): ReadonlySet<TableDef> {
  const recursive = new Set<TableDef>();
  for (const group of components(schema.objects.filter((def) => def.kind === 'table'))) {
    const [first] = group;
    if (first !== undefined && (group.length > 1 || heldBy(first).includes(first))) {
      for (const def of group) recursive.add(def);
    }
  }
  return recursive;
}

function heldBy(def: TableDef): readonly TableDef[] {
  return def.fields.filter((field) => !field.deprecated).flatMap((field) => tablesOf(field.type));
}

function tablesOf(type: Type): readonly TableDef[] {
  const inner = type.kind === 'vector' ? type.element : type;
  if (inner.kind === 'table') return [inner.table];
  if (inner.kind !== 'union') return [];
  return inner.union.members.flatMap((member) => (member.type.kind === 'table' ? [member.type.table] : []));
}

/** A table on the way, and how far its fields were followed. */
interface Visit {
  readonly def: TableDef;
  readonly next: Iterator<TableDef>;
}

/** Groups of tables that reach each other (Tarjan's algorithm, without recursion: schemas may be deep). */
function components(defs: readonly TableDef[]): readonly (readonly TableDef[])[] {
  const order = new Map<TableDef, number>();
  const low = new Map<TableDef, number>();
  const open: TableDef[] = [];
  const isOpen = new Set<TableDef>();
  const groups: TableDef[][] = [];
  const lower = (def: TableDef, to: number): void => {
    low.set(def, Math.min(low.get(def) ?? to, to));
  };
  const visit = (def: TableDef): Visit => {
    order.set(def, order.size);
    lower(def, order.size - 1);
    open.push(def);
    isOpen.add(def);
    return { def, next: heldBy(def)[Symbol.iterator]() };
  };
  for (const start of defs) {
    const path = order.has(start) ? [] : [visit(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { done, value } = top.next.next();
      if (done !== true) {
        if (!order.has(value)) path.push(visit(value));
        else if (isOpen.has(value)) lower(top.def, order.get(value) ?? 0);
        continue;
      }
      path.pop();
      const own = low.get(top.def) ?? 0;
      const before = path.at(-1);
      if (before !== undefined) lower(before.def, own);
      if (own !== order.get(top.def)) continue;
      const group = open.splice(open.indexOf(top.def));
      for (const def of group) isOpen.delete(def);
      groups.push(group);
    }
  }
  return groups;
}
