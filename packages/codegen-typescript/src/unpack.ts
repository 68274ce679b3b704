// From an accessor to a plain object: one expression a field, handed to the constructor in schema order.
import { block, code, unreachable, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { EnumType, StructDef, StructField, TableDef, TableField, UnionType } from '@fb/schema';
import { objectRef, typeRef, type Context } from './context.js';
import { returnCall } from './language.js';
import type { ClassNames } from './members.js';
import { scalarType } from './scalar.js';
import { hasString, hasTableOrStruct, unionObjectType } from './union.js';

/** The body of `unpack`. */
export function unpackBody<Field extends TableField | StructField>(
  context: Context,
  def: TableDef | StructDef,
  fields: readonly Field[],
  names: ClassNames<Field>,
): Code {
  const { object } = context.names.of(def);
  const steps = fields.map((field) =>
    unpackField(context, field, names as ClassNames<TableField | StructField>),
  );
  const values = steps.map(({ value }) => value);
  return [steps.map(({ setup }) => setup), returnCall(`new ${object}`, values, 1)];
}

/** Statements that come first, and the value of a field. */
interface Step {
  readonly setup: Code;
  readonly value: Piece;
}

function unpackField(
  context: Context,
  field: TableField | StructField,
  names: ClassNames<TableField | StructField>,
): Step {
  const { type } = field;
  const { accessor, length, value } = names.field(field);
  const inVector = field.kind === 'tableField' && field.tagOf?.type.kind === 'vector';
  if (inVector) return { setup: [], value };
  switch (type.kind) {
    case 'scalar':
    case 'enum':
    case 'string':
      return { setup: [], value: `this.${accessor}()` };
    case 'struct':
    case 'table':
      return { setup: [], value: code`this.${accessor}()?.unpack()${orNull(context)}` };
    case 'union':
      return unpackUnion(context, field as TableField, type, names);
    case 'array':
      return { setup: [], value: unpackList(context, type.element, accessor, String(type.length), names) };
    case 'vector':
      if (type.element.kind === 'union')
        return unpackUnions(context, field as TableField, type.element, names);
      return { setup: [], value: unpackList(context, type.element, accessor, `this.${length}()`, names) };
  }
}

type Element = Exclude<
  Extract<(TableField | StructField)['type'], { kind: 'vector' | 'array' }>['element'],
  UnionType
>;

/** The runtime's list functions know absence as null. */
function unpackList(
  context: Context,
  element: Element,
  accessor: string,
  length: string,
  { variables }: ClassNames<TableField | StructField>,
): Fragment {
  const { i } = variables;
  const maybe = context.absent === 'undefined' && element.kind !== 'string';
  const each = code`(${i}) => this.${accessor}(${i})${maybe ? ' ?? null' : ''}`;
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return code`this.bb!.createScalarList<${scalarType(context, element)}>(${each}, ${length})`;
    case 'string':
      return code`this.bb!.createScalarList<string>(${each}, ${length})`;
    case 'struct':
    case 'table': {
      const def = element.kind === 'struct' ? element.struct : element.table;
      return code`this.bb!.createObjList<${typeRef(context, def)}, ${objectRef(context, def)}>(${each}, ${length})`;
    }
  }
}

function unpackUnion(
  context: Context,
  field: TableField,
  type: UnionType,
  names: ClassNames<TableField | StructField>,
): Step {
  const { accessor, value } = names.field(field);
  const { obj } = names.variables;
  const tag = names.field(tagOf(field)).accessor;
  const convert = context.names.ref(type.union, 'unionTo');
  return {
    setup: code`const ${value} = ${convert}(this.${tag}(), (${obj}) => this.${accessor}(${obj}));`,
    value: unpackedUnion(context, type, value, orNull(context)),
  };
}

/** Tags and values are read together: an entry without a value is in neither list. */
function unpackUnions(
  context: Context,
  field: TableField,
  type: UnionType,
  names: ClassNames<TableField | StructField>,
): Step {
  const tags = tagOf(field);
  const tagNames = names.field(tags);
  const { accessor, value } = names.field(field);
  const { i, index, item, obj, type: tag } = names.variables;
  const convert = context.names.ref(type.union, 'unionListTo');
  const tagType: EnumType = { kind: 'enum', enum: type.union.discriminator };
  const read = code`${convert}(${tag}, (${index}, ${obj}) => this.${accessor}(${index}, ${obj}), ${i})`;
  return {
    setup: [
      code`const ${tagNames.value}: ${scalarType(context, tagType)}[] = [];`,
      code`const ${value}: (${unionObjectType(context, type.union)})[] = [];`,
      block(
        code`for (let ${i} = 0; ${i} < this.${tagNames.length}(); ${i}++) {`,
        [
          code`const ${tag} = this.${tagNames.accessor}(${i});`,
          code`const ${item} = ${tag} === ${context.absent} ? ${context.absent} : ${read};`,
          code`if (${tag} === ${context.absent} || ${item} === ${context.absent}) continue;`,
          code`${tagNames.value}.push(${tag});`,
          code`${value}.push(${unpackedUnion(context, type, item, '', '.')});`,
        ],
        '}',
      ),
    ],
    value,
  };
}

function unpackedUnion(
  context: Context,
  type: UnionType,
  value: string,
  or: string,
  dot: '.' | '?.' = '?.',
): Piece {
  if (!hasTableOrStruct(type.union)) return value;
  const unpacked = `${value}${dot}unpack()${or}`;
  if (!hasString(type.union)) return unpacked;
  return `typeof ${value} === 'string' ? ${value} : ${or === '' ? unpacked : `(${unpacked})`}`;
}

/** After an expression with `?.`, which gives undefined where absence may be null. */
function orNull(context: Context): string {
  return context.absent === 'null' ? ' ?? null' : '';
}

function tagOf(field: TableField): TableField {
  return field.tag ?? unreachable(`${field.name} has no tag field`);
}
