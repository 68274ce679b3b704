// Every name that users' programs call: those of types and of functions beside them, decided once for the whole
// schema, and those of members of a type. A name that is taken or reserved gets `_` behind it.
import { invariant, Scope } from '@fb/codegen';
import type {
  EnumDef,
  EnumValue,
  Schema,
  ServiceDef,
  StructDef,
  StructField,
  TableDef,
  TableField,
  UnionDef,
} from '@fb/schema';
import { GLOBAL_WORDS, MEMBER_WORDS, WORDS } from './language.js';
import type { Settings } from './options.js';

/** A definition that has a type of its own. */
export type TypeDef = EnumDef | UnionDef | StructDef | TableDef;

/** A field of either kind. */
export type AnyField = TableField | StructField;

/** Names in the namespace of a definition; some are in use for some kinds only. */
export interface TypeNames {
  /** The class or enum. */
  readonly type: string;
  /** `XTypeTable` */
  readonly typeTable: string;
  /** `XBuilder` */
  readonly builder: string;
  /** `XT` */
  readonly native: string;
  readonly create: string;
  readonly createDirect: string;
  readonly enumValues: string;
  readonly enumNames: string;
  readonly enumName: string;
  readonly union: string;
  readonly traits: string;
  readonly unionTraits: string;
  readonly verify: string;
  readonly verifyVector: string;
}

/** What is inside of a service's class. */
export const SERVICE_MEMBERS: ReadonlySet<string> = new Set(
  `Stub StubInterface NewStub Service CallbackService AsyncService StreamedUnaryService SplitStreamedService
  StreamedService service_full_name channel_`.split(/\s+/),
);

/** The names of a schema. */
export interface Names {
  /** The namespace of a definition. */
  namespace(def: TypeDef | ServiceDef): readonly string[];
  /** The name `kind` of a definition as its own namespace knows it. */
  local(def: TypeDef, kind?: keyof TypeNames): string;
  /** The same from anywhere: `::A::B::X`. */
  ref(def: TypeDef, kind?: keyof TypeNames): string;
  /** An enumerator within its enum's declaration. */
  enumerator(def: EnumDef, value: EnumValue): string;
  /** An enumerator from anywhere. */
  enumeratorRef(def: EnumDef, value: EnumValue): string;
  /** An enumerator such as `MIN` that is no value of the schema; `null` if a value has that name. */
  extra(def: EnumDef, name: 'MIN' | 'MAX' | 'NONE' | 'ANY'): string | null;
  /** The class that holds the stub and the server of a service. */
  service(def: ServiceDef): string;
  /** The name of a field's accessor. */
  field(def: StructDef | TableDef, field: AnyField): string;
}

/** Decides all names. Files are taken in the order they include each other, so that each has the same names anywhere. */
export function namesOf(schema: Schema, settings: Settings): Names {
  const scopes = new Map<string, Scope>();
  const types = new Map<TypeDef, TypeNames>();
  const enumerators = new Map<EnumDef, ReadonlyMap<string, string>>();
  const extras = new Map<EnumDef, ReadonlyMap<string, string>>();
  const fields = new Map<StructDef | TableDef, ReadonlyMap<AnyField, string>>();
  const services = new Map<ServiceDef, string>();
  const scopeOf = (def: TypeDef | ServiceDef): Scope => {
    const key = namespaceOf(def).join('::');
    const scope = scopes.get(key) ?? new Scope(GLOBAL_WORDS, innerNamespaces(schema, def.namespace));
    scopes.set(key, scope);
    return scope;
  };
  for (const defs of byFile(schema)) {
    const own = new Map(defs.map((def) => [def, scopeOf(def).claim(className(def, settings))]));
    for (const [def, type] of own) types.set(def, typeNames(def, type, scopeOf(def), settings));
    for (const [def, type] of own) {
      const values = def.kind === 'union' ? def.discriminator : def;
      if (values.kind !== 'enum') continue;
      const scope = settings.scopedEnums ? new Scope(WORDS) : scopeOf(def);
      enumerators.set(values, enumeratorNames(values, type, scope, settings));
      extras.set(values, extraNames(values, type, scope, settings));
    }
  }
  if (settings.grpc)
    for (const def of schema.services) services.set(def, scopeOf(def).claim(serviceName(def)));
  const namesFor = (def: TypeDef): TypeNames => {
    const names = types.get(def.kind === 'enum' && def.union !== null ? def.union : def);
    invariant(names !== undefined, `${def.fullName} is no definition of the schema`);
    return names;
  };
  const inside = (def: TypeDef, name: string): string => ['', ...namespaceOf(def), name].join('::');
  const known = (def: EnumDef, name: string): string => enumerators.get(def)?.get(name) ?? name;
  return {
    namespace: namespaceOf,
    local: (def, kind = 'type') => namesFor(def)[kind],
    ref: (def, kind = 'type') => inside(def, namesFor(def)[kind]),
    enumerator: (def, value) => known(def, value.name),
    enumeratorRef: (def, value) =>
      settings.scopedEnums
        ? `${inside(def, namesFor(def).type)}::${known(def, value.name)}`
        : inside(def, known(def, value.name)),
    service: (def) => services.get(def) ?? def.name,
    extra: (def, name) => extras.get(def)?.get(name) ?? null,
    field(def, field) {
      const names = fields.get(def) ?? fieldNames(def, namesFor(def).type, settings);
      fields.set(def, names);
      return names.get(field) ?? field.name;
    },
  };
}

/** The namespace that a name is in, with keywords out of the way. */
function namespaceOf({ namespace }: TypeDef | ServiceDef): readonly string[] {
  return namespace.map((part) => new Scope(GLOBAL_WORDS).claim(part));
}

/** Names of namespaces directly inside a namespace: no type there can have one of them. */
function innerNamespaces(schema: Schema, namespace: readonly string[]): readonly string[] {
  return [...schema.enums, ...schema.objects]
    .filter((def) => namespace.every((part, i) => def.namespace[i] === part))
    .flatMap((def) => namespaceOf(def).slice(namespace.length, namespace.length + 1));
}

/** The definitions of each file, includes first; enums before what can hold them. */
function byFile(schema: Schema): readonly (readonly TypeDef[])[] {
  const order = new Map<string, TypeDef[]>();
  const files = new Map(schema.files.map((file) => [file.path, file]));
  const seen = new Set([schema.mainFile.path]);
  // An explicit stack: a chain of includes may be longer than the call stack is deep.
  const stack = [{ path: schema.mainFile.path, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const include = files.get(top.path)?.includes[top.next++];
    if (include === undefined) {
      order.set(top.path, []);
      stack.pop();
    } else if (!seen.has(include)) {
      seen.add(include);
      stack.push({ path: include, next: 0 });
    }
  }
  for (const def of [...schema.enums, ...schema.objects]) {
    const defs = order.get(def.file.path);
    if (defs === undefined) order.set(def.file.path, [def]);
    else defs.push(def);
  }
  return [...order.values()];
}

function typeNames(def: TypeDef, type: string, scope: Scope, settings: Settings): TypeNames {
  const { name } = def;
  const claim = (wanted: boolean, wish: string): string => (wanted ? scope.claim(wish) : wish);
  const table = def.kind === 'table';
  const union = def.kind === 'union';
  const isEnum = union || def.kind === 'enum';
  const objects = settings.objectApi;
  return {
    type,
    typeTable: claim(settings.reflect !== 'none', `${name}TypeTable`),
    builder: claim(table, `${name}Builder`),
    native: claim(table && objects, `${settings.objectPrefix}${name}${settings.objectSuffix}`),
    create: claim(table, `Create${name}`),
    createDirect: claim(table, `Create${name}Direct`),
    enumValues: claim(isEnum, `EnumValues${name}`),
    enumNames: claim(isEnum, `EnumNames${name}`),
    enumName: claim(isEnum, `EnumName${name}`),
    union: claim(union && objects, `${name}Union`),
    traits: claim(union, `${name}Traits`),
    unionTraits: claim(union && objects, `${name}UnionTraits`),
    verify: claim(union, `Verify${name}`),
    verifyVector: claim(union, `Verify${name}Vector`),
  };
}

/** Enumerators share a scope with types unless their enum is scoped. */
function enumeratorNames(
  def: EnumDef,
  type: string,
  scope: Scope,
  { noPrefix }: Settings,
): ReadonlyMap<string, string> {
  const prefix = noPrefix ? '' : `${type}_`;
  // What is a keyword is escaped before it gets a prefix.
  return new Map(
    def.values.map(({ name }) => [name, scope.claim(`${prefix}${new Scope(WORDS).claim(name)}`)]),
  );
}

/** Enumerators that are no values of the schema are left out where another thing has their name. */
function extraNames(
  def: EnumDef,
  type: string,
  scope: Scope,
  { noPrefix, scopedEnums, minifyEnums, noMinMax }: Settings,
): ReadonlyMap<string, string> {
  if (minifyEnums || (noPrefix && !scopedEnums) || (noMinMax && !def.bitFlags)) return new Map();
  const prefix = noPrefix ? '' : `${type}_`;
  const wanted = def.bitFlags ? ['NONE', 'ANY'] : ['MIN', 'MAX'];
  return new Map(
    wanted
      .filter((name) => !scope.names.has(`${prefix}${name}`))
      .map((name) => [name, scope.claim(`${prefix}${name}`)]),
  );
}

/** A class inside of another cannot have its name. */
function serviceName({ name }: ServiceDef): string {
  return SERVICE_MEMBERS.has(name) || /^With\w+Method_/.test(name) ? `${name}_` : name;
}

/** A method with the name of its class would be a constructor, so such a class gets another name. */
function className(def: TypeDef, settings: Settings): string {
  if (def.kind === 'enum' || def.kind === 'union') return def.name;
  const { objectApi, reflect, nameStrings, standard, staticReflection, binarySchema } = settings;
  const table = def.kind === 'table';
  const methods = [
    ...(table ? ['Verify', 'FlatBuffersVTableOffset'] : []),
    ...(table && objectApi ? ['Pack', 'UnPack', 'UnPackTo', 'NativeTableType'] : []),
    ...(table && binarySchema !== null ? ['BinarySchema'] : []),
    ...(def.key === null ? [] : ['KeyCompareLessThan', 'KeyCompareWithValue']),
    ...(reflect === 'none' ? [] : ['MiniReflectTypeTable']),
    ...(nameStrings ? ['GetFullyQualifiedName'] : []),
    ...(standard === 'c++17' ? ['Traits'] : []),
    ...(staticReflection ? ['get_field'] : []),
  ];
  return methods.includes(def.name) ? `${def.name}_` : def.name;
}

/** What a generated class has of its own, and no overload of which can be told apart from an accessor. */
function ownMembers(def: StructDef | TableDef, { objectApi, reflect, nameStrings }: Settings): string[] {
  return [
    'Traits',
    ...(def.kind === 'table'
      ? ['Builder', 'NativeTableType', 'FlatBuffersVTableOffset', 'BinarySchema']
      : []),
    ...(def.kind === 'table' && objectApi ? ['UnPack', 'TableType'] : []),
    ...(reflect === 'none' ? [] : ['MiniReflectTypeTable']),
    ...(nameStrings ? ['GetFullyQualifiedName'] : []),
  ];
}

function fieldNames(
  def: StructDef | TableDef,
  type: string,
  settings: Settings,
): ReadonlyMap<AnyField, string> {
  const scope = new Scope(MEMBER_WORDS, [type, ...ownMembers(def, settings)]);
  const names = new Map<AnyField, string>();
  const all: readonly AnyField[] = def.fields;
  for (const field of all) {
    // The tag of a union ends in `_type` in every case style; the vector of those is a field like others.
    const union = field.kind === 'tableField' && field.type.kind !== 'vector' ? field.tagOf : null;
    const base = union === null ? field.name : union.name;
    const cased = casedName(base, settings.fieldCase);
    names.set(field, scope.claim(`${cased}${field.name.slice(base.length)}`));
  }
  return names;
}

function casedName(name: string, style: Settings['fieldCase']): string {
  if (style === 'unchanged') return name;
  const first = (letter: string): string => (style === 'upper' ? letter.toUpperCase() : letter.toLowerCase());
  return name.replace(/^_[A-Za-z]|^[^_]|(?!^)_./g, (found, at: number) => {
    if (at > 0) return found.charAt(1).toUpperCase();
    return found.length > 1 ? found.toUpperCase() : first(found);
  });
}
