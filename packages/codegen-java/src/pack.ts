// `pack`: from a plain object to a buffer.
import { block, code, Scope, unreachable, type Code, type Piece } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField, Type } from '@fb/schema';
import { objectRef, typeRef, type Context } from './context.js';
import { RESERVED } from './language.js';
import { membersOf, type Members } from './members.js';
import type { TypeDef } from './names.js';
import { accessOf, isTag, storable } from './scalar.js';
import { writeStruct, type Source } from './struct-writer.js';
import { builderParameter, hasCreate } from './table-builder.js';

/** The static method `pack` of an accessor class. */
export function packMethod<Field extends TableField | StructField>(
  context: Context,
  def: (TableDef | StructDef) & { readonly fields: readonly Field[] },
  names: Members<Field>,
): Code {
  if (!context.settings.objectApi) return [];
  return block(
    code`public static int pack(${builderParameter}, ${objectRef(context, def, def)} source) {`,
    [
      'if (source == null) return 0;',
      def.kind === 'struct' ? packStruct(def) : packTable(context, def, names as Members),
    ],
    '}',
  );
}

function packStruct(def: StructDef): Code {
  return [writeStruct(def, objectSource('source')), 'return builder.offset();'];
}

/** Values by the getters of plain objects. */
function objectSource(expression: string): Source {
  return {
    member: (field, owner) => objectSource(`${expression}.${membersOf<StructField>(owner)(field).getter}()`),
    element: (index) => objectSource(`${expression}[${index}]`),
    value: () => expression,
  };
}

/** First all that is behind an offset, in the order of the fields, then the table itself. */
function packTable(context: Context, def: TableDef, names: Members): Code {
  const locals = new Scope(RESERVED, ['builder', 'source', 'data', 'j']);
  const live = def.fields.filter((field) => !field.deprecated);
  const values = new Map<TableField, string>();
  const children = live.map((field) => {
    const { type } = field;
    const { getter, local } = names(field);
    if (type.kind === 'scalar' || type.kind === 'enum') {
      values.set(field, field.tagOf === null ? `source.${getter}()` : tagValue(names, field.tagOf));
      return [];
    }
    if (type.kind === 'struct') return [];
    const variable = locals.claim(local);
    values.set(field, variable);
    return packChild(context, def, field, names, variable);
  });
  // `createX` writes the fields in another order than this method does otherwise.
  const order = hasCreate(def) ? def.writeOrder.filter((field) => !field.deprecated) : live;
  const adds = order.map((field) => {
    const { add, getter } = names(field);
    if (field.type.kind === 'struct') {
      const pack = code`${typeRef(context, def, field.type.struct)}.pack(builder, source.${getter}())`;
      return code`${add}(builder, ${pack});`;
    }
    const value = values.get(field) ?? unreachable(`${field.name} was not packed`);
    const scalar = field.type.kind === 'scalar' || field.type.kind === 'enum';
    const guard = scalar && field.presence === 'optional' ? `if (source.${getter}() != null) ` : '';
    return `${guard}${add}(builder, ${value});`;
  });
  return [children, `start${def.name}(builder);`, adds, `return end${def.name}(builder);`];
}

/** The tag goes with the value, in the holder. */
function tagValue(names: Members, union: TableField): string {
  const { getter } = names(union);
  return `source.${getter}() == null ? 0 : source.${getter}().getType()`;
}

function packChild(
  context: Context,
  def: TypeDef,
  field: TableField,
  names: Members,
  variable: string,
): Code {
  const { type } = field;
  const { getter } = names(field.tagOf ?? field);
  const absent = `source.${getter}() == null ? 0`;
  switch (type.kind) {
    case 'string':
      return `int ${variable} = ${absent} : builder.createString(source.${getter}());`;
    case 'table':
      return code`int ${variable} = ${typeRef(context, def, type.table)}.pack(builder, source.${getter}());`;
    case 'union': {
      const holder = context.names.ref(def, type.union, 'holder');
      return code`int ${variable} = ${absent} : ${holder}.pack(builder, source.${getter}());`;
    }
    case 'vector': {
      // An empty vector is no buffer: verifiers refuse it.
      const isBuffer = field.nested !== null || field.flexbuffer;
      const some = isBuffer ? ` && source.${getter}().length > 0` : '';
      return [
        `int ${variable} = 0;`,
        block(
          `if (source.${getter}() != null${some}) {`,
          packVector(context, def, field, type.element, names, variable),
          '}',
        ),
      ];
    }
    default:
      return unreachable(`${field.name} is in place`);
  }
}

function packVector(
  context: Context,
  def: TypeDef,
  field: TableField,
  element: Type,
  names: Members,
  variable: string,
): Code {
  const { createVector, startVector } = names(field);
  const values = `source.${names(field.tagOf ?? field).getter}()`;
  const collect = (type: string, value: Piece): Code => [
    `${type}[] data = new ${type}[${values}.length];`,
    code`for (int j = 0; j < data.length; j++) data[j] = ${value};`,
    `${variable} = ${createVector}(builder, data);`,
  ];
  const item = `${values}[j]`;
  switch (element.kind) {
    case 'scalar':
    case 'enum': {
      if (isTag(element)) return collect('byte', `${item}.getType()`);
      const bytes = accessOf(element).stored === 'byte' && accessOf(element).type !== 'byte';
      if (bytes) return collect('byte', storable(element, item));
      return `${variable} = ${createVector}(builder, ${values});`;
    }
    case 'string':
      return collect('int', `builder.createString(${item})`);
    case 'struct':
      return [
        `${startVector}(builder, ${values}.length);`,
        code`for (int j = ${values}.length - 1; j >= 0; j--) ${typeRef(context, def, element.struct)}.pack(builder, ${item});`,
        `${variable} = builder.endVector();`,
      ];
    case 'table':
      return collect('int', code`${typeRef(context, def, element.table)}.pack(builder, ${item})`);
    case 'union':
      return collect('int', code`${context.names.ref(def, element.union, 'holder')}.pack(builder, ${item})`);
    default:
      return unreachable(`a ${element.kind} is no element of a vector`);
  }
}
