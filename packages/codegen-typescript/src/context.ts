// What every part of the generator is given.
import { code, invariant, type Fragment, type ImportedName } from '@fb/codegen';
import type { EnumDef, Schema, StructDef, TableDef, UnionDef } from '@fb/schema';
import { farTypes } from './far-types.js';
import { layoutsOf, type Layouts } from './layouts.js';
import { namesOf, type Names } from './names.js';
import type { Settings } from './options.js';
import { recursiveTables } from './recursion.js';
import { runtimeOf, type Runtime } from './runtime.js';

/** What every part of the generator is given. */
export interface Context {
  readonly schema: Schema;
  readonly settings: Settings;
  readonly names: Names;
  readonly runtime: Runtime;
  readonly layouts: Layouts;
  /** Tables that values may be nested in without end. */
  readonly recursive: ReadonlySet<TableDef>;
  /** The table or union of that full name. */
  definition(fullName: string): TableDef | UnionDef;
  /** Whether the schema has 64-bit offsets: its size prefixes take 8 bytes then. */
  readonly farOffsets: boolean;
  /** Tables and unions whose values may hold what is behind those. */
  readonly farTypes: ReadonlySet<TableDef | UnionDef>;
  /** How absence is written. */
  readonly absent: 'null' | 'undefined';
}

/** Decides all names and prepares what the parts share. */
export function contextOf(schema: Schema, settings: Settings): Context {
  const definitions = new Map<string, TableDef | UnionDef>();
  for (const def of [...schema.objects, ...schema.enums]) {
    if (def.kind === 'table' || def.kind === 'union') definitions.set(def.fullName, def);
  }
  const far = farTypes(schema);
  return {
    schema,
    settings,
    names: namesOf(schema, settings, far),
    runtime: runtimeOf(settings.runtimeModule),
    layouts: layoutsOf(settings.modern ? schema.objects : []),
    recursive: recursiveTables(schema),
    definition(fullName) {
      const def = definitions.get(fullName);
      invariant(def !== undefined, `${fullName} is no definition of the schema`);
      return def;
    },
    farOffsets: schema.features.has('64-bit offsets'),
    farTypes: far,
    absent: settings.undefinedForOptionals ? 'undefined' : 'null',
  };
}

/** The class or enum of a definition. */
export function typeRef(context: Context, def: EnumDef | UnionDef | StructDef | TableDef): ImportedName {
  return context.names.ref(def, 'type');
}

/** The plain class of the object API. */
export function objectRef(context: Context, def: StructDef | TableDef): ImportedName {
  return context.names.ref(def, 'object');
}

/** `type` or absence. */
export function orAbsent(context: Context, type: string | ImportedName | Fragment): Fragment {
  return code`${type} | ${context.absent}`;
}
