// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { Field, fieldLayout } from './field.js';
import { KeyValue, keyValueLayout } from './key-value.js';

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
