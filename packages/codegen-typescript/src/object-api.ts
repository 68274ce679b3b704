// The object API: `unpack` on the accessor class, and a plain class with `pack`.
import { block, code, indented, list, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField } from '@fb/schema';
import { objectRef, orAbsent, type Context } from './context.js';
import { documented, global, quoted } from './language.js';
import { builderParameter, type ClassNames, type Variables } from './members.js';
import { packFarMethod } from './pack-far.js';
import { packStruct, packTable } from './pack.js';
import { defaultOf, scalarType, valueOf } from './scalar.js';
import { unionObjectType } from './union.js';
import { unpackBody } from './unpack.js';

/** `unpack` and `unpackTo` of an accessor class. */
export function unpackMethods<Field extends TableField | StructField>(
  context: Context,
  def: TableDef | StructDef,
  fields: readonly Field[],
  names: ClassNames<Field>,
): Code {
  if (!context.settings.objectApi) return [];
  const { object } = context.names.of(def);
  const { target } = names.variables;
  return paragraphs([
    block(code`unpack(): ${object} {`, unpackBody(context, def, fields, names), '}'),
    block(
      code`unpackTo(${target}: ${object}): void {`,
      code`${global('Object')}.assign(${target}, this.unpack());`,
      '}',
    ),
  ]);
}

/** The plain class of a table or struct: a property for each field, and `pack`. */
export function objectCode<Field extends TableField | StructField>(
  context: Context,
  def: TableDef | StructDef,
  fields: readonly Field[],
  names: ClassNames<Field>,
): Code {
  if (!context.settings.objectApi) return [];
  const { object } = context.names.of(def);
  const properties = fields.map((field) => {
    const { property, value } = names.field(field);
    return {
      field,
      property,
      value,
      type: objectType(context, field),
      initial: initialValue(context, field),
    };
  });
  const parameters = properties.map(({ value, type, initial }) => code`${value}: ${type} = ${initial}`);
  const body = paragraphs([
    properties.map(({ field, property, type }) => documented(field.doc, code`${property}: ${type};`)),
    properties.length === 0
      ? []
      : [
          block('constructor(', list(parameters, ','), ') {'),
          indented(properties.map(({ property, value }) => code`this.${property} = ${value};`)),
          '}',
        ],
    block(
      code`pack(${packParameters(context, def, names.variables)}): ${context.runtime('Offset')} {`,
      def.kind === 'table'
        ? packTable(context, def, names as ClassNames<TableField>)
        : packStruct(context, def, names.variables),
      '}',
    ),
    def.kind === 'table' ? packFarMethod(context, def, names as ClassNames<TableField>) : [],
  ]);
  return block(code`export class ${object} implements ${context.runtime('IGeneratedObject')} {`, body, '}');
}

/** What is behind 64-bit offsets anywhere in the value comes first: the outermost object sees to that. */
function packParameters(context: Context, def: TableDef | StructDef, variables: Variables): Fragment {
  const parameter = builderParameter(context, variables);
  if (def.kind === 'struct' || !context.farTypes.has(def)) return parameter;
  const { builder, far } = variables;
  return code`${parameter}, ${far}: ${context.runtime('FarOffsets')} = this.packFar(${builder}, new ${context.runtime('FarOffsets')}())`;
}

/** The type of a property of the plain class. */
function objectType(context: Context, field: TableField | StructField): Piece {
  const { type } = field;
  switch (type.kind) {
    case 'scalar':
    case 'enum': {
      const value = scalarType(context, type);
      return isOptional(field) ? orAbsent(context, code`${value}`) : value;
    }
    case 'string': {
      const value = code`string | ${global('Uint8Array')}`;
      return field.kind === 'tableField' && typeof field.default === 'string'
        ? value
        : orAbsent(context, value);
    }
    case 'struct':
      return orAbsent(context, objectRef(context, type.struct));
    case 'table':
      return orAbsent(context, objectRef(context, type.table));
    case 'union':
      return orAbsent(context, unionObjectType(context, type.union));
    case 'vector':
    case 'array':
      return code`${elementType(context, type.element)}[]`;
  }
}

type Element = Extract<(TableField | StructField)['type'], { kind: 'vector' | 'array' }>['element'];

function elementType(context: Context, element: Element): Piece {
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return scalarType(context, element);
    case 'string':
      return 'string';
    case 'struct':
      return objectRef(context, element.struct);
    case 'table':
      return objectRef(context, element.table);
    case 'union':
      return code`(${unionObjectType(context, element.union)})`;
  }
}

function initialValue(context: Context, field: TableField | StructField): Piece {
  const { type } = field;
  if (type.kind === 'vector') return '[]';
  if (type.kind === 'array')
    return type.element.kind === 'enum' ? zeros(context, type.element, type.length) : '[]';
  if (type.kind === 'scalar' || type.kind === 'enum') {
    return field.kind === 'tableField' ? defaultOf(context, field, type) : valueOf(context, type, 0);
  }
  if (field.kind === 'tableField' && typeof field.default === 'string') return quoted(field.default);
  return context.absent;
}

/** An array of enums starts out full, all others start out empty: both are written as zeros. */
function zeros(context: Context, type: Extract<Element, { kind: 'enum' }>, length: number): Fragment {
  return code`new ${global('Array')}<${scalarType(context, type)}>(${length}).fill(${valueOf(context, type, 0)})`;
}

function isOptional(field: TableField | StructField): boolean {
  return field.kind === 'tableField' && field.presence === 'optional';
}
