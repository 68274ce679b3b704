// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { EnumVal, enumValLayout, type EnumValInit, type EnumValValue, writeEnumVal, readEnumVal } from './enum-val.js';
import { KeyValue, keyValueLayout, type KeyValueInit, type KeyValueValue, writeKeyValue, readKeyValue } from './key-value.js';
import { Type, typeLayout, type TypeInit, type TypeValue, writeType, readType } from './type.js';

export class Enum {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): Enum {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsEnum(bb: flatbuffers.ByteBuffer, obj?: Enum): Enum {
    return (obj || new Enum()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsEnum(bb: flatbuffers.ByteBuffer, obj?: Enum): Enum {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new Enum()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  name(): string;
  name(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  name(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  values(index: number, obj?: EnumVal): EnumVal | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (obj || new EnumVal()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  valuesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  isUnion(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  underlyingType(obj?: Type): Type | null {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? (obj || new Type()).__init(this.bb!.__indirect(this.bb_pos + offset), this.bb!) : null;
  }

  attributes(index: number, obj?: KeyValue): KeyValue | null {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? (obj || new KeyValue()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  attributesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  documentation(index: number): string;
  documentation(index: number, optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  documentation(index: number, optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.__string(this.bb!.__vector(this.bb_pos + offset) + index * 4, optionalEncoding) : null;
  }

  documentationLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  declarationFile(): string | null;
  declarationFile(optionalEncoding: flatbuffers.Encoding): string | Uint8Array | null;
  declarationFile(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 16);
    return offset ? this.bb!.__string(this.bb_pos + offset, optionalEncoding) : null;
  }

  static startEnum(builder: flatbuffers.Builder): void {
    builder.startObject(7);
  }

  static addName(builder: flatbuffers.Builder, nameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, nameOffset, 0);
  }

  static addValues(builder: flatbuffers.Builder, valuesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, valuesOffset, 0);
  }

  static createValuesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startValuesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addIsUnion(builder: flatbuffers.Builder, isUnion: boolean): void {
    builder.addFieldInt8(2, +isUnion, 0);
  }

  static addUnderlyingType(builder: flatbuffers.Builder, underlyingTypeOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(3, underlyingTypeOffset, 0);
  }

  static addAttributes(builder: flatbuffers.Builder, attributesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(4, attributesOffset, 0);
  }

  static createAttributesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startAttributesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDocumentation(builder: flatbuffers.Builder, documentationOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(5, documentationOffset, 0);
  }

  static createDocumentationVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startDocumentationVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDeclarationFile(builder: flatbuffers.Builder, declarationFileOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(6, declarationFileOffset, 0);
  }

  static endEnum(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'name');
    builder.requiredField(offset, 6, 'values');
    builder.requiredField(offset, 10, 'underlying_type');
    return offset;
  }
}

/** What the verifier must know of this table. */
export const enumLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.Enum',
  fields: [
    { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'values', slot: 1, type: { kind: 'vector', get element() { return enumValLayout; } }, required: true },
    { name: 'is_union', slot: 2, type: { kind: 'scalar', size: 1 } },
    { name: 'underlying_type', slot: 3, get type() { return typeLayout; }, required: true },
    { name: 'attributes', slot: 4, type: { kind: 'vector', get element() { return keyValueLayout; } } },
    { name: 'documentation', slot: 5, type: { kind: 'vector', element: { kind: 'string' } } },
    { name: 'declaration_file', slot: 6, type: { kind: 'string' } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyEnum(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, enumLayout, options);
}

/** What `Enum` is encoded from. */
export interface EnumInit {
  readonly name: string | Uint8Array;
  readonly values: readonly EnumValInit[];
  readonly isUnion?: boolean | null | undefined;
  readonly underlyingType: TypeInit;
  readonly attributes?: readonly KeyValueInit[] | null | undefined;
  readonly documentation?: readonly (string | Uint8Array)[] | null | undefined;
  readonly declarationFile?: string | Uint8Array | null | undefined;
}

/** What `Enum` is decoded to. */
export interface EnumValue {
  name: string;
  values: EnumValValue[];
  isUnion: boolean;
  underlyingType: TypeValue;
  attributes: KeyValueValue[] | null;
  documentation: string[] | null;
  declarationFile: string | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeEnum(value: EnumInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeEnum, null);
}

const writeEnumShape: flatbuffers.TableShape = [271, 3, 4, 4, 4, 4, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeEnum(encoder: flatbuffers.Encoder, value: EnumInit): flatbuffers.Offset {
  const name = value.name;
  if (name == null) throw flatbuffers.invalidValue(value, 'name', 'is required');
  const nameOffset = flatbuffers.encodeString(encoder, name);
  const values = value.values;
  if (values == null) throw flatbuffers.invalidValue(value, 'values', 'is required');
  let valuesOffset = 0;
  {
    const base = encoder.offsetCount;
    for (let i = 0; i < values.length; i++) {
      const item = values[i];
      if (item == null) throw flatbuffers.invalidValue(values, i, 'is missing');
      const offset = writeEnumVal(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    valuesOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  const isUnion = value.isUnion;
  const underlyingType = value.underlyingType;
  if (underlyingType == null) throw flatbuffers.invalidValue(value, 'underlyingType', 'is required');
  const underlyingTypeOffset = writeType(encoder, underlyingType);
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
  const declarationFile = value.declarationFile;
  const declarationFileOffset = declarationFile == null ? 0 : flatbuffers.encodeString(encoder, declarationFile);
  if (encoder.at < 80) encoder.grow(80);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - nameOffset - at, true);
  mask |= 1;
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - valuesOffset - at, true);
  mask |= 2;
  if (isUnion != null && isUnion !== false) {
    at -= 1;
    view.setInt8(at, +isUnion);
    mask |= 4;
  }
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - underlyingTypeOffset - at, true);
  mask |= 8;
  if (attributesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - attributesOffset - at, true);
    mask |= 16;
  }
  if (documentationOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - documentationOffset - at, true);
    mask |= 32;
  }
  if (declarationFileOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - declarationFileOffset - at, true);
    mask |= 64;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeEnumShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeEnum(bytes: Uint8Array): EnumValue {
  return flatbuffers.decodeRoot(bytes, readEnum);
}

/** For other decoders: reads the table at a position. */
export function readEnum(decoder: flatbuffers.Decoder, at: number): EnumValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const nameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const valuesOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const isUnionOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const underlyingTypeOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const attributesOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  const documentationOffset = size > 14 ? view.getUint16(vtable + 14, true) : 0;
  const declarationFileOffset = size > 16 ? view.getUint16(vtable + 16, true) : 0;
  if (nameOffset === 0) throw flatbuffers.missingField(at, 'name');
  if (valuesOffset === 0) throw flatbuffers.missingField(at, 'values');
  let values: EnumValValue[] = [];
  if (valuesOffset !== 0) {
    values = [];
    let element = decoder.follow(at + valuesOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      values.push(readEnumVal(decoder, decoder.follow(element)));
    }
  }
  if (underlyingTypeOffset === 0) throw flatbuffers.missingField(at, 'underlying_type');
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
    values: values,
    isUnion: isUnionOffset === 0 ? false : view.getInt8(at + isUnionOffset) !== 0,
    underlyingType: readType(decoder, decoder.follow(at + underlyingTypeOffset)),
    attributes: attributes,
    documentation: documentationOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + documentationOffset),
    declarationFile: declarationFileOffset === 0 ? null : flatbuffers.decodeString(decoder, at + declarationFileOffset)
  };
}
