// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { BaseType } from './base-type.js';

export class Type {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): Type {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsType(bb: flatbuffers.ByteBuffer, obj?: Type): Type {
    return (obj || new Type()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsType(bb: flatbuffers.ByteBuffer, obj?: Type): Type {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new Type()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  baseType(): BaseType {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return offset ? (this.bb!.readInt8(this.bb_pos + offset) as BaseType) : BaseType.None;
  }

  /**
   * Of vectors and arrays.
   */
  element(): BaseType {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (this.bb!.readInt8(this.bb_pos + offset) as BaseType) : BaseType.None;
  }

  /**
   * Position in `Schema.objects` or `Schema.enums`.
   */
  index(): number {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? this.bb!.readInt32(this.bb_pos + offset) : -1;
  }

  /**
   * Of arrays.
   */
  fixedLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.readUint16(this.bb_pos + offset) : 0;
  }

  baseSize(): number {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.readUint32(this.bb_pos + offset) : 4;
  }

  elementSize(): number {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.readUint32(this.bb_pos + offset) : 0;
  }

  static startType(builder: flatbuffers.Builder): void {
    builder.startObject(6);
  }

  static addBaseType(builder: flatbuffers.Builder, baseType: BaseType): void {
    builder.addFieldInt8(0, baseType, BaseType.None);
  }

  static addElement(builder: flatbuffers.Builder, element: BaseType): void {
    builder.addFieldInt8(1, element, BaseType.None);
  }

  static addIndex(builder: flatbuffers.Builder, index_: number): void {
    builder.addFieldInt32(2, index_, -1);
  }

  static addFixedLength(builder: flatbuffers.Builder, fixedLength: number): void {
    builder.addFieldInt16(3, fixedLength, 0);
  }

  static addBaseSize(builder: flatbuffers.Builder, baseSize: number): void {
    builder.addFieldInt32(4, baseSize, 4);
  }

  static addElementSize(builder: flatbuffers.Builder, elementSize: number): void {
    builder.addFieldInt32(5, elementSize, 0);
  }

  static endType(builder: flatbuffers.Builder): flatbuffers.Offset {
    return builder.endObject();
  }

  static createType(
    builder: flatbuffers.Builder,
    baseType: BaseType,
    element: BaseType,
    index_: number,
    fixedLength: number,
    baseSize: number,
    elementSize: number
  ): flatbuffers.Offset {
    Type.startType(builder);
    Type.addBaseType(builder, baseType);
    Type.addElement(builder, element);
    Type.addIndex(builder, index_);
    Type.addFixedLength(builder, fixedLength);
    Type.addBaseSize(builder, baseSize);
    Type.addElementSize(builder, elementSize);
    return Type.endType(builder);
  }
}

/** What the verifier must know of this table. */
export const typeLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.Type',
  fields: [
    { name: 'base_type', slot: 0, type: { kind: 'scalar', size: 1 } },
    { name: 'element', slot: 1, type: { kind: 'scalar', size: 1 } },
    { name: 'index', slot: 2, type: { kind: 'scalar', size: 4 } },
    { name: 'fixed_length', slot: 3, type: { kind: 'scalar', size: 2 } },
    { name: 'base_size', slot: 4, type: { kind: 'scalar', size: 4 } },
    { name: 'element_size', slot: 5, type: { kind: 'scalar', size: 4 } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyType(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, typeLayout, options);
}
