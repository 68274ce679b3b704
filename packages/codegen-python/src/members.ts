// The names inside the classes of a table or struct.
import { camelCase, Scope, unreachable } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField } from '@fb/schema';
import { BODY_WORDS } from './language.js';
import { isPrivate, upperCamel, type Names } from './names.js';

/** Names that belong to a field; some exist for some types only. */
export interface FieldNames {
  readonly accessor: string;
  readonly asNumpy: string;
  readonly length: string;
  readonly isNone: string;
  /** Of a nested FlatBuffer: its root. */
  readonly nestedRoot: string;
  /** The attribute of the plain class. */
  readonly property: string;
  /** The parameter of the constructor of the plain class. */
  readonly parameter: string;
  /** The variable of a longer function that is its value or offset. */
  readonly local: string;
  /** The variable for an element of it. */
  readonly item: string;
}

/** Names inside the classes of a table or struct. */
export interface ClassNames {
  field(field: TableField | StructField): FieldNames;
  /** Of the accessor class. */
  readonly bufferHasIdentifier: string;
  readonly getRootAs: string;
  /** The method that writes a whole table; `null` when a field has the name. */
  readonly create: string | null;
  /** A parameter that takes an accessor. */
  readonly view: string;
  /** Everything that the class of accessors declares. */
  readonly methods: ReadonlySet<string>;
  /** Everything that the plain class declares. */
  readonly attributes: ReadonlySet<string>;
}

/** Methods of the plain class. */
const OBJECT_METHODS = [
  '__init__',
  '__eq__',
  'InitFromBuf',
  'InitFromPackedBuf',
  'InitFromObj',
  '_UnPack',
  'Pack',
];

/** Names for the classes of a table or struct. Accessors come first: what derives from one gives way to another. */
export function classNamesOf(names: Names, def: TableDef | StructDef): ClassNames {
  const { reserved } = names;
  const { type, create } = names.of(def);
  const getRootAs = `GetRootAs${type}`;
  const bufferHasIdentifier = `${type}BufferHasIdentifier`;
  const own = [
    'Init',
    '_tab',
    ...(def.kind === 'struct' ? ['SizeOf'] : ['GetRootAs', getRootAs, bufferHasIdentifier]),
  ];
  const methods = new Scope(reserved, own);
  const attributes = new Scope(reserved, OBJECT_METHODS);
  const parameters = new Scope(reserved, ['self']);
  const view = new Scope(reserved, [...BODY_WORDS, 'buf', 'i', 'pos', 'x']).claim(camelCase(def.name));
  const locals = new Scope(reserved, [...BODY_WORDS, 'i', 'item', 'offset', 'offsets', view]);
  const live = def.fields.filter((field) => field.kind === 'structField' || !field.deprecated);
  const variables = live.map((field) => locals.claim(camelCase(field.name)));
  const accessors = live.map((field) => methods.claim(reachable(upperCamel(field.name))));
  const fields = new Map<TableField | StructField, FieldNames>();
  live.forEach((field, i) => {
    const accessor = accessors[i] ?? field.name;
    const isList = field.type.kind === 'vector' || field.type.kind === 'array';
    const derived = (end: string): string =>
      isList ? methods.claim(reachable(`${accessor}${end}`)) : accessor;
    const camel = camelCase(field.name);
    fields.set(field, {
      accessor,
      asNumpy: derived('AsNumpy'),
      length: derived('Length'),
      isNone: derived('IsNone'),
      nestedRoot: derived('NestedRoot'),
      property: attributes.claim(reachable(camel)),
      parameter: parameters.claim(camel),
      local: variables[i] ?? camel,
      item: isList ? locals.claim(`${camel}Item`) : camel,
    });
  });
  const isFree = def.kind === 'table' && create !== null && !methods.names.has(create);
  return {
    field(field) {
      return fields.get(field) ?? unreachable(`${field.name} is no field of ${def.fullName}`);
    },
    bufferHasIdentifier,
    getRootAs,
    create: isFree ? methods.claim(create) : null,
    view,
    methods: methods.names,
    attributes: attributes.names,
  };
}

/** A name that means the same in every class: Python changes those that begin with two underscores. */
function reachable(name: string): string {
  return isPrivate(name) ? name.replace(/^_+/, '_') : name;
}
