// `unpack` and `unpackTo`: from a view to a plain object.
import {
  block,
  code,
  indented,
  paragraphs,
  Scope,
  unreachable,
  type Code,
  type Fragment,
  type Piece,
} from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField, Type, UnionDef, UnionMember } from '@fb/schema';
import { objectRef, typeRef, type Context } from './context.js';
import { constantNames } from './enum.js';
import { RESERVED } from './language.js';
import type { Members } from './members.js';
import type { TypeDef } from './names.js';
import { objectFields, plainType } from './object-class.js';

/** `unpack` and `unpackTo` of an accessor class. */
export function unpackMethods<Field extends TableField | StructField>(
  context: Context,
  def: (TableDef | StructDef) & { readonly fields: readonly Field[] },
  names: Members<Field>,
): Code {
  if (!context.settings.objectApi) return [];
  const object = objectRef(context, def, def);
  const locals = new Scope(RESERVED, ['target', 'bb', 'j', 'o', 'yield']);
  const all = names as Members;
  return paragraphs([
    block(
      code`public ${object} unpack() {`,
      [code`${object} target = new ${object}();`, 'unpackTo(target);', 'return target;'],
      '}',
    ),
    block(
      code`public void unpackTo(${object} target) {`,
      objectFields(def).map((field) => unpackField(context, def, field, all, locals)),
      '}',
    ),
  ]);
}

function unpackField(
  context: Context,
  def: TypeDef,
  field: TableField | StructField,
  names: Members,
  locals: Scope,
): Code {
  const { accessor, own, setter, has } = names(field);
  const { type } = field;
  const set = (value: Piece): Fragment => code`target.${setter}(${value});`;
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      if (field.kind === 'structField' || field.presence !== 'optional') return set(`${own}()`);
      return [`if (${has}()) target.${setter}(${own}());`, `else target.${setter}(null);`];
    case 'string':
      return set(`${own}()`);
    case 'struct':
    case 'table': {
      const view = locals.claim(accessor);
      const ref = typeRef(context, def, type.kind === 'struct' ? type.struct : type.table);
      const absent = field.kind === 'tableField';
      return [
        code`${ref} ${view} = ${own}();`,
        set(absent ? `${view} == null ? null : ${view}.unpack()` : `${view}.unpack()`),
      ];
    }
    case 'union':
      return unpackUnion(context, def, field, type.union, names, locals);
    case 'vector':
    case 'array':
      return unpackElements(context, def, field, type.element, names, locals);
  }
}

function unpackElements(
  context: Context,
  def: TypeDef,
  field: TableField | StructField,
  element: Type,
  names: Members,
  locals: Scope,
): Code {
  const { accessor, own, setter, length } = names(field);
  const values = locals.claim(accessor);
  const type = plainType(context, def, element);
  const count = field.type.kind === 'array' ? String(field.type.length) : `${length}()`;
  const object = element.kind === 'struct' || element.kind === 'table';
  const body =
    element.kind === 'union'
      ? unionElement(context, def, field, element.union, names, values)
      : `${values}[j] = ${own}(j)${object ? '.unpack()' : ''};`;
  return [
    code`${type}[] ${values} = new ${type}[${count}];`,
    block(`for (int j = 0; j < ${values}.length; j++) {`, body, '}'),
    `target.${setter}(${values});`,
  ];
}

function unpackUnion(
  context: Context,
  def: TypeDef,
  field: TableField | StructField,
  union: UnionDef,
  names: Members,
  locals: Scope,
): Code {
  const { accessor, setter } = names(field);
  const holder = locals.claim(accessor);
  const ref = context.names.ref(def, union, 'holder');
  return [
    code`${ref} ${holder} = new ${ref}();`,
    `${holder}.setType(${names(tagOf(field)).accessor}());`,
    block(
      '{',
      [
        `int o = __offset(${offsetOf(field)});`,
        block('if (o != 0) {', members(context, def, union, holder, 'o + bb_pos'), '}'),
      ],
      '}',
    ),
    `target.${setter}(${holder});`,
  ];
}

function unionElement(
  context: Context,
  def: TypeDef,
  field: TableField | StructField,
  union: UnionDef,
  names: Members,
  values: string,
): Code {
  const ref = context.names.ref(def, union, 'holder');
  return [
    code`${values}[j] = new ${ref}();`,
    `${values}[j].setType(${names(tagOf(field)).accessor}(j));`,
    `int o = __vector(__offset(${offsetOf(field)})) + j * 4;`,
    members(context, def, union, `${values}[j]`, 'o'),
  ];
}

/** The value by the tag that the holder has already. */
function members(context: Context, def: TypeDef, union: UnionDef, holder: string, at: string): Code {
  const tags = typeRef(context, def, union);
  const constants = constantNames(union.discriminator);
  const cases = union.members.map(({ name, type }) => [
    code`case ${tags}.${constants.get(name) ?? name}:`,
    indented([code`${holder}.setValue(${memberValue(context, def, type, at)});`, 'break;']),
  ]);
  return block(`switch (${holder}.getType()) {`, [cases, 'default:', indented('break;')], '}');
}

function memberValue(context: Context, def: TypeDef, type: UnionMember['type'], at: string): Piece {
  if (type.kind === 'string') return `__string(${at})`;
  const ref = typeRef(context, def, type.kind === 'table' ? type.table : type.struct);
  return code`new ${ref}().__assign(__indirect(${at}), bb).unpack()`;
}

function tagOf(field: TableField | StructField): TableField {
  const tag = field.kind === 'tableField' ? field.tag : null;
  return tag ?? unreachable(`${field.name} has no tag field`);
}

function offsetOf(field: TableField | StructField): number {
  return field.kind === 'tableField' ? field.vtableOffset : unreachable(`${field.name} is in a struct`);
}
