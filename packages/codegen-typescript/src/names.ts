// Every name and path of the generated code, decided once for the whole schema. Names inside a class are in members.ts.
import { camelCase, dasherCase, invariant, Scope, unreachable, type ImportedName } from '@fb/codegen';
import type { EnumDef, Schema, StructDef, StructField, TableDef, TableField, UnionDef } from '@fb/schema';
import { flatExports } from './flat-names.js';
import { functionNames, hasFunctions, isTypeName, type FunctionNames } from './function-names.js';
import { ENUM_MEMBER_WORDS, PROPERTY_WORDS, TYPE_WORDS } from './language.js';
import type { Settings } from './options.js';

/** A definition that has a file of its own. */
export type TypeDef = EnumDef | UnionDef | StructDef | TableDef;

/** Names that the file of a definition exports; some exist for some kinds only. */
export interface ExportNames extends FunctionNames {
  /** Output path without extension. */
  readonly path: string;
  /** The class or enum. */
  readonly type: string;
  /** The plain class of the object API. */
  readonly object: string;
  readonly layout: string;
  readonly verify: string;
  /** Lists the numbers of a key that has several; not exported. */
  readonly keyScalars: string;
  readonly unionTo: string;
  readonly unionListTo: string;
}

/** The names of a schema. */
export interface Names {
  of(def: TypeDef): ExportNames;
  /** All names that the file at `path` exports. */
  exportsOf(path: string): ReadonlySet<string>;
  /** The name `kind` of `def`, for use in any file. */
  ref(def: TypeDef, kind: Exclude<keyof ExportNames, 'path' | 'flat'>): ImportedName;
  /** The property of a field in the plain class of its table or struct. */
  property(def: StructDef | TableDef, field: StructField | TableField): string;
  /** The names of an enum's members, in their order. */
  members(def: EnumDef): readonly string[];
}

/** Decides all names. Within a namespace no two exports are alike, so that one file can export them all. `far` as in far-types.ts. */
export function namesOf(schema: Schema, settings: Settings, far: ReadonlySet<TypeDef>): Names {
  const defs = [...schema.enums, ...schema.objects];
  const scopes = new Map<string, Scope>();
  const types = new Map<TypeDef, string>();
  const homes = homesOf(schema, settings);
  const wishes = homes === null ? null : namesInOneFile(homes);
  for (const def of defs) types.set(def, scopeOf(scopes, homes, def).claim(wishes?.get(def) ?? def.name));
  const all = new Map<TypeDef, ExportNames>();
  for (const def of defs) {
    const scope = scopeOf(scopes, homes, def);
    const type = types.get(def) ?? def.name;
    const base = wishes?.get(def) ?? def.name;
    const object = hasObject(def) && settings.objectApi;
    const camel = camelCase(base);
    all.set(def, {
      path: homes?.get(def) ?? pathOf(settings, def),
      type,
      object: object ? scope.claim(`${settings.objectPrefix}${type}${settings.objectSuffix}`) : type,
      layout: settings.modern && def.kind !== 'struct' ? scope.claim(`${camel}Layout`) : type,
      verify: settings.modern && def.kind === 'table' ? scope.claim(`verify${base}`) : type,
      keyScalars: settings.modern && hasCompositeKey(def) ? scope.claim(`${camel}KeyScalars`) : type,
      unionTo: def.kind === 'union' ? scope.claim(camelCase(`union_to${base}`)) : type,
      unionListTo: def.kind === 'union' ? scope.claim(camelCase(`union_list_to${base}`)) : type,
      ...functionNames(null, def, type, false, false),
    });
  }
  // After all names that the reference compiler has too, which these must not change.
  for (const [def, known] of hasFunctions(settings) ? all : []) {
    const named = { ...def, name: wishes?.get(def) ?? def.name };
    const scope = scopeOf(scopes, homes, def);
    const functions = functionNames(scope, named, known.type, settings.flatAccessors, far.has(def));
    all.set(def, { ...known, ...functions });
  }
  const properties = new Map<StructDef | TableDef, ReadonlyMap<StructField | TableField, string>>();
  const members = new Map<EnumDef, readonly string[]>();
  const of = (def: TypeDef): ExportNames => {
    const names = all.get(def.kind === 'enum' && def.union !== null ? def.union : def);
    invariant(names !== undefined, `${def.fullName} is no definition of the schema`);
    return names;
  };
  const exported = new Map<string, Set<string>>();
  for (const { path, flat, ...names } of all.values()) {
    const known = exported.get(path) ?? new Set();
    for (const name of [...Object.values(names), ...flatExports(flat)]) known.add(name);
    exported.set(path, known);
  }
  return {
    of,
    exportsOf: (path) => exported.get(path) ?? new Set(),
    ref(def, kind) {
      const names = of(def);
      const qualified = [...def.namespace, ''].join('_');
      return {
        kind: 'import',
        module: names.path,
        external: false,
        exported: names[kind],
        preferred: names[kind],
        fallback: `${qualified}${names[kind]}${qualified === '' ? '_' : ''}`,
        order: `${qualified}${names.type}`,
        typeOnly: isTypeName(kind),
      };
    },
    property(def, field) {
      const known = properties.get(def) ?? propertyNames(settings, def, far.has(def));
      properties.set(def, known);
      return known.get(field) ?? unreachable(`${field.name} is no field of ${def.fullName}`);
    },
    members(def) {
      const known = members.get(def) ?? memberNames(def);
      members.set(def, known);
      return known;
    },
  };
}

/** Whether the object API has a plain class for it. */
export function hasObject(def: TypeDef): def is StructDef | TableDef {
  return def.kind === 'struct' || def.kind === 'table';
}

function hasCompositeKey(def: TypeDef): boolean {
  const kind = hasObject(def) ? def.key?.type.kind : undefined;
  return kind === 'struct' || kind === 'array';
}

/** What must not share a name: the types of a namespace, or of a file where one file holds them all. */
function scopeOf(scopes: Map<string, Scope>, homes: Homes, def: TypeDef): Scope {
  const key = homes?.get(def) ?? def.namespace.join('.');
  const scope = scopes.get(key) ?? new Scope(TYPE_WORDS);
  scopes.set(key, scope);
  return scope;
}

/** The paths of files that hold all types of a schema file; `null` if each type has a file of its own. */
type Homes = ReadonlyMap<TypeDef, string> | null;

function homesOf(schema: Schema, settings: Settings): Homes {
  if (!settings.oneFile) return null;
  const fileOf = (def: TypeDef): string => (settings.generateAll ? schema.mainFile : def.file).path;
  return new Map([...schema.enums, ...schema.objects].map((def) => [def, stemOf(fileOf(def))]));
}

/** A name that several namespaces have gets the namespace before it. */
function namesInOneFile(homes: ReadonlyMap<TypeDef, string>): ReadonlyMap<TypeDef, string> {
  const counts = new Map<string, number>();
  const keyOf = (def: TypeDef): string => `${homes.get(def) ?? ''}/${def.name}`;
  for (const def of homes.keys()) counts.set(keyOf(def), (counts.get(keyOf(def)) ?? 0) + 1);
  return new Map(
    [...homes.keys()].map((def) => {
      const shared = (counts.get(keyOf(def)) ?? 0) > 1;
      return [def, shared ? [...def.namespace, def.name].join('_') : def.name];
    }),
  );
}

/** The name of a schema file without folders and ending. */
export function stemOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const stem = file.replace(/\.[^.]*$/, '');
  return stem === '' ? 'index' : stem;
}

/** A field's name as that of an accessor, parameter or property. */
export function fieldName({ preserveCase }: Settings, { name }: StructField | TableField): string {
  return preserveCase ? name : camelCase(name);
}

function pathOf(settings: Settings, def: TypeDef): string {
  const file = settings.preserveCase ? def.name : dasherCase(def.name);
  return [...def.namespace.map(dasherCase), file].join('/');
}

function propertyNames(
  settings: Settings,
  def: StructDef | TableDef,
  far: boolean,
): ReadonlyMap<StructField | TableField, string> {
  const scope = new Scope(PROPERTY_WORDS, far ? ['packFar'] : []);
  return new Map(def.fields.map((field) => [field, scope.claim(fieldName(settings, field))]));
}

function memberNames(def: EnumDef): readonly string[] {
  const scope = new Scope(ENUM_MEMBER_WORDS);
  return def.values.map((value) => scope.claim(value.name));
}
