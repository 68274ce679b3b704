// Every name and path of the generated code that others can see, decided once for the whole schema.
import { camelCase, invariant, Scope } from '@fb/codegen';
import type { EnumDef, Schema, SchemaFile, StructDef, TableDef, TableField, UnionDef } from '@fb/schema';
import { reservedWords } from './language.js';
import type { Settings } from './options.js';

/** A definition that becomes a class. */
export type TypeDef = EnumDef | UnionDef | StructDef | TableDef;

/** A function under its full name, and a short one where that is free. */
export interface FunctionName {
  readonly name: string;
  readonly short: string | null;
}

/** Functions of a module that belong to a field of a table. */
export interface FieldFunctions {
  readonly add: FunctionName;
  readonly startVector: FunctionName;
  readonly createVector: FunctionName;
  readonly makeVector: FunctionName;
}

/** Names in a module that belong to a definition; some are used for some kinds only. */
export interface ModuleNames {
  /** Output path of the module, without extension. */
  readonly path: string;
  readonly type: string;
  readonly object: string;
  /** Of a union: the function that makes a plain object. */
  readonly creator: string;
  /** The function that writes a struct, or a whole table; `null` when the schema uses the name for something else. */
  readonly create: string | null;
  readonly start: FunctionName;
  readonly end: FunctionName;
  readonly fields: ReadonlyMap<TableField, FieldFunctions>;
}

/** The names of a schema. */
export interface Names {
  readonly reserved: ReadonlySet<string>;
  of(def: TypeDef): ModuleNames;
  /** All names that the module at `path` declares. */
  declared(path: string): ReadonlySet<string>;
  /** The variable for NumPy of the module at `path`. */
  np(path: string): string;
}

/** `snake_case` as `SnakeCase`. */
export function upperCamel(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** Whether Python gives a name its own meaning: `__class__`. */
export function isSpecial(name: string): boolean {
  return /^__.*__$/.test(name);
}

/** Whether Python changes a name where it stands in a class: `__secret`. */
export function isPrivate(name: string): boolean {
  return name.startsWith('__') && !name.endsWith('__');
}

/** The attributes of an enum's class, in the order of its values. */
export function memberNames(def: EnumDef, reserved: ReadonlySet<string>): readonly string[] {
  const scope = new Scope(reserved);
  return def.values.map(({ name }) => scope.claim(isSpecial(name) ? `${name}_` : name));
}

/** `name`, or `name_` for a reserved word. */
export function escaped(name: string, reserved: ReadonlySet<string>): string {
  return reserved.has(name) ? `${name}_` : name;
}

/** Decides all names. What programs call most is named first: what comes later gives way. */
export function namesOf(schema: Schema, settings: Settings): Names {
  const reserved = reservedWords(settings.pythonVersion);
  const paths = pathsOf(schema, settings, reserved);
  const defs = [...schema.enums, ...schema.objects];
  const scopes = new Map<string, Scope>();
  const scopeOf = (def: TypeDef): Scope => {
    const path = paths(def);
    const scope = scopes.get(path) ?? new Scope(reserved);
    scopes.set(path, scope);
    return scope;
  };
  const types = new Map(
    defs.map((def) => {
      const scope = scopeOf(def);
      const isTaken = scope.names.has(escaped(def.name, reserved));
      // Only one module for all has types of several namespaces.
      return [def, scope.claim(isTaken ? [...def.namespace, def.name].join('_') : def.name)];
    }),
  );
  const nps = new Map(
    [...scopes].map(([path, scope]) => [path, scope.claim(scope.names.has('np') ? '_np' : 'np')]),
  );
  const all = new Map<TypeDef, ModuleNames>();
  for (const def of defs) {
    const type = types.get(def) ?? def.name;
    all.set(def, moduleNames(def, type, paths(def), scopeOf(def), settings, reserved));
  }
  return {
    reserved,
    of(def) {
      const names = all.get(def.kind === 'enum' && def.union !== null ? def.union : def);
      invariant(names !== undefined, `${def.fullName} is no definition of the schema`);
      return names;
    },
    declared: (path) => scopes.get(path)?.names ?? new Set(),
    np: (path) => nps.get(path) ?? 'np',
  };
}

function moduleNames(
  def: TypeDef,
  type: string,
  path: string,
  scope: Scope,
  settings: Settings,
  reserved: ReadonlySet<string>,
): ModuleNames {
  const hasObject = def.kind === 'table' || def.kind === 'struct';
  const object =
    settings.objectApi && hasObject
      ? scope.claim(`${settings.objectPrefix}${type}${settings.objectSuffix}`)
      : type;
  const creator =
    settings.objectApi && def.kind === 'union' ? scope.claim(`${upperCamel(def.name)}Creator`) : type;
  const named = (long: string, short: string, mayBeShort = true): FunctionName => {
    const isFree = !scope.names.has(short);
    if (settings.shortNames && mayBeShort) return { name: scope.claim(isFree ? short : long), short: null };
    const name = scope.claim(long);
    const offered = !settings.oneFile && !scope.names.has(short);
    return { name, short: offered ? scope.claim(short) : null };
  };
  const none: FunctionName = { name: type, short: null };
  const isTable = def.kind === 'table';
  const start = isTable ? named(`${type}Start`, 'Start') : none;
  const fields = new Map<TableField, FieldFunctions>();
  for (const field of isTable ? def.fields : []) {
    if (field.deprecated) continue;
    const method = escaped(upperCamel(field.name), reserved);
    const functionOf = (before: string, after: string, wanted: boolean, mayBeShort = true): FunctionName =>
      wanted ? named(`${type}${before}${method}${after}`, `${before}${method}${after}`, mayBeShort) : none;
    const isVector = field.type.kind === 'vector';
    fields.set(field, {
      add: functionOf('Add', '', true),
      startVector: functionOf('Start', 'Vector', isVector),
      createVector: functionOf('Create', 'Vector', isVector),
      // The reference keeps the full name of this one in any case.
      makeVector: functionOf('Make', 'VectorFromBytes', field.nested !== null, false),
    });
  }
  const end = isTable ? named(`${type}End`, 'End') : none;
  const wish = `Create${type}`;
  const create =
    hasObject && !scope.names.has(wish)
      ? scope.claim(wish)
      : def.kind === 'struct'
        ? scope.claim(wish)
        : null;
  return { path, type, object, creator, create, start, end, fields };
}

/** Where each definition is written. */
function pathsOf(
  schema: Schema,
  settings: Settings,
  reserved: ReadonlySet<string>,
): (def: TypeDef) => string {
  const safe = (name: string): string => (isSpecial(name) ? `${name}_` : escaped(name, reserved));
  if (settings.oneFile) {
    const prefix = settings.includePrefix.replace(/\/?$/, settings.includePrefix === '' ? '' : '/');
    return ({ file }) => {
      const isMain = settings.generateAll || file.path === schema.mainFile.path;
      const name = `${stemOf(isMain ? schema.mainFile : file)}${settings.filenameSuffix}`;
      return isMain ? name : `${prefix}${name}`;
    };
  }
  const folders = new Set<string>();
  for (const { namespace } of [...schema.enums, ...schema.objects]) {
    for (let i = 1; i <= namespace.length; i++) folders.add(namespace.slice(0, i).map(safe).join('/'));
  }
  return (def) => {
    const path = [...def.namespace, def.name].map(safe).join('/');
    // Python takes a package before a module of the same name: such a type is written into the package itself.
    return folders.has(path) ? `${path}/__init__` : path;
  };
}

/** The name of a schema file without folders and extension. */
export function stemOf(file: SchemaFile): string {
  const name = file.path.split(/[/\\]/).at(-1) ?? '';
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
