// From a plain object to a buffer: what is out of line first, in field order, then the table itself.
import { code, unreachable, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { StructDef, TableDef, TableField } from '@fb/schema';
import type { Context } from './context.js';
import { reachesFar } from './far-types.js';
import { returnCall } from './language.js';
import type { ClassNames, FieldNames, Variables } from './members.js';
import { leavesOf, missingLeaf, propertyPath } from './struct-builder.js';
import { hasCreate, isStored } from './table-builder.js';

/** The body of `pack` of a table's plain class. */
export function packTable(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const { type } = context.names.of(def);
  const { builder } = names.variables;
  const live = def.fields.filter((field) => !field.deprecated);
  const setup = live.map((field) => packField(context, type, field, names));
  const values = live.map((field) => packedValue(field, names));
  if (hasCreate(def)) return [setup, returnCall(`${type}.create${def.name}`, [builder, ...values])];
  return [
    setup,
    code`${type}.start${def.name}(${builder});`,
    live.map((field, i) => {
      const { add, property } = names.field(field);
      const guard =
        field.presence === 'optional' && isStored(field)
          ? `if (this.${property} !== ${context.absent}) `
          : '';
      return code`${guard}${type}.${add}(${builder}, ${values[i] ?? ''});`;
    }),
    code`return ${type}.end${def.name}(${builder});`,
  ];
}

/** The body of `pack` of a struct's plain class. */
export function packStruct(context: Context, def: StructDef, { builder }: Variables): Code {
  const values = leavesOf(def).map((leaf) => {
    const value = `this.${propertyPath(context, def, leaf)}`;
    return leaf.path.length === 1 ? value : `${value} ?? ${missingLeaf(leaf)}`;
  });
  return returnCall(`${context.names.of(def).type}.create${def.name}`, [builder, ...values]);
}

/** Writes the value of a field that is not inline. */
function packField(context: Context, owner: string, field: TableField, names: ClassNames<TableField>): Code {
  const { type } = field;
  if (isStored(field) || type.kind === 'struct') return [];
  const fieldNames = names.field(field);
  if (field.offset64) return code`const ${fieldNames.value} = ${names.variables.far}.take();`;
  const offset = offsetOf(context, owner, field, fieldNames, names.variables);
  return code`const ${fieldNames.value} = ${unlessNoBuffer(field, fieldNames, offset)};`;
}

/** The offset of a field; 0 where no bytes are no buffer: a verifier refuses an empty one. */
export function unlessNoBuffer(field: TableField, { property }: FieldNames, offset: Fragment): Fragment {
  const holdsBuffer = field.nested !== null || field.flexbuffer;
  return holdsBuffer ? code`this.${property}.length === 0 ? 0 : ${offset}` : offset;
}

function offsetOf(
  context: Context,
  owner: string,
  { type }: TableField,
  names: FieldNames,
  variables: Variables,
): Fragment {
  const { builder } = variables;
  const value = `this.${names.property}`;
  const far = reachesFar(context.farTypes, type) ? `, ${variables.far}` : '';
  if (type.kind === 'string') return code`${builder}.createString(${value})`;
  if (type.kind === 'table') return code`${value}?.pack(${builder}${far}) ?? 0`;
  if (type.kind === 'union') {
    return code`${builder}.createObjectOffset(${value}${context.absent === 'null' ? '' : ' ?? null'}${far})`;
  }
  if (type.kind !== 'vector') return unreachable(`${names.property} is inline`);
  if (type.element.kind === 'struct') {
    return code`${builder}.createStructOffsetList(${value}, ${owner}.${names.startVector})`;
  }
  const data =
    type.element.kind === 'scalar' || type.element.kind === 'enum'
      ? value
      : `${builder}.createObjectOffsetList(${value}${far})`;
  return code`${owner}.${names.createVector}(${builder}, ${data})`;
}

/** What `add` or `create` takes. A struct is written where it is added. */
function packedValue(field: TableField, names: ClassNames<TableField>): Piece {
  const { property, value } = names.field(field);
  if (isStored(field)) return `this.${property}`;
  return field.type.kind === 'struct' ? `this.${property}?.pack(${names.variables.builder}) ?? 0` : value;
}
