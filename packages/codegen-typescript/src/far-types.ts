// Which types reach what is behind 64-bit offsets, however deep: their values are walked for it before all else.
import type { Schema, TableDef, Type, UnionDef } from '@fb/schema';

/** The tables and unions of a schema whose values may hold far objects. */
export function farTypes(schema: Schema): ReadonlySet<TableDef | UnionDef> {
  const reaching = new Set<TableDef | UnionDef>();
  if (!schema.features.has('64-bit offsets')) return reaching;
  const holders = new Map<TableDef | UnionDef, (TableDef | UnionDef)[]>();
  const pending: (TableDef | UnionDef)[] = [];
  for (const def of [...schema.objects, ...schema.enums]) {
    if (def.kind !== 'table' && def.kind !== 'union') continue;
    for (const inner of heldBy(def)) holders.set(inner, [...(holders.get(inner) ?? []), def]);
    if (def.kind === 'table' && def.fields.some((field) => field.offset64 && !field.deprecated))
      pending.push(def);
  }
  for (let def = pending.pop(); def !== undefined; def = pending.pop()) {
    if (reaching.has(def)) continue;
    reaching.add(def);
    pending.push(...(holders.get(def) ?? []));
  }
  return reaching;
}

/** Whether values of a type, or its elements, may hold something behind 64-bit offsets. */
export function reachesFar(far: ReadonlySet<TableDef | UnionDef>, type: Type): boolean {
  const inner = type.kind === 'vector' ? type.element : type;
  if (inner.kind === 'table') return far.has(inner.table);
  return inner.kind === 'union' && far.has(inner.union);
}

function heldBy(def: TableDef | UnionDef): readonly (TableDef | UnionDef)[] {
  if (def.kind === 'union')
    return def.members.flatMap(({ type }) => (type.kind === 'table' ? [type.table] : []));
  return def.fields.flatMap(({ type, deprecated }): readonly (TableDef | UnionDef)[] => {
    const inner = type.kind === 'vector' ? type.element : type;
    if (deprecated) return [];
    return inner.kind === 'table' ? [inner.table] : inner.kind === 'union' ? [inner.union] : [];
  });
}
