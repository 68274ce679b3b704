// The types of plain objects: `XInit` is what can be encoded, `XValue` what is decoded, which can be encoded again.
import { block, code, indented, type Code, type Fragment, type ImportedName, type Piece } from '@fb/codegen';
import {
  isLong,
  type StructDef,
  type StructField,
  type TableDef,
  type TableField,
  type UnionDef,
  type UnionMember,
} from '@fb/schema';
import { orAbsent, typeRef, type Context } from './context.js';
import { documented, global } from './language.js';
import { accessOf, isBig, isBool, scalarType, storedOf, type Stored } from './scalar.js';

type Side = 'init' | 'value';
type Element = Exclude<(TableField | StructField)['type'], { kind: 'vector' | 'array' }>;

/** Both types of a table or struct. */
export function objectTypes(context: Context, def: TableDef | StructDef): Code {
  const { init, value } = context.names.of(def);
  const fields: readonly (TableField | StructField)[] = def.kind === 'struct' ? def.fields : liveFields(def);
  return [
    `/** What \`${def.name}\` is encoded from. */`,
    interfaceCode(
      init,
      fields.map((field) => documented(field.doc, initProperty(context, def, field))),
    ),
    '',
    `/** What \`${def.name}\` is decoded to. */`,
    interfaceCode(
      value,
      fields.map((field) => documented(field.doc, valueProperty(context, def, field))),
    ),
  ];
}

/** Both types of a union: an object with the tag and the value, by which TypeScript tells the members apart. */
export function unionTypes(context: Context, def: UnionDef): Code {
  const { init, value } = context.names.of(def);
  return [
    `/** What \`${def.name}\` is encoded from. */`,
    alternatives(context, def, init, 'init'),
    '',
    `/** What \`${def.name}\` is decoded to. */`,
    alternatives(context, def, value, 'value'),
  ];
}

/** The fields that plain objects have: a union's tag is part of its value. */
export function liveFields(def: TableDef): readonly TableField[] {
  return def.fields.filter((field) => !field.deprecated && field.tagOf === null);
}

/** The tag of a member as an expression, whose type is just that tag. */
export function tagOf(context: Context, def: UnionDef, member: UnionMember): Fragment {
  const { discriminator } = def;
  if (isLong(discriminator.underlying)) return code`${member.value}n`;
  const at = discriminator.values.findIndex((each) => each.value === member.value);
  return code`${typeRef(context, def)}.${context.names.members(discriminator)[at] ?? member.name}`;
}

/** The plain object of a definition. */
export function plainRef(context: Context, def: TableDef | StructDef | UnionDef, side: Side): ImportedName {
  return context.names.ref(def, side);
}

/** The type of an element of a decoded vector, or of a field that is not one. */
export function elementType(context: Context, type: Element, side: Side): Piece {
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return side === 'init' && isBig(type) ? 'bigint | number' : scalarType(context, type);
    case 'string':
      return side === 'init' ? code`string | ${global('Uint8Array')}` : 'string';
    case 'struct':
      return plainRef(context, type.struct, side);
    case 'table':
      return plainRef(context, type.table, side);
    case 'union':
      return plainRef(context, type.union, side);
  }
}

/** The typed array that a vector is decoded to; `null` for elements that are more than numbers. */
export function arrayType(type: Stored): string | null {
  if (type.kind === 'enum' && !isBig(type)) return null;
  if (isBool(type)) return null;
  const stored = storedOf(type);
  return stored === 'long' ? 'BigInt64Array' : stored === 'ulong' ? 'BigUint64Array' : accessOf(type).array;
}

/** Whether a decoded table always has a value here. */
export function isSure(field: TableField): boolean {
  return field.presence === 'required' || field.default !== null;
}

/** What a decoded field is if it is there. */
export function decodedType(context: Context, type: (TableField | StructField)['type']): Piece {
  if (type.kind !== 'vector' && type.kind !== 'array') return elementType(context, type, 'value');
  const { element } = type;
  if (type.kind === 'vector' && (element.kind === 'scalar' || element.kind === 'enum')) {
    const array = arrayType(element);
    if (array !== null) return global(array);
  }
  const each = elementType(context, element, 'value');
  return element.kind === 'union' ? code`(${orAbsent(context, code`${each}`)})[]` : code`${each}[]`;
}

function initProperty(context: Context, def: TableDef | StructDef, field: TableField | StructField): Code {
  const name = context.names.property(def, field);
  const type = initType(context, field.type);
  const must = field.kind === 'structField' || field.presence === 'required';
  return must ? code`readonly ${name}: ${type};` : code`readonly ${name}?: ${type} | null | undefined;`;
}

function initType(context: Context, type: (TableField | StructField)['type']): Piece {
  if (type.kind !== 'vector' && type.kind !== 'array') return elementType(context, type, 'init');
  const { element } = type;
  const each = elementType(context, element, 'init');
  // Typed arrays of the element's kind are copied as a block.
  if (element.kind === 'scalar' || element.kind === 'enum') return code`${global('ArrayLike')}<${each}>`;
  if (element.kind === 'string') return code`readonly (${each})[]`;
  return element.kind === 'union' ? code`readonly (${each} | null | undefined)[]` : code`readonly ${each}[]`;
}

function valueProperty(context: Context, def: TableDef | StructDef, field: TableField | StructField): Code {
  const type = decodedType(context, field.type);
  const sure = field.kind === 'structField' || isSure(field);
  return code`${context.names.property(def, field)}: ${sure ? type : orAbsent(context, code`${type}`)};`;
}

function interfaceCode(name: string, properties: readonly Code[]): Code {
  if (properties.length > 0) return block(code`export interface ${name} {`, properties, '}');
  return code`export type ${name} = ${global('Record')}<string, never>;`;
}

function alternatives(context: Context, def: UnionDef, name: string, side: Side): Code {
  const members = def.members.map((member) => {
    const tag = tagOf(context, def, member);
    const type = isLong(def.discriminator.underlying) ? tag : code`typeof ${tag}`;
    const readonly = side === 'init' ? 'readonly ' : '';
    return code`{ ${readonly}type: ${type}; ${readonly}value: ${elementType(context, member.type, side)} }`;
  });
  if (members.length === 0) return code`export type ${name} = never;`;
  return members.length === 1
    ? code`export type ${name} = ${members[0] ?? ''};`
    : [
        `export type ${name} =`,
        indented(members.map((member, i) => code`| ${member}${i === members.length - 1 ? ';' : ''}`)),
      ];
}
