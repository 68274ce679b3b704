// The plain class of the object API: a private field with getter and setter for each field of the schema.
import { block, code, paragraphs, type Code, type Piece } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField, Type } from '@fb/schema';
import { objectRef, typeRef, type Context } from './context.js';
import { documented, lang } from './language.js';
import { membersOf, type FieldNames } from './members.js';
import type { TypeDef } from './names.js';
import { byteBuffer, runtime } from './runtime.js';
import { accessOf, defaultOf } from './scalar.js';

/** The plain class of a table or struct. */
export function objectCode(context: Context, def: TableDef | StructDef): Code {
  const names = membersOf<TableField | StructField>(def);
  const fields = objectFields(def);
  const body = paragraphs([
    fields.map((field) => property(context, def, field, names(field))),
    elementInitialiser(context, def, fields, names),
    ...fields.map((field) => accessors(context, def, field, names(field))),
    binaryMethods(context, def),
  ]);
  return documented(def.doc, block(code`public class ${context.names.of(def).object} {`, body, '}'));
}

/** The fields that are properties: the tag of a union goes with its value. */
export function objectFields(def: TableDef | StructDef): readonly (TableField | StructField)[] {
  const fields: readonly (TableField | StructField)[] = def.fields;
  return fields.filter(
    (field) => field.kind === 'structField' || (!field.deprecated && field.tagOf === null),
  );
}

/** The Java type of a property. */
export function objectType(context: Context, from: TypeDef, field: TableField | StructField): Piece {
  const { type } = field;
  if (type.kind === 'vector' || type.kind === 'array')
    return code`${plainType(context, from, type.element)}[]`;
  const optional = field.kind === 'tableField' && field.presence === 'optional';
  if (optional && (type.kind === 'scalar' || type.kind === 'enum')) return lang(accessOf(type).boxed);
  return plainType(context, from, type);
}

/** The Java type of a value or element. */
export function plainType(context: Context, from: TypeDef, type: Type): Piece {
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return accessOf(type).type;
    case 'struct':
      return objectRef(context, from, type.struct);
    case 'table':
      return objectRef(context, from, type.table);
    case 'union':
      return context.names.ref(from, type.union, 'holder');
    default:
      return lang('String');
  }
}

function property(
  context: Context,
  def: TypeDef,
  field: TableField | StructField,
  { property: name }: FieldNames,
): Code {
  const type = objectType(context, def, field);
  const initial = initialValue(context, def, field);
  return code`private ${type} ${name}${initial === null ? '' : code` = ${initial}`};`;
}

/** What the field starts out as; `null` where Java's own initial value is right. */
function initialValue(context: Context, def: TypeDef, field: TableField | StructField): Piece | null {
  const { type } = field;
  if (type.kind === 'array') return code`new ${plainType(context, def, type.element)}[${type.length}]`;
  if (type.kind === 'struct') return code`new ${objectRef(context, def, type.struct)}()`;
  if (field.kind === 'structField' || (type.kind !== 'scalar' && type.kind !== 'enum')) return null;
  return field.presence === 'optional' || isZero(field.default) ? null : defaultOf(field, type);
}

function isZero(value: TableField['default']): boolean {
  return typeof value === 'bigint' ? value === 0n : Object.is(value, 0);
}

/** Arrays of structs start out full, as the struct has all of them. */
function elementInitialiser(
  context: Context,
  def: TypeDef,
  fields: readonly (TableField | StructField)[],
  names: (field: TableField | StructField) => FieldNames,
): Code {
  const loops = fields.flatMap((field) => {
    if (field.type.kind !== 'array' || field.type.element.kind !== 'struct') return [];
    const { property: name } = names(field);
    const element = objectRef(context, def, field.type.element.struct);
    return [code`for (int i = 0; i < ${name}.length; i++) ${name}[i] = new ${element}();`];
  });
  return loops.length === 0 ? [] : block('{', loops, '}');
}

function accessors(
  context: Context,
  def: TypeDef,
  field: TableField | StructField,
  { property: name, getter, setter }: FieldNames,
): Code {
  const type = objectType(context, def, field);
  const guard =
    field.type.kind === 'array' ? `if (value != null && value.length == ${field.type.length}) ` : '';
  return documented(field.doc, [
    block(code`public ${type} ${getter}() {`, `return ${name};`, '}'),
    '',
    block(code`public void ${setter}(${type} value) {`, `${guard}this.${name} = value;`, '}'),
  ]);
}

/** The root's class goes to bytes and back at once. */
function binaryMethods(context: Context, def: TableDef | StructDef): Code {
  if (def.kind !== 'table' || context.schema.root !== def) return [];
  const type = typeRef(context, def, def);
  const object = objectRef(context, def, def);
  return paragraphs([
    block(
      code`public static ${object} deserializeFromBinary(byte[] bytes) {`,
      code`return ${type}.getRootAs${def.name}(${byteBuffer}.wrap(bytes)).unpack();`,
      '}',
    ),
    block(
      'public byte[] serializeToBinary() {',
      [
        code`${runtime('FlatBufferBuilder')} builder = new ${runtime('FlatBufferBuilder')}();`,
        code`${type}.finish${def.name}Buffer(builder, ${type}.pack(builder, this));`,
        'return builder.sizedByteArray();',
      ],
      '}',
    ),
  ]);
}
