// Which field of one version is which of the other: by name, else by its place, as a renamed one keeps it.
import type { StructDef, StructField, TableDef, TableField } from '../model.js';
import type { EvolutionContext, FieldPair, ObjectPair } from './rule.js';
import { typeChange } from './type-change.js';

/** Pairs up the fields of two versions of a table. */
export function matchTable(
  base: TableDef,
  next: TableDef,
  context: EvolutionContext,
): ObjectPair<TableDef, TableField> {
  const { fields, reused, removed, added } = match(base, next, ({ slot }) => slot, context);
  // A tag goes where its union goes: only a change between tag and other field is news.
  return {
    base,
    next,
    fields: fields.filter((pair) => !isTag(pair.base) || !isTag(pair.next)),
    reused: reused.filter((pair) => !isTag(pair.base) || !isTag(pair.next)),
    removed: removed.filter((field) => !isTag(field)),
    added: added.filter((field) => !isTag(field)),
  };
}

/** Pairs up the members of two versions of a struct. */
export function matchStruct(
  base: StructDef,
  next: StructDef,
  context: EvolutionContext,
): ObjectPair<StructDef, StructField> {
  return { base, next, ...match(base, next, ({ offset }) => offset, context) };
}

function isTag(field: TableField): boolean {
  return field.tagOf !== null;
}

function match<F extends TableField | StructField>(
  base: { readonly fullName: string; readonly fields: readonly F[] },
  next: { readonly fields: readonly F[] },
  place: (field: F) => number,
  context: EvolutionContext,
): Omit<ObjectPair<never, F>, 'base' | 'next'> {
  const namesBefore = new Map(base.fields.map((field) => [field.name, field]));
  const placesBefore = new Map(base.fields.map((field) => [place(field), field]));
  const namesNow = new Set(next.fields.map(({ name }) => name));
  const fields: FieldPair<F>[] = [];
  const reused: FieldPair<F>[] = [];
  const added: F[] = [];
  const gone = new Set(base.fields.filter(({ name }) => !namesNow.has(name)));
  for (const field of next.fields) {
    const same = namesBefore.get(field.name);
    const before = same ?? placesBefore.get(place(field));
    if (before === undefined || (same === undefined && !gone.has(before))) {
      added.push(field);
      continue;
    }
    gone.delete(before);
    const pair: FieldPair<F> = {
      base: before,
      next: field,
      name: `${base.fullName}.${before.name}`,
      typeChange: typeChange(before.type, field.type, (a, b) => context.readsAlike(a, b)),
    };
    (same === undefined && pair.typeChange === 'data' ? reused : fields).push(pair);
  }
  return { fields, reused, removed: [...gone], added };
}
