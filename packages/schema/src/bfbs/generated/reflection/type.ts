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

/** What `Type` is encoded from. */
export interface TypeInit {
  readonly baseType?: BaseType | null | undefined;
  /**
   * Of vectors and arrays.
   */
  readonly element?: BaseType | null | undefined;
  /**
   * Position in `Schema.objects` or `Schema.enums`.
   */
  readonly index?: number | null | undefined;
  /**
   * Of arrays.
   */
  readonly fixedLength?: number | null | undefined;
  readonly baseSize?: number | null | undefined;
  readonly elementSize?: number | null | undefined;
}

/** What `Type` is decoded to. */
export interface TypeValue {
  baseType: BaseType;
  /**
   * Of vectors and arrays.
   */
  element: BaseType;
  /**
   * Position in `Schema.objects` or `Schema.enums`.
   */
  index: number;
  /**
   * Of arrays.
   */
  fixedLength: number;
  baseSize: number;
  elementSize: number;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeType(value: TypeInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeType, null);
}

const writeTypeShape: flatbuffers.TableShape = [606, 3, 1, 1, 1, 1, 4, 4, 2, 2, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeType(encoder: flatbuffers.Encoder, value: TypeInit): flatbuffers.Offset {
  const baseType = value.baseType;
  const element = value.element;
  const index_ = value.index;
  const fixedLength = value.fixedLength;
  const baseSize = value.baseSize;
  const elementSize = value.elementSize;
  if (encoder.at < 60) encoder.grow(60);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  if (baseType != null && baseType !== BaseType.None) {
    at -= 1;
    view.setInt8(at, baseType);
    mask |= 1;
  }
  if (element != null && element !== BaseType.None) {
    at -= 1;
    view.setInt8(at, element);
    mask |= 2;
  }
  if (index_ != null && index_ !== -1) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, index_, true);
    mask |= 4;
  }
  if (fixedLength != null && fixedLength !== 0) {
    view.setInt16(at - 2, 0);
    at = (at - 2) & -2;
    view.setInt16(at, fixedLength, true);
    mask |= 8;
  }
  if (baseSize != null && baseSize !== 4) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, baseSize, true);
    mask |= 16;
  }
  if (elementSize != null && elementSize !== 0) {
    view.setInt32(at - 4, 0);
    at = (at - 4) & -4;
    view.setInt32(at, elementSize, true);
    mask |= 32;
  }
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeTypeShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeType(bytes: Uint8Array): TypeValue {
  return flatbuffers.decodeRoot(bytes, readType);
}

/** For other decoders: reads the table at a position. */
export function readType(decoder: flatbuffers.Decoder, at: number): TypeValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const baseTypeOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const elementOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const indexOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const fixedLengthOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const baseSizeOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  const elementSizeOffset = size > 14 ? view.getUint16(vtable + 14, true) : 0;
  return {
    baseType: baseTypeOffset === 0 ? BaseType.None : (view.getInt8(at + baseTypeOffset) as BaseType),
    element: elementOffset === 0 ? BaseType.None : (view.getInt8(at + elementOffset) as BaseType),
    index: indexOffset === 0 ? -1 : view.getInt32(at + indexOffset, true),
    fixedLength: fixedLengthOffset === 0 ? 0 : view.getUint16(at + fixedLengthOffset, true),
    baseSize: baseSizeOffset === 0 ? 4 : view.getUint32(at + baseSizeOffset, true),
    elementSize: elementSizeOffset === 0 ? 0 : view.getUint32(at + elementSizeOffset, true)
  };
}
