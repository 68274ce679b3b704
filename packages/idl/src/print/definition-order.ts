// In which order types are printed: that of the model as far as the language allows, which wants enums and unions before
// their use, and structs before those that hold them.
import type { EnumDef, Schema, StructDef, TableDef, Type, UnionDef } from '@fb/schema';

/** Objects in their order, enums in theirs: each as late as it can be, which is before the first object that needs it. */
export function typesInOrder(schema: Schema): (TableDef | StructDef | EnumDef | UnionDef)[] {
  const { enums } = schema;
  const indices = new Map(enums.map((def, index) => [def, index]));
  const ordered: (TableDef | StructDef | EnumDef | UnionDef)[] = [];
  let printed = 0;
  for (const object of structsFirst(schema.objects)) {
    let last = -1;
    for (const { type } of object.fields) {
      const needed = enumOf(type);
      if (needed !== null) last = Math.max(last, indices.get(needed) ?? -1);
    }
    if (printed <= last) {
      for (const def of enums.slice(printed, last + 1)) ordered.push(def);
      printed = last + 1;
    }
    ordered.push(object);
  }
  return [...ordered, ...enums.slice(printed)];
}

function enumOf(type: Type): EnumDef | UnionDef | null {
  const inner = type.kind === 'vector' || type.kind === 'array' ? type.element : type;
  if (inner.kind === 'union') return inner.union;
  return inner.kind === 'enum' ? (inner.enum.union ?? inner.enum) : null;
}

/** The same order, but structs come before those that hold them. */
function structsFirst(objects: Schema['objects']): Set<TableDef | StructDef> {
  const entered = new Set<TableDef | StructDef>();
  const ordered = new Set<TableDef | StructDef>();
  for (const object of objects) {
    // An explicit stack: a chain of structs may be longer than the call stack is deep.
    const stack = [object];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const isNew = !entered.has(top);
      entered.add(top);
      const held = isNew ? heldStructs(top).filter((each) => !entered.has(each)) : [];
      for (const each of held.toReversed()) stack.push(each);
      if (held.length > 0) continue;
      ordered.add(top);
      stack.pop();
    }
  }
  return ordered;
}

function heldStructs(def: TableDef | StructDef): readonly StructDef[] {
  if (def.kind === 'table') return [];
  return def.fields.flatMap(({ type }) => {
    const inner = type.kind === 'array' ? type.element : type;
    return inner.kind === 'struct' ? [inner.struct] : [];
  });
}
