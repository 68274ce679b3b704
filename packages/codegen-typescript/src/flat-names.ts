// Names of the functions that read single fields.
import { camelCase } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField } from '@fb/schema';

/** Names of the functions that read the fields of one table or struct. */
export interface FlatNames {
  /** Gives the position of the root table. */
  readonly root: string | null;
  /** Gives a field's value, or its position. */
  readonly field: ReadonlyMap<TableField | StructField, string>;
  /** Gives an element of the vector or array of a field. */
  readonly item: ReadonlyMap<TableField | StructField, string>;
}

/** The names of a definition's functions, each claimed by `claim`. */
export function flatNames(def: TableDef | StructDef, claim: (wish: string) => string): FlatNames {
  const field = new Map<TableField | StructField, string>();
  const item = new Map<TableField | StructField, string>();
  const root = def.kind === 'table' ? claim(camelCase(`${def.name}_root`)) : null;
  for (const each of def.fields) {
    if (each.kind === 'tableField' && each.deprecated) continue;
    field.set(each, claim(camelCase(`${def.name}_${each.name}`)));
    if (each.type.kind === 'vector' || each.type.kind === 'array') {
      item.set(each, claim(camelCase(`${def.name}_${each.name}_item`)));
    }
  }
  return { root, field, item };
}

/** All names of a definition. */
export function flatExports(names: FlatNames | null): readonly string[] {
  if (names === null) return [];
  return [...(names.root === null ? [] : [names.root]), ...names.field.values(), ...names.item.values()];
}
