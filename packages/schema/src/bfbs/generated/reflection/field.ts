// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { KeyValue, keyValueLayout, type KeyValueInit, type KeyValueValue, writeKeyValue, readKeyValue } from './key-value.js';
import { Type, typeLayout, type TypeInit, type TypeValue, writeType, readType } from './type.js';

export class Field {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): Field {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsField(bb: flatbuffers.ByteBuffer, obj?: Field): Field {
    return (obj || new Field()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsField(bb: flatbuffers.ByteBuffer, obj?: Field): Field {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new Field()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  name(): string;
  name(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  name(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  type(obj?: Type): Type | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (obj || new Type()).__init(this.bb!.__indirect(this.bb_pos + offset), this.bb!) : null;
  }

  id(): number {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? this.bb!.readUint16(this.bb_pos + offset) : 0;
  }

  /**
   * In the vtable, or in the struct.
   */
  offset(): number {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.readUint16(this.bb_pos + offset) : 0;
  }

  defaultInteger(): bigint {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.readInt64(this.bb_pos + offset) : 0n;
  }

  defaultReal(): number {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.readFloat64(this.bb_pos + offset) : 0;
  }

  deprecated(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 16);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  required(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 18);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  key(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 20);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  attributes(index: number, obj?: KeyValue): KeyValue | null {
    const offset = this.bb!.__offset(this.bb_pos, 22);
    return offset ? (obj || new KeyValue()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  attributesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 22);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  documentation(index: number): string;
  documentation(index: number, optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  documentation(index: number, optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 24);
    return offset ? this.bb!.__string(this.bb!.__vector(this.bb_pos + offset) + index * 4, optionalEncoding) : null;
  }

  documentationLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 24);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  optional(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 26);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  /**
   * After a member of a struct.
   */
  padding(): number {
    const offset = this.bb!.__offset(this.bb_pos, 28);
    return offset ? this.bb!.readUint16(this.bb_pos + offset) : 0;
  }

  offset64(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 30);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  static startField(builder: flatbuffers.Builder): void {
    builder.startObject(14);
  }

  static addName(builder: flatbuffers.Builder, nameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, nameOffset, 0);
  }

  static addType(builder: flatbuffers.Builder, typeOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, typeOffset, 0);
  }

  static addId(builder: flatbuffers.Builder, id: number): void {
    builder.addFieldInt16(2, id, 0);
  }

  static addOffset(builder: flatbuffers.Builder, offset_: number): void {
    builder.addFieldInt16(3, offset_, 0);
  }

  static addDefaultInteger(builder: flatbuffers.Builder, defaultInteger: bigint): void {
    builder.addFieldInt64(4, defaultInteger, 0n);
  }

  static addDefaultReal(builder: flatbuffers.Builder, defaultReal: number): void {
    builder.addFieldFloat64(5, defaultReal, 0);
  }

  static addDeprecated(builder: flatbuffers.Builder, deprecated: boolean): void {
    builder.addFieldInt8(6, +deprecated, 0);
  }

  static addRequired(builder: flatbuffers.Builder, required: boolean): void {
    builder.addFieldInt8(7, +required, 0);
  }

  static addKey(builder: flatbuffers.Builder, key_: boolean): void {
    builder.addFieldInt8(8, +key_, 0);
  }

  static addAttributes(builder: flatbuffers.Builder, attributesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(9, attributesOffset, 0);
  }

  static createAttributesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startAttributesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDocumentation(builder: flatbuffers.Builder, documentationOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(10, documentationOffset, 0);
  }

  static createDocumentationVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startDocumentationVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addOptional(builder: flatbuffers.Builder, optional: boolean): void {
    builder.addFieldInt8(11, +optional, 0);
  }

  static addPadding(builder: flatbuffers.Builder, padding: number): void {
    builder.addFieldInt16(12, padding, 0);
  }

  static addOffset64(builder: flatbuffers.Builder, offset64: boolean): void {
    builder.addFieldInt8(13, +offset64, 0);
  }

  static endField(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'name');
    builder.requiredField(offset, 6, 'type');
    return offset;
  }
}

/** What the verifier must know of this table. */
export const fieldLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.Field',
  fields: [
    { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'type', slot: 1, get type() { return typeLayout; }, required: true },
    { name: 'id', slot: 2, type: { kind: 'scalar', size: 2 } },
    { name: 'offset', slot: 3, type: { kind: 'scalar', size: 2 } },
    { name: 'default_integer', slot: 4, type: { kind: 'scalar', size: 8 } },
    { name: 'default_real', slot: 5, type: { kind: 'scalar', size: 8 } },
    { name: 'deprecated', slot: 6, type: { kind: 'scalar', size: 1 } },
    { name: 'required', slot: 7, type: { kind: 'scalar', size: 1 } },
    { name: 'key', slot: 8, type: { kind: 'scalar', size: 1 } },
    { name: 'attributes', slot: 9, type: { kind: 'vector', get element() { return keyValueLayout; } } },
    { name: 'documentation', slot: 10, type: { kind: 'vector', element: { kind: 'string' } } },
    { name: 'optional', slot: 11, type: { kind: 'scalar', size: 1 } },
    { name: 'padding', slot: 12, type: { kind: 'scalar', size: 2 } },
    { name: 'offset64', slot: 13, type: { kind: 'scalar', size: 1 } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyField(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, fieldLayout, options);
}

/** What `Field` is encoded from. */
export interface FieldInit {
  readonly name: string | Uint8Array;
  readonly type: TypeInit;
  readonly id?: number | null | undefined;
  /**
   * In the vtable, or in the struct.
   */
  readonly offset?: number | null | undefined;
  readonly defaultInteger?: bigint | number | null | undefined;
  readonly defaultReal?: number | null | undefined;
  readonly deprecated?: boolean | null | undefined;
  readonly required?: boolean | null | undefined;
  readonly key?: boolean | null | undefined;
  readonly attributes?: readonly KeyValueInit[] | null | undefined;
  readonly documentation?: readonly (string | Uint8Array)[] | null | undefined;
  readonly optional?: boolean | null | undefined;
  /**
   * After a member of a struct.
   */
  readonly padding?: number | null | undefined;
  readonly offset64?: boolean | null | undefined;
}

/** What `Field` is decoded to. */
export interface FieldValue {
  name: string;
  type: TypeValue;
  id: number;
  /**
   * In the vtable, or in the struct.
   */
  offset: number;
  defaultInteger: bigint;
  defaultReal: number;
  deprecated: boolean;
  required: boolean;
  key: boolean;
  attributes: KeyValueValue[] | null;
  documentation: string[] | null;
  optional: boolean;
  /**
   * After a member of a struct.
   */
  padding: number;
  offset64: boolean;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeField(value: FieldInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeField, null);
}

const writeFieldShape: flatbuffers.TableShape = [138, 7, 4, 4, 4, 4, 2, 2, 2, 2, 8, 8, 8, 8, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 1, 1, 2, 2, 1, 1];

/** For other encoders: writes the table into their message. */
export function writeField(encoder: flatbuffers.Encoder, value: FieldInit): flatbuffers.Offset {
  const name = value.name;
  if (name == null) throw flatbuffers.invalidValue(value, 'name', 'is required');
  const nameOffset = flatbuffers.encodeString(encoder, name);
  const type_ = value.type;
  if (type_ == null) throw flatbuffers.invalidValue(value, 'type', 'is required');
  const typeOffset = writeType(encoder, type_);
  const id = value.id;
  const offset_ = value.offset;
  const defaultInteger = value.defaultInteger;
  const defaultReal = value.defaultReal;
  const deprecated = value.deprecated;
  const required = value.required;
  const key_ = value.key;
  const attributes = value.attributes;
  let attributesOffset = 0;
  if (attributes != null) {
    const base = encoder.offsetCount;
    for (let i = 0; i < attributes.length; i++) {
      const item = attributes[i];
      if (item == null) throw flatbuffers.invalidValue(attributes, i, 'is missing');
      const offset = writeKeyValue(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    attributesOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  const documentation = value.documentation;
  const documentationOffset = documentation == null ? 0 : flatbuffers.encodeStringVector(encoder, documentation);
  const optional = value.optional;
  const padding = value.padding;
  const offset64 = value.offset64;
  if (encoder.at < 130) encoder.grow(130);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - nameOffset - at, true);
  mask |= 1;
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - typeOffset - at, true);
  mask |= 2;
  if (id != null && id !== 0) {
    at = (at - 2) & -2;
    view.setInt16(at, id, true);
    mask |= 4;
  }
  if (offset_ != null && offset_ !== 0) {
    at = (at - 2) & -2;
    view.setInt16(at, offset_, true);
    mask |= 8;
  }
  if (defaultInteger != null && defaultInteger != 0n) {
    view.setFloat64(at - 8, 0);
    at = (at - 8) & -8;
    flatbuffers.storeInt64(view, at, defaultInteger);
    if (encoder.minAlign < 8) encoder.minAlign = 8;
    mask |= 16;
  }
  if (defaultReal != null && defaultReal !== 0) {
    view.setFloat64(at - 8, 0);
    at = (at - 8) & -8;
    view.setFloat64(at, defaultReal, true);
    if (encoder.minAlign < 8) encoder.minAlign = 8;
    mask |= 32;
  }
  if (deprecated != null && deprecated !== false) {
    at -= 1;
    view.setInt8(at, +deprecated);
    mask |= 64;
  }
  if (required != null && required !== false) {
    at -= 1;
    view.setInt8(at, +required);
    mask |= 128;
  }
  if (key_ != null && key_ !== false) {
    at -= 1;
    view.setInt8(at, +key_);
    mask |= 256;
  }
  if (attributesOffset !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - attributesOffset - at, true);
    mask |= 512;
  }
  if (documentationOffset !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - documentationOffset - at, true);
    mask |= 1024;
  }
  if (optional != null && optional !== false) {
    at -= 1;
    view.setInt8(at, +optional);
    mask |= 2048;
  }
  if (padding != null && padding !== 0) {
    view.setInt16(at - 2, 0);
    at = (at - 2) & -2;
    view.setInt16(at, padding, true);
    mask |= 4096;
  }
  if (offset64 != null && offset64 !== false) {
    at -= 1;
    view.setInt8(at, +offset64);
    mask |= 8192;
  }
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeFieldShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeField(bytes: Uint8Array): FieldValue {
  return flatbuffers.decodeRoot(bytes, readField);
}

/** For other decoders: reads the table at a position. */
export function readField(decoder: flatbuffers.Decoder, at: number): FieldValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const nameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const typeOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const idOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const offsetOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const defaultIntegerOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  const defaultRealOffset = size > 14 ? view.getUint16(vtable + 14, true) : 0;
  const deprecatedOffset = size > 16 ? view.getUint16(vtable + 16, true) : 0;
  const requiredOffset = size > 18 ? view.getUint16(vtable + 18, true) : 0;
  const keyOffset = size > 20 ? view.getUint16(vtable + 20, true) : 0;
  const attributesOffset = size > 22 ? view.getUint16(vtable + 22, true) : 0;
  const documentationOffset = size > 24 ? view.getUint16(vtable + 24, true) : 0;
  const optionalOffset = size > 26 ? view.getUint16(vtable + 26, true) : 0;
  const paddingOffset = size > 28 ? view.getUint16(vtable + 28, true) : 0;
  const offset64Offset = size > 30 ? view.getUint16(vtable + 30, true) : 0;
  if (nameOffset === 0) throw flatbuffers.missingField(at, 'name');
  if (typeOffset === 0) throw flatbuffers.missingField(at, 'type');
  let attributes: KeyValueValue[] | null = null;
  if (attributesOffset !== 0) {
    attributes = [];
    let element = decoder.follow(at + attributesOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      attributes.push(readKeyValue(decoder, decoder.follow(element)));
    }
  }
  return {
    name: flatbuffers.decodeString(decoder, at + nameOffset),
    type: readType(decoder, decoder.follow(at + typeOffset)),
    id: idOffset === 0 ? 0 : view.getUint16(at + idOffset, true),
    offset: offsetOffset === 0 ? 0 : view.getUint16(at + offsetOffset, true),
    defaultInteger: defaultIntegerOffset === 0 ? 0n : view.getBigInt64(at + defaultIntegerOffset, true),
    defaultReal: defaultRealOffset === 0 ? 0 : view.getFloat64(at + defaultRealOffset, true),
    deprecated: deprecatedOffset === 0 ? false : view.getInt8(at + deprecatedOffset) !== 0,
    required: requiredOffset === 0 ? false : view.getInt8(at + requiredOffset) !== 0,
    key: keyOffset === 0 ? false : view.getInt8(at + keyOffset) !== 0,
    attributes: attributes,
    documentation: documentationOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + documentationOffset),
    optional: optionalOffset === 0 ? false : view.getInt8(at + optionalOffset) !== 0,
    padding: paddingOffset === 0 ? 0 : view.getUint16(at + paddingOffset, true),
    offset64: offset64Offset === 0 ? false : view.getInt8(at + offset64Offset) !== 0
  };
}
