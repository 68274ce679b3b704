// Objects, enums and services of a binary schema, each written children first, in the reference's order.
import type {
  DefaultValue,
  EnumDef,
  ServiceCall,
  ServiceDef,
  StructDef,
  StructField,
  TableDef,
  TableField,
  UnionDef,
} from '../model.js';
import { type BfbsParts, sortedBy } from './parts.js';
import { ENUM, ENUM_VAL, FIELD, OBJECT, RPC_CALL, SERVICE } from './reflection.js';
import { NO_TYPE, type Positions, typeFacts, underlyingType } from './type-facts.js';

/** Writes a table or struct. Its fields are written in slot order and listed in the order of their names. */
export function writeObject(parts: BfbsParts, def: TableDef | StructDef, positions: Positions): number {
  const { builder } = parts;
  const written =
    def.kind === 'table'
      ? def.fields.map((field) => ({ name: field.name, at: writeTableField(parts, field, positions) }))
      : def.fields.map((field, index) => ({
          name: field.name,
          at: writeStructField(parts, field, index, positions),
        }));
  const name = parts.string(def.fullName);
  const fields = parts.offsets(sortedBy(written, (field) => field.name).map((field) => field.at));
  const attributes = parts.attributes(def);
  const documentation = parts.documentation(def);
  const file = parts.declarationFile(def);
  const isStruct = def.kind === 'struct';
  builder.startObject(OBJECT.slots);
  builder.addFieldOffset(OBJECT.declarationFile, file, 0);
  builder.addFieldOffset(OBJECT.documentation, documentation, 0);
  builder.addFieldOffset(OBJECT.attributes, attributes, 0);
  builder.addFieldInt32(OBJECT.byteSize, isStruct ? def.size | 0 : 0, 0);
  builder.addFieldInt32(OBJECT.minAlign, isStruct ? def.align : 1, 0);
  builder.addFieldOffset(OBJECT.fields, fields, 0);
  builder.addFieldOffset(OBJECT.name, name, 0);
  builder.addFieldInt8(OBJECT.isStruct, isStruct ? 1 : 0, 0);
  return builder.endObject();
}

/** Writes an enum or union, whose values are in the order of their numbers. */
export function writeEnum(parts: BfbsParts, def: EnumDef | UnionDef, positions: Positions): number {
  const { builder } = parts;
  const { values } = def.kind === 'union' ? def.discriminator : def;
  const members = new Map(def.kind === 'union' ? def.members.map((member) => [member.name, member]) : []);
  const written = values.map((value) => {
    const name = parts.string(value.name);
    const member = members.get(value.name);
    const type = parts.type(member === undefined ? NO_TYPE : typeFacts(member.type, positions));
    const attributes = parts.attributes(member ?? value);
    const documentation = parts.documentation(member ?? value);
    builder.startObject(ENUM_VAL.slots);
    builder.addFieldInt64(ENUM_VAL.value, BigInt.asIntN(64, value.value), 0n);
    builder.addFieldOffset(ENUM_VAL.attributes, attributes, 0);
    builder.addFieldOffset(ENUM_VAL.documentation, documentation, 0);
    builder.addFieldOffset(ENUM_VAL.unionType, type, 0);
    builder.addFieldOffset(ENUM_VAL.name, name, 0);
    return builder.endObject();
  });
  const name = parts.string(def.fullName);
  const valuesAt = parts.offsets(written);
  const type = parts.type(underlyingType(def, positions));
  const attributes = parts.attributes(def);
  const documentation = parts.documentation(def);
  const file = parts.declarationFile(def);
  builder.startObject(ENUM.slots);
  builder.addFieldOffset(ENUM.declarationFile, file, 0);
  builder.addFieldOffset(ENUM.documentation, documentation, 0);
  builder.addFieldOffset(ENUM.attributes, attributes, 0);
  builder.addFieldOffset(ENUM.underlyingType, type, 0);
  builder.addFieldOffset(ENUM.values, valuesAt, 0);
  builder.addFieldOffset(ENUM.name, name, 0);
  builder.addFieldInt8(ENUM.isUnion, def.kind === 'union' ? 1 : 0, 0);
  return builder.endObject();
}

/** Writes a service. Its calls stay in the order of their declaration. `objectAt` knows where the objects are. */
export function writeService(parts: BfbsParts, def: ServiceDef, objectAt: (def: TableDef) => number): number {
  const { builder } = parts;
  const calls = def.calls.map((call) => writeCall(parts, call, objectAt));
  const name = parts.string(def.fullName);
  const callsAt = parts.offsets(calls);
  const attributes = parts.attributes(def);
  const documentation = parts.documentation(def);
  const file = parts.declarationFile(def);
  builder.startObject(SERVICE.slots);
  builder.addFieldOffset(SERVICE.declarationFile, file, 0);
  builder.addFieldOffset(SERVICE.documentation, documentation, 0);
  builder.addFieldOffset(SERVICE.attributes, attributes, 0);
  builder.addFieldOffset(SERVICE.calls, callsAt, 0);
  builder.addFieldOffset(SERVICE.name, name, 0);
  return builder.endObject();
}

function writeCall(parts: BfbsParts, call: ServiceCall, objectAt: (def: TableDef) => number): number {
  const { builder } = parts;
  const name = parts.string(call.name);
  const attributes = parts.attributes(call);
  const documentation = parts.documentation(call);
  builder.startObject(RPC_CALL.slots);
  builder.addFieldOffset(RPC_CALL.documentation, documentation, 0);
  builder.addFieldOffset(RPC_CALL.attributes, attributes, 0);
  builder.addFieldOffset(RPC_CALL.response, objectAt(call.response), 0);
  builder.addFieldOffset(RPC_CALL.request, objectAt(call.request), 0);
  builder.addFieldOffset(RPC_CALL.name, name, 0);
  return builder.endObject();
}

function writeTableField(parts: BfbsParts, field: TableField, positions: Positions): number {
  const { slot, vtableOffset, presence, deprecated, offset64, key } = field;
  const flags = {
    required: presence === 'required',
    optional: presence === 'optional',
    key,
    deprecated,
    offset64,
  };
  return writeField(parts, field, positions, {
    id: slot,
    offset: vtableOffset,
    padding: 0,
    default: field.default,
    ...flags,
  });
}

function writeStructField(parts: BfbsParts, field: StructField, index: number, positions: Positions): number {
  const { offset, padding, key } = field;
  const flags = { required: false, optional: false, key, deprecated: false, offset64: false };
  return writeField(parts, field, positions, { id: index, offset, padding, default: null, ...flags });
}

/** What fields of tables and structs have in common in the format. */
interface FieldFacts {
  readonly id: number;
  readonly offset: number;
  readonly padding: number;
  readonly default: DefaultValue;
  readonly required: boolean;
  readonly optional: boolean;
  readonly key: boolean;
  readonly deprecated: boolean;
  readonly offset64: boolean;
}

/** Numbers of 16 bits wrap around, in the reference too. */
function writeField(
  parts: BfbsParts,
  field: TableField | StructField,
  positions: Positions,
  facts: FieldFacts,
): number {
  const { builder } = parts;
  const name = parts.string(field.name);
  const type = parts.type(typeFacts(field.type, positions));
  const attributes = parts.attributes(field);
  const documentation = parts.documentation(field);
  const real =
    field.type.kind === 'scalar' && (field.type.scalar === 'float' || field.type.scalar === 'double');
  builder.startObject(FIELD.slots);
  builder.addFieldFloat64(
    FIELD.defaultReal,
    real && typeof facts.default === 'number' ? facts.default : 0,
    0,
  );
  builder.addFieldInt64(FIELD.defaultInteger, real ? 0n : integerDefault(facts.default), 0n);
  builder.addFieldOffset(FIELD.documentation, documentation, 0);
  builder.addFieldOffset(FIELD.attributes, attributes, 0);
  builder.addFieldOffset(FIELD.type, type, 0);
  builder.addFieldOffset(FIELD.name, name, 0);
  builder.addFieldInt16(FIELD.padding, facts.padding, 0);
  builder.addFieldInt16(FIELD.offset, facts.offset & 0xffff, 0);
  builder.addFieldInt16(FIELD.id, facts.id & 0xffff, 0);
  builder.addFieldInt8(FIELD.offset64, facts.offset64 ? 1 : 0, 0);
  builder.addFieldInt8(FIELD.optional, facts.optional ? 1 : 0, 0);
  builder.addFieldInt8(FIELD.key, facts.key ? 1 : 0, 0);
  builder.addFieldInt8(FIELD.required, facts.required ? 1 : 0, 0);
  builder.addFieldInt8(FIELD.deprecated, facts.deprecated ? 1 : 0, 0);
  return builder.endObject();
}

/** The format keeps integers as signed 64-bit numbers; what does not fit is written as 0. */
function integerDefault(value: DefaultValue): bigint {
  if (typeof value !== 'number' && typeof value !== 'bigint') return 0n;
  const integer = BigInt(value);
  return BigInt.asIntN(64, integer) === integer ? integer : 0n;
}
