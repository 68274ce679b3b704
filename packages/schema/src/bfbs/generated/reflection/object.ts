// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { Field, fieldLayout, type FieldInit, type FieldValue, writeField, readField } from './field.js';
import { KeyValue, keyValueLayout, type KeyValueInit, type KeyValueValue, writeKeyValue, readKeyValue } from './key-value.js';

export class Object_ {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): Object_ {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsObject(bb: flatbuffers.ByteBuffer, obj?: Object_): Object_ {
    return (obj || new Object_()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsObject(bb: flatbuffers.ByteBuffer, obj?: Object_): Object_ {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new Object_()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  name(): string;
  name(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  name(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  /**
   * In the order of their names.
   */
  fields(index: number, obj?: Field): Field | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (obj || new Field()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  fieldsLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  isStruct(): boolean {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? !!this.bb!.readInt8(this.bb_pos + offset) : false;
  }

  minalign(): number {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.readInt32(this.bb_pos + offset) : 0;
  }

  bytesize(): number {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.readInt32(this.bb_pos + offset) : 0;
  }

  attributes(index: number, obj?: KeyValue): KeyValue | null {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? (obj || new KeyValue()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  attributesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  documentation(index: number): string;
  documentation(index: number, optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  documentation(index: number, optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 16);
    return offset ? this.bb!.__string(this.bb!.__vector(this.bb_pos + offset) + index * 4, optionalEncoding) : null;
  }

  documentationLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 16);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  declarationFile(): string | null;
  declarationFile(optionalEncoding: flatbuffers.Encoding): string | Uint8Array | null;
  declarationFile(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 18);
    return offset ? this.bb!.__string(this.bb_pos + offset, optionalEncoding) : null;
  }

  static startObject(builder: flatbuffers.Builder): void {
    builder.startObject(8);
  }

  static addName(builder: flatbuffers.Builder, nameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, nameOffset, 0);
  }

  static addFields(builder: flatbuffers.Builder, fieldsOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, fieldsOffset, 0);
  }

  static createFieldsVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startFieldsVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addIsStruct(builder: flatbuffers.Builder, isStruct: boolean): void {
    builder.addFieldInt8(2, +isStruct, 0);
  }

  static addMinalign(builder: flatbuffers.Builder, minalign: number): void {
    builder.addFieldInt32(3, minalign, 0);
  }

  static addBytesize(builder: flatbuffers.Builder, bytesize: number): void {
    builder.addFieldInt32(4, bytesize, 0);
  }

  static addAttributes(builder: flatbuffers.Builder, attributesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(5, attributesOffset, 0);
  }

  static createAttributesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startAttributesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDocumentation(builder: flatbuffers.Builder, documentationOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(6, documentationOffset, 0);
  }

  static createDocumentationVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startDocumentationVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDeclarationFile(builder: flatbuffers.Builder, declarationFileOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(7, declarationFileOffset, 0);
  }

  static endObject(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'name');
    builder.requiredField(offset, 6, 'fields');
    return offset;
  }

  static createObject(
    builder: flatbuffers.Builder,
    nameOffset: flatbuffers.Offset,
    fieldsOffset: flatbuffers.Offset,
    isStruct: boolean,
    minalign: number,
    bytesize: number,
    attributesOffset: flatbuffers.Offset,
    documentationOffset: flatbuffers.Offset,
    declarationFileOffset: flatbuffers.Offset
  ): flatbuffers.Offset {
    Object_.startObject(builder);
    Object_.addName(builder, nameOffset);
    Object_.addFields(builder, fieldsOffset);
    Object_.addIsStruct(builder, isStruct);
    Object_.addMinalign(builder, minalign);
    Object_.addBytesize(builder, bytesize);
    Object_.addAttributes(builder, attributesOffset);
    Object_.addDocumentation(builder, documentationOffset);
    Object_.addDeclarationFile(builder, declarationFileOffset);
    return Object_.endObject(builder);
  }
}

/** What the verifier must know of this table. */
export const objectLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.Object',
  fields: [
    { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'fields', slot: 1, type: { kind: 'vector', get element() { return fieldLayout; } }, required: true },
    { name: 'is_struct', slot: 2, type: { kind: 'scalar', size: 1 } },
    { name: 'minalign', slot: 3, type: { kind: 'scalar', size: 4 } },
    { name: 'bytesize', slot: 4, type: { kind: 'scalar', size: 4 } },
    { name: 'attributes', slot: 5, type: { kind: 'vector', get element() { return keyValueLayout; } } },
    { name: 'documentation', slot: 6, type: { kind: 'vector', element: { kind: 'string' } } },
    { name: 'declaration_file', slot: 7, type: { kind: 'string' } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyObject(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, objectLayout, options);
}

/** What `Object` is encoded from. */
export interface ObjectInit {
  readonly name: string | Uint8Array;
  /**
   * In the order of their names.
   */
  readonly fields: readonly FieldInit[];
  readonly isStruct?: boolean | null | undefined;
  readonly minalign?: number | null | undefined;
  readonly bytesize?: number | null | undefined;
  readonly attributes?: readonly KeyValueInit[] | null | undefined;
  readonly documentation?: readonly (string | Uint8Array)[] | null | undefined;
  readonly declarationFile?: string | Uint8Array | null | undefined;
}

/** What `Object` is decoded to. */
export interface ObjectValue {
  name: string;
  /**
   * In the order of their names.
   */
  fields: FieldValue[];
  isStruct: boolean;
  minalign: number;
  bytesize: number;
  attributes: KeyValueValue[] | null;
  documentation: string[] | null;
  declarationFile: string | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeObject(value: ObjectInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeObject, null);
}

const writeObjectShape: flatbuffers.TableShape = [445, 3, 4, 4, 4, 4, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeObject(encoder: flatbuffers.Encoder, value: ObjectInit): flatbuffers.Offset {
  const name = value.name;
  if (name == null) throw flatbuffers.invalidValue(value, 'name', 'is required');
  const nameOffset = flatbuffers.encodeString(encoder, name);
  const fields = value.fields;
  if (fields == null) throw flatbuffers.invalidValue(value, 'fields', 'is required');
  let fieldsOffset = 0;
  {
    const base = encoder.offsetCount;
    for (let i = 0; i < fields.length; i++) {
      const item = fields[i];
      if (item == null) throw flatbuffers.invalidValue(fields, i, 'is missing');
      const offset = writeField(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    fieldsOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  const isStruct = value.isStruct;
  const minalign = value.minalign;
  const bytesize = value.bytesize;
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
  if (encoder.at < 90) encoder.grow(90);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - nameOffset - at, true);
  mask |= 1;
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - fieldsOffset - at, true);
  mask |= 2;
  if (isStruct != null && isStruct !== false) {
    at -= 1;
    view.setInt8(at, +isStruct);
    mask |= 4;
  }
  if (minalign != null && minalign !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, minalign, true);
    mask |= 8;
  }
  if (bytesize != null && bytesize !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, bytesize, true);
    mask |= 16;
  }
  if (attributesOffset !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - attributesOffset - at, true);
    mask |= 32;
  }
  if (documentationOffset !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - documentationOffset - at, true);
    mask |= 64;
  }
  if (declarationFileOffset !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - declarationFileOffset - at, true);
    mask |= 128;
  }
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeObjectShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeObject(bytes: Uint8Array): ObjectValue {
  return flatbuffers.decodeRoot(bytes, readObject);
}

/** For other decoders: reads the table at a position. */
export function readObject(decoder: flatbuffers.Decoder, at: number): ObjectValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const nameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const fieldsOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const isStructOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const minalignOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const bytesizeOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  const attributesOffset = size > 14 ? view.getUint16(vtable + 14, true) : 0;
  const documentationOffset = size > 16 ? view.getUint16(vtable + 16, true) : 0;
  const declarationFileOffset = size > 18 ? view.getUint16(vtable + 18, true) : 0;
  if (nameOffset === 0) throw flatbuffers.missingField(at, 'name');
  if (fieldsOffset === 0) throw flatbuffers.missingField(at, 'fields');
  let fields: FieldValue[] = [];
  if (fieldsOffset !== 0) {
    fields = [];
    let element = decoder.follow(at + fieldsOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      fields.push(readField(decoder, decoder.follow(element)));
    }
  }
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
    fields: fields,
    isStruct: isStructOffset === 0 ? false : view.getInt8(at + isStructOffset) !== 0,
    minalign: minalignOffset === 0 ? 0 : view.getInt32(at + minalignOffset, true),
    bytesize: bytesizeOffset === 0 ? 0 : view.getInt32(at + bytesizeOffset, true),
    attributes: attributes,
    documentation: documentationOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + documentationOffset),
    declarationFile: declarationFileOffset === 0 ? null : flatbuffers.decodeString(decoder, at + declarationFileOffset)
  };
}
