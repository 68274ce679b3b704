// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { EnumVal, enumValLayout } from './enum-val.js';
import { KeyValue, keyValueLayout } from './key-value.js';
import { Type, typeLayout } from './type.js';

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
