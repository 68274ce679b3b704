// Definitions as text, each in the namespace it belongs to. Layout is left to the formatter.
import type {
  EnumDef,
  EnumValue,
  Named,
  ServiceDef,
  StructDef,
  TableDef,
  TableField,
  Type,
  UnionDef,
} from '@fb/schema';
import {
  printAttributes,
  structAttributes,
  structFieldAttributes,
  tableFieldAttributes,
  withAttributes,
} from './print-attributes.js';
import { printDefault } from './print-default.js';
import type { TypeNames } from './type-names.js';

type AnyDefinition = TableDef | StructDef | EnumDef | UnionDef | ServiceDef;

/** What definitions are printed with. */
export interface PrintContext {
  readonly names: TypeNames;
  /** The enums that are bit flags. */
  readonly flags: ReadonlySet<EnumDef>;
  /** Whether documentation is printed. */
  readonly comments: boolean;
}

/** A definition, its documentation before it. */
export function printDefinition(def: AnyDefinition, context: PrintContext): string {
  return documented(def, context, definitionText(def, context));
}

function definitionText(def: AnyDefinition, context: PrintContext): string {
  switch (def.kind) {
    case 'table':
      return printTable(def, context);
    case 'struct': {
      const fields = def.fields.map((field) => {
        const attributes = printAttributes(structFieldAttributes(field));
        const type = typeText(field.type, def.namespace, context);
        return documented(field, context, `${field.name}:${type}${attributes};`);
      });
      return block(`struct ${def.name}${printAttributes(structAttributes(def))}`, fields);
    }
    case 'enum': {
      const values = def.values.map((value) =>
        documented(
          value,
          context,
          `${value.name} = ${numberOf(def, value, context)}${printAttributes(value.attributes)},`,
        ),
      );
      return block(`enum ${def.name}:${def.underlying}${enumAttributes(def, context)}`, values);
    }
    case 'union':
      return printUnion(def, context);
    case 'service': {
      const nameOf = (table: TableDef): string => context.names.nameOf(table, def.namespace);
      const calls = def.calls.map((call) => {
        const types = `(${nameOf(call.request)}):${nameOf(call.response)}`;
        return documented(call, context, `${call.name}${types}${printAttributes(call.attributes)};`);
      });
      return block(`rpc_service ${def.name}${printAttributes(def.attributes)}`, calls);
    }
  }
}

function printTable(def: TableDef, context: PrintContext): string {
  const written = def.fields.filter((field) => field.tagOf === null);
  const withIds = written.some((field) => field.attributes.some(({ name }) => name === 'id'));
  const fields = written.map((field) => documented(field, context, fieldText(field, def, withIds, context)));
  return block(`table ${def.name}${printAttributes(def.attributes)}`, fields);
}

function fieldText(field: TableField, def: TableDef, withIds: boolean, context: PrintContext): string {
  const type = typeText(field.type, def.namespace, context);
  const attributes = printAttributes(tableFieldAttributes(field, withIds));
  return `${field.name}:${type}${printDefault(field)}${attributes};`;
}

/** Members say their number only where it is not one more than the one before; NONE has the first. */
function printUnion(def: UnionDef, context: PrintContext): string {
  const { discriminator } = def;
  let next = 1n;
  const members = def.members.map((member) => {
    const { type } = member;
    const typeName = typeText(type, def.namespace, context);
    const isPlain = type.kind !== 'string' && typeName.replaceAll('.', '_') === member.name;
    const number = numberOf(discriminator, member, context);
    const value = number === next ? '' : ` = ${number}`;
    next = number + 1n;
    const name = isPlain ? typeName : `${member.name}:${typeName}`;
    return documented(member, context, `${name}${value}${printAttributes(member.attributes)},`);
  });
  const underlying = def.explicitUnderlying ? `:${discriminator.underlying}` : '';
  return block(`union ${def.name}${underlying}${enumAttributes(discriminator, context)}`, members);
}

function enumAttributes(def: EnumDef, context: PrintContext): string {
  return printAttributes(withAttributes(def.attributes, [['bit_flags', context.flags.has(def)]]));
}

/** The number of a value as it is written: of a flag, that of its bit. */
function numberOf(def: EnumDef, { value }: Pick<EnumValue, 'value'>, context: PrintContext): bigint {
  return context.flags.has(def) ? BigInt(BigInt.asUintN(64, value).toString(2).length - 1) : value;
}

function typeText(type: Type, namespace: readonly string[], context: PrintContext): string {
  const { names } = context;
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'string':
      return 'string';
    case 'enum':
      return names.nameOf(type.enum, namespace);
    case 'struct':
      return names.nameOf(type.struct, namespace);
    case 'table':
      return names.nameOf(type.table, namespace);
    case 'union':
      return names.nameOf(type.union, namespace);
    case 'vector':
      return `[${typeText(type.element, namespace, context)}]`;
    case 'array':
      return `[${typeText(type.element, namespace, context)}:${type.length}]`;
  }
}

function documented(named: Named, context: PrintContext, text: string): string {
  if (!context.comments) return text;
  // A line of documentation that was read from bytes may hold anything, line breaks included.
  const lines = named.doc.flatMap((line) => line.split(/\r\n?|\n/));
  return [...lines.map((line) => `///${line}`), text].join('\n');
}

function block(header: string, items: readonly string[]): string {
  return items.length === 0 ? `${header} {}` : [`${header} {`, ...items, '}'].join('\n');
}
