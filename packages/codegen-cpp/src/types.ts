// How the types of a schema are written in C++: what is stored, and what a user's program sees.
import { unreachable } from '@fb/codegen';
import {
  storedScalar,
  type EnumType,
  type ScalarName,
  type ScalarType,
  type TableField,
  type Type,
  type VectorType,
} from '@fb/schema';
import type { Context } from './context.js';
import { fb } from './runtime.js';

const STORED: Readonly<Record<ScalarName, string>> = {
  bool: 'uint8_t',
  byte: 'int8_t',
  ubyte: 'uint8_t',
  short: 'int16_t',
  ushort: 'uint16_t',
  int: 'int32_t',
  uint: 'uint32_t',
  long: 'int64_t',
  ulong: 'uint64_t',
  float: 'float',
  double: 'double',
};

/** A scalar or enum: what has a value in place. */
export type Plain = ScalarType | EnumType;

/** Whether a type is a scalar or an enum. */
export function isPlain(type: Type): type is Plain {
  return type.kind === 'scalar' || type.kind === 'enum';
}

/** The arithmetic type that a scalar is stored as. */
export function storedName(scalar: ScalarName): string {
  return STORED[scalar];
}

/** The arithmetic type that a scalar or enum is stored as. */
export function storedType(type: Plain): string {
  return STORED[storedScalar(type) ?? unreachable('a plain type is stored as a scalar')];
}

/** The type of a scalar or enum for a user. */
export function userType(context: Context, type: Plain): string {
  if (type.kind === 'enum') return context.names.ref(type.enum);
  return type.scalar === 'bool' ? 'bool' : STORED[type.scalar];
}

/** A stored value as the user's. */
export function toUser(context: Context, type: Plain, value: string): string {
  if (type.kind === 'enum') return `static_cast<${userType(context, type)}>(${value})`;
  return type.scalar === 'bool' ? `${value} != 0` : value;
}

/** A user's value as what is stored. */
export function toStored(type: Plain, value: string): string {
  return type.kind === 'enum' || type.scalar === 'bool'
    ? `static_cast<${storedType(type)}>(${value})`
    : value;
}

/** An element of a vector or array of scalars or enums: unscoped enums are integers there. */
export function plainElement(context: Context, type: Plain): string {
  return type.kind === 'enum' && context.settings.scopedEnums
    ? context.names.ref(type.enum)
    : storedType(type);
}

/** The element type of `Vector`. */
export function elementType(context: Context, { element }: VectorType): string {
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return plainElement(context, element);
    case 'struct':
      return `const ${context.names.ref(element.struct)} *`;
    case 'table':
      return `${fb('Offset')}<${context.names.ref(element.table)}>`;
    case 'union':
      return `${fb('Offset')}<void>`;
    case 'string':
      return `${fb('Offset')}<${fb('String')}>`;
  }
}

/** What a pointer to a vector points to. */
export function vectorType(context: Context, type: VectorType): string {
  return `${fb(type.wide ? 'Vector64' : 'Vector')}<${elementType(context, type)}>`;
}

/** What the offset of a field leads to. */
export function targetType(context: Context, type: Type): string {
  switch (type.kind) {
    case 'string':
      return fb('String');
    case 'table':
      return context.names.ref(type.table);
    case 'struct':
      return context.names.ref(type.struct);
    case 'union':
      return 'void';
    case 'vector':
      return vectorType(context, type);
    default:
      return unreachable(`a ${type.kind} is in place`);
  }
}

/** The offset of a field, as builders know it. */
export function offsetType(context: Context, field: TableField): string {
  return `${fb(field.offset64 ? 'Offset64' : 'Offset')}<${targetType(context, field.type)}>`;
}

/** The builder, by reference. */
export function builderType(context: Context): string {
  return fb(context.wide ? 'FlatBufferBuilder64' : 'FlatBufferBuilder');
}

/** A pointer, marked for Clang if that is wanted. */
export function pointer(context: Context, target: string): string {
  return context.settings.nullable ? `${target} * _Nullable ` : `${target} *`;
}

/** The value of an attribute; `null` if it is missing or has no value. */
export function attribute(
  def: { readonly attributes: readonly { readonly name: string; readonly value: string | null }[] },
  name: string,
): string | null {
  return def.attributes.find((each) => each.name === name)?.value ?? null;
}

/** Whether an attribute is there. */
export function hasAttribute(
  def: { readonly attributes: readonly { readonly name: string }[] },
  name: string,
): boolean {
  return def.attributes.some((each) => each.name === name);
}
