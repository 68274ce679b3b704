// Every class name and path of the generated code, decided once for the whole schema. Names inside a class are in
// members.ts.
import { invariant, Scope, type ImportedName } from '@fb/codegen';
import type { EnumDef, Schema, ServiceDef, StructDef, TableDef, UnionDef } from '@fb/schema';
import { packageWord, TYPE_WORDS } from './language.js';
import type { Settings } from './options.js';

/** A definition that has classes. */
export type TypeDef = EnumDef | UnionDef | StructDef | TableDef;

/** The classes of a definition; some exist for some kinds only. */
export interface ClassNames {
  /** Empty outside of all packages. */
  readonly package: string;
  /** The accessor class, or the class of an enum's constants. */
  readonly type: string;
  /** The plain class of the object API. */
  readonly object: string;
  /** The class of the object API that holds a union's type and value. */
  readonly holder: string;
}

/** The class of a service. */
export type ServiceNames = Pick<ClassNames, 'package' | 'type'>;

/** The names of a schema. */
export interface Names {
  of(def: TypeDef): ClassNames;
  ofService(def: ServiceDef): ServiceNames;
  /** The class `kind` of `def` as code of `from` names it. */
  ref(
    from: TypeDef | ServiceDef,
    def: TypeDef,
    kind: Exclude<keyof ClassNames, 'package'>,
  ): ImportedName | string;
  /** Path of the file of the class `kind`, without extension. */
  path(def: TypeDef, kind: Exclude<keyof ClassNames, 'package'>): string;
  servicePath(def: ServiceDef): string;
  /** All classes in the package of `def`: they hide others of the same name. */
  neighbours(def: TypeDef | ServiceDef): ReadonlySet<string>;
}

/** Decides all names. Within a package no two classes are alike. */
export function namesOf(schema: Schema, settings: Settings): Names {
  const defs = [...schema.enums, ...schema.objects];
  const scopes = new Map<string, Scope>();
  const scopeOf = (name: string): Scope => {
    const scope = scopes.get(name) ?? new Scope(TYPE_WORDS);
    scopes.set(name, scope);
    return scope;
  };
  const types = new Map(defs.map((def) => [def, scopeOf(packageOf(def, settings)).claim(def.name)]));
  const all = new Map<TypeDef, ClassNames>();
  for (const def of defs) {
    const name = packageOf(def, settings);
    const type = types.get(def) ?? def.name;
    const plain = settings.objectApi && (def.kind === 'struct' || def.kind === 'table');
    const holder = settings.objectApi && def.kind === 'union';
    all.set(def, {
      package: name,
      type,
      object: plain
        ? scopeOf(name).claim(`${settings.objectPrefix}${def.name}${settings.objectSuffix}`)
        : type,
      holder: holder ? scopeOf(name).claim(`${def.name}Union`) : type,
    });
  }
  const services = new Map(
    (settings.grpc ? schema.services : []).map((def) => {
      const name = packageOf(def, settings);
      return [def, { package: name, type: scopeOf(name).claim(`${def.name}Grpc`) }];
    }),
  );
  const of = (def: TypeDef): ClassNames => {
    const names = all.get(def.kind === 'enum' && def.union !== null ? def.union : def);
    invariant(names !== undefined, `${def.fullName} is no definition of the schema`);
    return names;
  };
  const ofService = (def: ServiceDef): ServiceNames => {
    const names = services.get(def);
    invariant(names !== undefined, `${def.fullName} is no service of the schema`);
    return names;
  };
  return {
    of,
    ofService,
    ref(from, def, kind) {
      const names = of(def);
      const exported = names[kind];
      const full = names.package === '' ? exported : `${names.package}.${exported}`;
      // Variables start in lower case, and one of the same name would hide the class.
      if (!/^[A-Z]/.test(exported)) return full;
      if (names.package === packageOf(from, settings)) return exported;
      return {
        kind: 'import',
        module: names.package,
        external: true,
        exported,
        preferred: exported,
        fallback: full,
        order: full,
      };
    },
    path: (def, kind) => pathOf(of(def).package, of(def)[kind]),
    servicePath: (def) => pathOf(ofService(def).package, ofService(def).type),
    neighbours: (def) => scopeOf(packageOf(def, settings)).names,
  };
}

function pathOf(name: string, type: string): string {
  return [...name.split('.'), type].filter((part) => part !== '').join('/');
}

function packageOf(def: TypeDef | ServiceDef, settings: Settings): string {
  const prefix = settings.packagePrefix === '' ? [] : [settings.packagePrefix];
  return [...prefix, ...def.namespace.map(packageWord)].join('.');
}
