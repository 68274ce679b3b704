// From a plain object to a buffer: what lies elsewhere first, in the order of the fields, then the table itself.
import { block, code, Scope, type Code, type Piece } from '@fb/codegen';
import type { StructDef, TableDef, TableField } from '@fb/schema';
import type { Module } from './context.js';
import { localName } from './hints.js';
import { BODY_WORDS, suite } from './language.js';
import { build } from './runtime.js';
import { leavesOf, zeros, type StructLeaf } from './struct-builder.js';
import { addField, isStored, writeVector } from './table-builder.js';
import { writeNumbers } from './table-create.js';

/** The body of `Pack` of a table's plain class. */
export function packTable(module: Module, def: TableDef): Code {
  const names = module.members(def);
  const live = def.fields.filter((field) => !field.deprecated);
  return [
    live.map((field) => packChild(module, def, field)),
    build('builder', 'StartObject', def.fields.length),
    live.map((field) => {
      const { property, local } = names.field(field);
      if (isStored(field.type)) return addField(field, `self.${property}`);
      const value = field.type.kind === 'struct' ? `self.${property}.Pack(builder)` : local;
      return suite(`if self.${property} is not None:`, addField(field, value));
    }),
    code`return ${build('builder', 'EndObject')}`,
  ];
}

/** Writes the value of a field that is not inline. */
function packChild(module: Module, def: TableDef, field: TableField): Code {
  const { property, local, item } = module.members(def).field(field);
  const { type } = field;
  if (isStored(type) || type.kind === 'struct') return [];
  const given = `self.${property}`;
  const write = (): Code => {
    if (type.kind === 'string') return code`${local} = ${build('builder', 'CreateString', given)}`;
    if (type.kind !== 'vector') return `${local} = ${given}.Pack(builder)`;
    const end = code`${local} = ${build('builder', 'EndVector')}`;
    const { element } = type;
    if (isStored(element))
      return writeNumbers(module, element, { value: given, items: given, item }, end, local);
    if (element.kind === 'struct') return [writeVector(element, given, item), end];
    const offset =
      element.kind === 'string' ? build('builder', 'CreateString', 'item') : 'item.Pack(builder)';
    return [code`offsets = [${offset} for item in ${given}]`, writeVector(element, 'offsets', 'offset'), end];
  };
  return suite(`if ${given} is not None:`, write());
}

/** The body of `Pack` of a struct's plain class: missing structs and arrays in it count as zeros. */
export function packStruct(module: Module, def: StructDef): Code {
  const create = localName(module, def, 'create', new Scope(module.names.reserved, BODY_WORDS));
  const values = leavesOf(def).map((leaf) => leafValue(module, def, leaf, 0, 'self', 0));
  return [
    create.setup,
    block(
      `return ${create.name}(`,
      ['builder', ...values].map((value) => code`${value},`),
      ')',
    ),
  ];
}

/** The value of the leaf below `owner`, an object of the class of `def`, from its field at `from` on. */
function leafValue(
  module: Module,
  def: StructDef,
  leaf: StructLeaf,
  from: number,
  owner: string,
  depth: number,
): Piece {
  const field = leaf.path[from];
  if (field === undefined) return owner;
  const value = `${owner}.${module.members(def).field(field).property}`;
  const { type } = field;
  if (isStored(type)) return value;
  const none = zeros(leaf, from);
  if (type.kind === 'struct') {
    return code`(${none} if ${value} is None else ${leafValue(module, type.struct, leaf, from + 1, value, depth)})`;
  }
  if (type.element.kind !== 'struct') return code`(${none} if ${value} is None else ${value})`;
  const item = `item${depth === 0 ? '' : depth}`;
  const inner = leafValue(module, type.element.struct, leaf, from + 1, item, depth + 1);
  return code`(${none} if ${value} is None else [${inner} for ${item} in ${value}])`;
}
