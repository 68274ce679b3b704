// What every part of the generator is given.
import type { ImportedName } from '@fb/codegen';
import type { EnumDef, Schema, ServiceDef, StructDef, TableDef, UnionDef } from '@fb/schema';
import { namesOf, type Names, type TypeDef } from './names.js';
import type { Settings } from './options.js';

/** What every part of the generator is given. */
export interface Context {
  readonly schema: Schema;
  readonly settings: Settings;
  readonly names: Names;
}

/** Decides all names. */
export function contextOf(schema: Schema, settings: Settings): Context {
  return { schema, settings, names: namesOf(schema, settings) };
}

/** The accessor class, or the class of constants, of `def` as code of `from` names it. */
export function typeRef(
  { names }: Context,
  from: TypeDef | ServiceDef,
  def: EnumDef | UnionDef | StructDef | TableDef,
): ImportedName | string {
  return names.ref(from, def, 'type');
}

/** The plain class of the object API. */
export function objectRef(
  { names }: Context,
  from: TypeDef,
  def: StructDef | TableDef,
): ImportedName | string {
  return names.ref(from, def, 'object');
}
