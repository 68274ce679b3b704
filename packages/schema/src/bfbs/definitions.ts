// Objects, enums and services of a binary schema, each written children first, in the reference's order.
import type {
  DefaultValue,
  EnumDef,
  Named,
  ServiceCall,
  ServiceDef,
  StructDef,
  StructField,
  TableDef,
  TableField,
  UnionDef,
} from '../model.js';
import { isFloat } from '../scalar.js';
import { type BfbsParts, compareCodePoints } from './parts.js';
import { EnumVal } from './generated/reflection/enum-val.js';
import { Enum } from './generated/reflection/enum.js';
import { Field } from './generated/reflection/field.js';
import { Object_ as ReflectedObject } from './generated/reflection/object.js';
import { RPCCall } from './generated/reflection/rpccall.js';
import { Service } from './generated/reflection/service.js';
import { NO_TYPE, type Positions, typeFacts, underlyingType } from './type-facts.js';

/** Writes a table or struct. Its fields are written in slot order and listed in the order of their names. */
export function writeObject(parts: BfbsParts, def: TableDef | StructDef, positions: Positions): number {
  const { builder } = parts;
  const written =
    def.kind === 'table'
      ? def.fields.map((field) => writeTableField(parts, field, positions))
      : def.fields.map((field, index) => writeStructField(parts, field, index, positions));
  const name = parts.name(def.fullName);
  const fields = builder.createOffsetVector(inOrderOf(def.fields, written));
  const attributes = parts.attributes(def);
  const documentation = parts.documentation(def);
  const file = parts.declarationFile(def);
  const isStruct = def.kind === 'struct';
  ReflectedObject.startObject(builder);
  ReflectedObject.addDeclarationFile(builder, file);
  ReflectedObject.addDocumentation(builder, documentation);
  ReflectedObject.addAttributes(builder, attributes);
  ReflectedObject.addBytesize(builder, isStruct ? def.size | 0 : 0);
  ReflectedObject.addMinalign(builder, isStruct ? def.align : 1);
  ReflectedObject.addFields(builder, fields);
  ReflectedObject.addName(builder, name);
  ReflectedObject.addIsStruct(builder, isStruct);
  return ReflectedObject.endObject(builder);
}

/** Writes an enum or union, whose values are in the order of their numbers. */
export function writeEnum(parts: BfbsParts, def: EnumDef | UnionDef, positions: Positions): number {
  const { builder } = parts;
  const { values } = def.kind === 'union' ? def.discriminator : def;
  const members = new Map(def.kind === 'union' ? def.members.map((member) => [member.name, member]) : []);
  const written = values.map((value) => {
    const name = parts.name(value.name);
    const member = members.get(value.name);
    const type = parts.type(member === undefined ? NO_TYPE : typeFacts(member.type, positions));
    const attributes = parts.attributes(member ?? value);
    const documentation = parts.documentation(member ?? value);
    EnumVal.startEnumVal(builder);
    EnumVal.addValue(builder, BigInt.asIntN(64, value.value));
    EnumVal.addAttributes(builder, attributes);
    EnumVal.addDocumentation(builder, documentation);
    EnumVal.addUnionType(builder, type);
    EnumVal.addName(builder, name);
    return EnumVal.endEnumVal(builder);
  });
  const name = parts.name(def.fullName);
  const valuesAt = builder.createOffsetVector(written);
  const type = parts.type(underlyingType(def, positions));
  const attributes = parts.attributes(def);
  const documentation = parts.documentation(def);
  const file = parts.declarationFile(def);
  Enum.startEnum(builder);
  Enum.addDeclarationFile(builder, file);
  Enum.addDocumentation(builder, documentation);
  Enum.addAttributes(builder, attributes);
  Enum.addUnderlyingType(builder, type);
  Enum.addValues(builder, valuesAt);
  Enum.addName(builder, name);
  Enum.addIsUnion(builder, def.kind === 'union');
  return Enum.endEnum(builder);
}

/** Writes a service. Its calls stay in the order of their declaration. `objectAt` knows where the objects are. */
export function writeService(parts: BfbsParts, def: ServiceDef, objectAt: (def: TableDef) => number): number {
  const { builder } = parts;
  const calls = def.calls.map((call) => writeCall(parts, call, objectAt));
  const name = parts.name(def.fullName);
  const callsAt = builder.createOffsetVector(calls);
  const attributes = parts.attributes(def);
  const documentation = parts.documentation(def);
  const file = parts.declarationFile(def);
  Service.startService(builder);
  Service.addDeclarationFile(builder, file);
  Service.addDocumentation(builder, documentation);
  Service.addAttributes(builder, attributes);
  Service.addCalls(builder, callsAt);
  Service.addName(builder, name);
  return Service.endService(builder);
}

/** What was written for each of `fields`, in the order of their names. */
function inOrderOf(fields: readonly Named[], written: readonly number[]): number[] {
  const order = written.map((_, index) => index);
  order.sort((a, b) => compareCodePoints(fields[a]?.name ?? '', fields[b]?.name ?? ''));
  return order.map((index) => written[index] ?? 0);
}

function writeCall(parts: BfbsParts, call: ServiceCall, objectAt: (def: TableDef) => number): number {
  const { builder } = parts;
  const name = parts.name(call.name);
  const attributes = parts.attributes(call);
  const documentation = parts.documentation(call);
  RPCCall.startRPCCall(builder);
  RPCCall.addDocumentation(builder, documentation);
  RPCCall.addAttributes(builder, attributes);
  RPCCall.addResponse(builder, objectAt(call.response));
  RPCCall.addRequest(builder, objectAt(call.request));
  RPCCall.addName(builder, name);
  return RPCCall.endRPCCall(builder);
}

/** Numbers of 16 bits wrap around, in the reference too. */
function writeTableField(parts: BfbsParts, field: TableField, positions: Positions): number {
  const { builder } = parts;
  const name = parts.name(field.name);
  const type = parts.type(typeFacts(field.type, positions));
  const attributes = parts.attributes(field);
  const documentation = parts.documentation(field);
  const isReal = field.type.kind === 'scalar' && isFloat(field.type.scalar);
  Field.startField(builder);
  Field.addDefaultReal(builder, isReal && typeof field.default === 'number' ? field.default : 0);
  Field.addDefaultInteger(builder, isReal ? 0n : integerDefault(field.default));
  Field.addDocumentation(builder, documentation);
  Field.addAttributes(builder, attributes);
  Field.addType(builder, type);
  Field.addName(builder, name);
  Field.addOffset(builder, field.vtableOffset & 0xffff);
  Field.addId(builder, field.slot & 0xffff);
  Field.addOffset64(builder, field.offset64);
  Field.addOptional(builder, field.presence === 'optional');
  Field.addKey(builder, field.key);
  Field.addRequired(builder, field.presence === 'required');
  Field.addDeprecated(builder, field.deprecated);
  return Field.endField(builder);
}

function writeStructField(parts: BfbsParts, field: StructField, index: number, positions: Positions): number {
  const { builder } = parts;
  const name = parts.name(field.name);
  const type = parts.type(typeFacts(field.type, positions));
  const attributes = parts.attributes(field);
  const documentation = parts.documentation(field);
  Field.startField(builder);
  Field.addDocumentation(builder, documentation);
  Field.addAttributes(builder, attributes);
  Field.addType(builder, type);
  Field.addName(builder, name);
  Field.addPadding(builder, field.padding);
  Field.addOffset(builder, field.offset & 0xffff);
  Field.addId(builder, index & 0xffff);
  Field.addKey(builder, field.key);
  return Field.endField(builder);
}

/** The format keeps integers as signed 64-bit numbers; what does not fit is written as 0. */
function integerDefault(value: DefaultValue): bigint {
  if (value === 0) return 0n;
  if (typeof value !== 'number' && typeof value !== 'bigint') return 0n;
  const integer = BigInt(value);
  return BigInt.asIntN(64, integer) === integer ? integer : 0n;
}
