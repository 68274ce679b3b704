// The names inside the class of a table or struct.
import { camelCase, Scope, snakeCase, unreachable } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField } from '@fb/schema';
import { INHERITED, RESERVED } from './language.js';
import { accessOf } from './scalar.js';

/** Names that belong to a field; some exist for some types only. */
export interface FieldNames {
  readonly accessor: string;
  /** The accessor as the class itself calls it. */
  readonly own: string;
  readonly has: string;
  readonly length: string;
  readonly vector: string;
  readonly asByteBuffer: string;
  readonly inByteBuffer: string;
  /** Of a nested FlatBuffer: its root. */
  readonly asRoot: string;
  readonly byKey: string;
  readonly mutate: string;
  readonly constant: string;
  readonly add: string;
  readonly createVector: string;
  readonly startVector: string;
  /** Of the plain class. */
  readonly property: string;
  readonly getter: string;
  readonly setter: string;
  /** A parameter or variable that holds its value, or the offset of it. */
  readonly local: string;
}

/** Names of the fields of a class. */
export type Members<Field extends TableField | StructField = TableField | StructField> = (
  field: Field,
) => FieldNames;

/** Variables of generated methods; names of fields give way to them. */
const VARIABLES = ['bb', 'builder', 'data', 'element', 'i', 'j', 'o', 'obj', 'source', 'target', 'yield'];

/** Names the members of a class. Fields come first, so that what derives from one gives way to another. */
export function membersOf<Field extends TableField | StructField>(
  def: (TableDef | StructDef) & { readonly fields: readonly Field[] },
): Members<Field> {
  // Methods without parameters but for builders' statics: overloads differ in parameters and may share names.
  const methods = new Scope(RESERVED, ['unpack']);
  const withParameters = new Scope(RESERVED, ['__init', '__assign', 'unpackTo']);
  const statics = new Scope(RESERVED, staticNames(def.name));
  const constants = new Scope(RESERVED);
  const properties = new Scope(RESERVED);
  const accessed = new Scope(RESERVED, ['getClass']);
  const locals = new Scope(RESERVED, VARIABLES);
  const accessors = def.fields.map((field) => {
    const camel = camelCase(field.name);
    const taken = Object.hasOwn(INHERITED, camel) && INHERITED[camel]?.(resultOf(field)) === false;
    return methods.claim(taken ? `${camel}_` : camel);
  });
  const names = new Map<Field, FieldNames>();
  def.fields.forEach((field, at) => {
    const { name, type } = field;
    const nested = field.kind === 'tableField' ? (field.nested?.name ?? '') : '';
    const camel = camelCase(name);
    const scalar = type.kind === 'scalar' || type.kind === 'enum' || type.kind === 'array';
    names.set(field, {
      accessor: accessors[at] ?? camel,
      // Without something in front it would be a statement.
      own: accessors[at] === 'yield' ? 'this.yield' : (accessors[at] ?? camel),
      has: methods.claim(camelCase(`has_${name}`)),
      length: methods.claim(camelCase(`${name}_length`)),
      vector: methods.claim(camelCase(`${name}_vector`)),
      asByteBuffer: methods.claim(camelCase(`${name}_as_byte_buffer`)),
      inByteBuffer: withParameters.claim(camelCase(`${name}_in_byte_buffer`)),
      asRoot: methods.claim(`${camel}As${nested}`),
      byKey: withParameters.claim(camelCase(`${name}_by_key`)),
      mutate: withParameters.claim(camelCase(`mutate_${name}`)),
      constant: constants.claim(`VT_${snakeCase(name).toUpperCase()}`),
      add: statics.claim(camelCase(`add_${name}`)),
      createVector: statics.claim(camelCase(`create_${name}_vector`)),
      startVector: statics.claim(camelCase(`start_${name}_vector`)),
      property: properties.claim(camel),
      getter: accessed.claim(camelCase(`get_${name}`)),
      setter: accessed.claim(camelCase(`set_${name}`)),
      local: locals.claim(scalar ? camel : `${camel}Offset`),
    });
  });
  return (field) => names.get(field) ?? unreachable(`${field.name} is no field of ${def.fullName}`);
}

/** The result of the accessor without parameters, as far as it matters to what classes inherit. */
function resultOf({ type }: TableField | StructField): string {
  if (type.kind === 'string') return 'String';
  return type.kind === 'scalar' || type.kind === 'enum' ? accessOf(type).type : 'Object';
}

/** Static methods whose names come from the type. */
function staticNames(name: string): readonly string[] {
  return [
    'ValidateVersion',
    'pack',
    '__lookup_by_key',
    `getRootAs${name}`,
    `${name}BufferHasIdentifier`,
    `create${name}`,
    `start${name}`,
    `end${name}`,
    `finish${name}Buffer`,
    `finishSizePrefixed${name}Buffer`,
  ];
}
