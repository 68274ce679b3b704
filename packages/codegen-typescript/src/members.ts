// The names inside a generated file: members of its classes, and the variables of its functions.
import { camelCase, code, Scope, unreachable, type Fragment } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField } from '@fb/schema';
import type { Context } from './context.js';
import { BINDING_WORDS, METHOD_WORDS, STATIC_WORDS } from './language.js';
import { fieldName } from './names.js';

/** Names that belong to a field; some exist for some types only. */
export interface FieldNames {
  readonly accessor: string;
  readonly length: string;
  readonly array: string;
  /** Of a nested FlatBuffer or a FlexBuffer: its root. */
  readonly root: string;
  /** Of a vector of what has a key: looks an element up. */
  readonly byKey: string;
  /** Of a FlexBuffer: what writes it from a value. */
  readonly createFlexBuffer: string;
  readonly mutate: string;
  readonly add: string;
  readonly createVector: string;
  readonly startVector: string;
  /** Of the plain class. */
  readonly property: string;
  /** A variable that holds its value. */
  readonly value: string;
  /** A variable that holds what `add` takes: the value of a scalar, else the offset of the value. */
  readonly local: string;
}

/** Variables that functions of the file use for one purpose each. */
const VARIABLES = [
  'a',
  'b',
  'bb',
  'buffer',
  'builder',
  'bytes',
  'data',
  'far',
  'high',
  'i',
  'index',
  'item',
  'key',
  'low',
  'numElems',
  'obj',
  'offset',
  'optionalEncoding',
  'options',
  'order',
  'position',
  'target',
  'type',
  'accessor',
  'value',
  'vector',
] as const;

/** The variables by purpose. */
export type Variables = Readonly<Record<(typeof VARIABLES)[number], string>>;

/** Names inside a file. */
export interface FileNames {
  readonly variables: Variables;
  /** All names that the file declares, in any of its scopes; complete once its code is made. */
  readonly declared: ReadonlySet<string>;
  /** Names for the parameters of one function, in the order of `wishes`. */
  parameters(wishes: readonly string[]): readonly string[];
}

/** Names inside the file of a table or struct. */
export interface ClassNames<Field> extends FileNames {
  field(field: Field): FieldNames;
}

/** `builder: flatbuffers.Builder`. */
export function builderParameter(context: Context, { builder }: Variables): Fragment {
  return code`${builder}: ${context.runtime('Builder')}`;
}

/** Names for a file that exports `exported` and has functions with the usual variables. */
export function fileNames(exported: Iterable<string>): FileNames {
  const scope = new Scope(BINDING_WORDS, exported);
  const variables = Object.fromEntries(VARIABLES.map((name) => [name, scope.claim(name)])) as Variables;
  const declared = new Set(scope.names);
  return {
    variables,
    declared,
    parameters(wishes) {
      const inner = new Scope(BINDING_WORDS, scope.names);
      const names = wishes.map((wish) => inner.claim(wish));
      for (const name of names) declared.add(name);
      return names;
    },
  };
}

/** Names for the file of a table or struct. Fields come first, so that what derives from one gives way to another. */
export function classNames<Field extends TableField | StructField>(
  context: Context,
  def: (TableDef | StructDef) & { readonly fields: readonly Field[] },
): ClassNames<Field> {
  const { settings } = context;
  const exports = context.names.of(def);
  const file = fileNames(context.names.exportsOf(exports.path));
  const own = [
    settings.objectApi ? ['unpack', 'unpackTo'] : [],
    context.schema.services.length > 0 ? ['serialize'] : [],
  ];
  const methods = new Scope(METHOD_WORDS, own.flat());
  const statics = new Scope(STATIC_WORDS, staticNames(def.name));
  const camels = def.fields.map((field) => fieldName(settings, field));
  const accessors = camels.map((camel) => methods.claim(camel));
  const locals = file.parameters([...camels, ...camels.map((camel) => `${camel}Offset`)]);
  const fields = new Map<Field, FieldNames>();
  def.fields.forEach((field, i) => {
    const camel = camels[i] ?? field.name;
    const value = locals[i] ?? camel;
    const scalar = field.type.kind === 'scalar' || field.type.kind === 'enum' || field.type.kind === 'array';
    fields.set(field, {
      accessor: accessors[i] ?? camel,
      length: methods.claim(camelCase(`${field.name}_length`)),
      array: methods.claim(camelCase(`${field.name}_array`)),
      root: methods.claim(camelCase(`${field.name}_as_root`)),
      byKey: methods.claim(camelCase(`${field.name}_by_key`)),
      mutate: methods.claim(`mutate_${field.name}`),
      add: statics.claim(camelCase(`add_${field.name}`)),
      createVector: statics.claim(camelCase(`create_${field.name}_vector`)),
      startVector: statics.claim(camelCase(`start_${field.name}_vector`)),
      createFlexBuffer:
        'flexbuffer' in field && field.flexbuffer
          ? statics.claim(camelCase(`create_${field.name}_flex_buffer`))
          : '',
      property: context.names.property(def, field),
      value,
      local: scalar ? value : (locals[def.fields.length + i] ?? camel),
    });
  });
  return {
    ...file,
    field(field) {
      return fields.get(field) ?? unreachable(`${field.name} is no field of ${def.fullName}`);
    },
  };
}

/** Static methods whose names come from the type, unescaped. */
function staticNames(name: string): readonly string[] {
  return [
    `getRootAs${name}`,
    `getSizePrefixedRootAs${name}`,
    'bufferHasIdentifier',
    'getFullyQualifiedName',
    'deserialize',
    'sizeOf',
    `start${name}`,
    `end${name}`,
    `create${name}`,
    `finish${name}Buffer`,
    `finishSizePrefixed${name}Buffer`,
    'lookupByKey',
    'compareKey',
    'keyAt',
    `createSortedVectorOf${name}`,
    `sortVectorOf${name}`,
  ];
}
