// Every name and path of the generated code, decided once for the whole schema. Names inside a class are in members.ts.
import { camelCase, dasherCase, invariant, Scope, unreachable, type ImportedName } from '@fb/codegen';
import type { EnumDef, Schema, StructDef, StructField, TableDef, TableField, UnionDef } from '@fb/schema';
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
  readonly unionTo: string;
  readonly unionListTo: string;
}

/** The names of a schema. */
export interface Names {
  of(def: TypeDef): ExportNames;
  /** The name `kind` of `def`, for use in any file. */
  ref(def: TypeDef, kind: Exclude<keyof ExportNames, 'path' | 'flat'>): ImportedName;
  /** The property of a field in the plain class of its table or struct. */
  property(def: StructDef | TableDef, field: StructField | TableField): string;
  /** The names of an enum's members, in their order. */
  members(def: EnumDef): readonly string[];
}

/** Decides all names. Within a namespace no two exports are alike, so that one file can export them all. */
export function namesOf(schema: Schema, settings: Settings): Names {
  const defs = [...schema.enums, ...schema.objects];
  const scopes = new Map<string, Scope>();
  const types = new Map<TypeDef, string>();
  for (const def of defs) types.set(def, scopeOf(scopes, def).claim(def.name));
  const all = new Map<TypeDef, ExportNames>();
  for (const def of defs) {
    const scope = scopeOf(scopes, def);
    const type = types.get(def) ?? def.name;
    const object = hasObject(def) && settings.objectApi;
    const camel = camelCase(def.name);
    all.set(def, {
      path: pathOf(def),
      type,
      object: object ? scope.claim(`${settings.objectPrefix}${type}${settings.objectSuffix}`) : type,
      layout: settings.modern && def.kind !== 'struct' ? scope.claim(`${camel}Layout`) : type,
      verify: settings.modern && def.kind === 'table' ? scope.claim(`verify${def.name}`) : type,
      unionTo: def.kind === 'union' ? scope.claim(camelCase(`union_to${def.name}`)) : type,
      unionListTo: def.kind === 'union' ? scope.claim(camelCase(`union_list_to${def.name}`)) : type,
      ...functionNames(null, def, type, false),
    });
  }
  // After all names that the reference compiler has too, which these must not change.
  for (const [def, known] of hasFunctions(schema, settings) ? all : []) {
    const scope = scopeOf(scopes, def);
    all.set(def, { ...known, ...functionNames(scope, def, known.type, settings.flatAccessors) });
  }
  const properties = new Map<StructDef | TableDef, ReadonlyMap<StructField | TableField, string>>();
  const members = new Map<EnumDef, readonly string[]>();
  const of = (def: TypeDef): ExportNames => {
    const names = all.get(def.kind === 'enum' && def.union !== null ? def.union : def);
    invariant(names !== undefined, `${def.fullName} is no definition of the schema`);
    return names;
  };
  return {
    of,
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
      const known = properties.get(def) ?? propertyNames(def);
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

function scopeOf(scopes: Map<string, Scope>, def: TypeDef): Scope {
  const key = def.namespace.join('.');
  const scope = scopes.get(key) ?? new Scope(TYPE_WORDS);
  scopes.set(key, scope);
  return scope;
}

function pathOf(def: TypeDef): string {
  return [...def.namespace, def.name].map(dasherCase).join('/');
}

function propertyNames(def: StructDef | TableDef): ReadonlyMap<StructField | TableField, string> {
  const scope = new Scope(PROPERTY_WORDS);
  return new Map(def.fields.map((field) => [field, scope.claim(camelCase(field.name))]));
}

function memberNames(def: EnumDef): readonly string[] {
  const scope = new Scope(ENUM_MEMBER_WORDS);
  return def.values.map((value) => scope.claim(value.name));
}
