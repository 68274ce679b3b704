// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { KeyValue, keyValueLayout } from './key-value.js';
import { Type, typeLayout } from './type.js';

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
