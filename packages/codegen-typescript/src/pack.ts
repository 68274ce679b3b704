// From a plain object to a buffer: what is out of line first, in field order, then the table itself.
import { block, code, unreachable, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { StructDef, TableDef, TableField } from '@fb/schema';
import type { Context } from './context.js';
import { returnCall } from './language.js';
import type { ClassNames, FieldNames, Variables } from './members.js';
import { leavesOf, missingLeaf, propertyPath } from './struct-builder.js';
import { hasCreate, isStored } from './table-builder.js';
import { vectorCalls } from './vector-builder.js';

/** The body of `pack` of a table's plain class. */
export function packTable(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const { type } = context.names.of(def);
  const { builder } = names.variables;
  const live = def.fields.filter((field) => !field.deprecated);
  // The builder takes what lies behind 64-bit offsets before all else.
  const far = live.filter(({ offset64 }) => offset64);
  const near = live.filter(({ offset64 }) => !offset64);
  const setup = [...far, ...near].map((field) => packField(context, type, field, names));
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
  if (type.kind === 'vector' && type.element.kind === 'struct' && field.offset64)
    return packFarStructs(owner, field, names);
  const offset = offsetOf(context, owner, field, fieldNames, names.variables);
  // No bytes are no buffer: a verifier refuses an empty one.
  const holdsBuffer = field.nested !== null || field.flexbuffer;
  const guarded = holdsBuffer ? code`this.${fieldNames.property}.length === 0 ? 0 : ${offset}` : offset;
  return code`const ${fieldNames.value} = ${guarded};`;
}

function packFarStructs(owner: string, field: TableField, names: ClassNames<TableField>): Code {
  const { builder, i } = names.variables;
  const { property, startVector, value } = names.field(field);
  return [
    code`${owner}.${startVector}(${builder}, this.${property}.length);`,
    block(
      code`for (let ${i} = this.${property}.length - 1; ${i} >= 0; ${i}--) {`,
      code`this.${property}[${i}]!.pack(${builder});`,
      '}',
    ),
    code`const ${value} = ${builder}.${vectorCalls(field).end}();`,
  ];
}

function offsetOf(
  context: Context,
  owner: string,
  { type, offset64 }: TableField,
  names: FieldNames,
  { builder }: Variables,
): Fragment {
  const value = `this.${names.property}`;
  if (type.kind === 'string')
    return code`${builder}.${offset64 ? 'createString64' : 'createString'}(${value})`;
  if (type.kind === 'table') return code`${value}?.pack(${builder}) ?? 0`;
  if (type.kind === 'union') {
    return code`${builder}.createObjectOffset(${value}${context.absent === 'null' ? '' : ' ?? null'})`;
  }
  if (type.kind !== 'vector') return unreachable(`${names.property} is inline`);
  if (type.element.kind === 'struct') {
    return code`${builder}.createStructOffsetList(${value}, ${owner}.${names.startVector})`;
  }
  const data =
    type.element.kind === 'scalar' || type.element.kind === 'enum' ? value : offsets(builder, value);
  return code`${owner}.${names.createVector}(${builder}, ${data})`;
}

function offsets(builder: string, value: string): string {
  return `${builder}.createObjectOffsetList(${value})`;
}

/** What `add` or `create` takes. A struct is written where it is added. */
function packedValue(field: TableField, names: ClassNames<TableField>): Piece {
  const { property, value } = names.field(field);
  if (isStored(field)) return `this.${property}`;
  return field.type.kind === 'struct' ? `this.${property}?.pack(${names.variables.builder}) ?? 0` : value;
}
