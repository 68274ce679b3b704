// What every part of the generator is given.
import type { Schema, StructDef, TableDef } from '@fb/schema';
import type { Form } from './language.js';
import { classNamesOf, type ClassNames } from './members.js';
import { namesOf, type Names } from './names.js';
import type { Settings } from './options.js';

/** What holds for the whole schema. */
export interface Context {
  readonly schema: Schema;
  readonly settings: Settings;
  readonly names: Names;
  /** The names inside the classes of a table or struct. */
  members(def: TableDef | StructDef): ClassNames;
}

/** A module that is being written. */
export interface Module extends Context {
  /** Output path without extension. */
  readonly path: string;
  readonly form: Form;
  /** The variable that holds NumPy, if it is installed; `null` when generated code does not ask for it. */
  readonly np: string | null;
  /** Other names of classes of this module that a member of one of its classes hides where types are written. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Decides all names. */
export function contextOf(schema: Schema, settings: Settings): Context {
  const names = namesOf(schema, settings);
  const classes = new Map<TableDef | StructDef, ClassNames>();
  return {
    schema,
    settings,
    names,
    members(def) {
      const known = classes.get(def) ?? classNamesOf(names, def);
      classes.set(def, known);
      return known;
    },
  };
}
