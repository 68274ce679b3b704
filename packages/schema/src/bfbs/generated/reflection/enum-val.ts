// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { KeyValue, keyValueLayout, type KeyValueInit, type KeyValueValue, writeKeyValue, readKeyValue } from './key-value.js';
import { Type, typeLayout, type TypeInit, type TypeValue, writeType, readType } from './type.js';

export class EnumVal {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): EnumVal {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsEnumVal(bb: flatbuffers.ByteBuffer, obj?: EnumVal): EnumVal {
    return (obj || new EnumVal()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsEnumVal(bb: flatbuffers.ByteBuffer, obj?: EnumVal): EnumVal {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new EnumVal()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  name(): string;
  name(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  name(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  value(): bigint {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.readInt64(this.bb_pos + offset) : 0n;
  }

  unionType(obj?: Type): Type | null {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? (obj || new Type()).__init(this.bb!.__indirect(this.bb_pos + offset), this.bb!) : null;
  }

  documentation(index: number): string;
  documentation(index: number, optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  documentation(index: number, optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.__string(this.bb!.__vector(this.bb_pos + offset) + index * 4, optionalEncoding) : null;
  }

  documentationLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  attributes(index: number, obj?: KeyValue): KeyValue | null {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? (obj || new KeyValue()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  attributesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  static startEnumVal(builder: flatbuffers.Builder): void {
    builder.startObject(6);
  }

  static addName(builder: flatbuffers.Builder, nameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, nameOffset, 0);
  }

  static addValue(builder: flatbuffers.Builder, value_: bigint): void {
    builder.addFieldInt64(1, value_, 0n);
  }

  static addUnionType(builder: flatbuffers.Builder, unionTypeOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(3, unionTypeOffset, 0);
  }

  static addDocumentation(builder: flatbuffers.Builder, documentationOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(4, documentationOffset, 0);
  }

  static createDocumentationVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startDocumentationVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
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

  static endEnumVal(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'name');
    return offset;
  }
}

/** What the verifier must know of this table. */
export const enumValLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.EnumVal',
  fields: [
    { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'value', slot: 1, type: { kind: 'scalar', size: 8 } },
    { name: 'union_type', slot: 3, get type() { return typeLayout; } },
    { name: 'documentation', slot: 4, type: { kind: 'vector', element: { kind: 'string' } } },
    { name: 'attributes', slot: 5, type: { kind: 'vector', get element() { return keyValueLayout; } } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyEnumVal(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, enumValLayout, options);
}

/** What `EnumVal` is encoded from. */
export interface EnumValInit {
  readonly name: string | Uint8Array;
  readonly value?: bigint | number | null | undefined;
  readonly unionType?: TypeInit | null | undefined;
  readonly documentation?: readonly (string | Uint8Array)[] | null | undefined;
  readonly attributes?: readonly KeyValueInit[] | null | undefined;
}

/** What `EnumVal` is decoded to. */
export interface EnumValValue {
  name: string;
  value: bigint;
  unionType: TypeValue | null;
  documentation: string[] | null;
  attributes: KeyValueValue[] | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeEnumVal(value: EnumValInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeEnumVal, null);
}

const writeEnumValShape: flatbuffers.TableShape = [326, 7, 4, 4, 8, 8, 4, 4, 4, 4, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeEnumVal(encoder: flatbuffers.Encoder, value: EnumValInit): flatbuffers.Offset {
  const name = value.name;
  if (name == null) throw flatbuffers.invalidValue(value, 'name', 'is required');
  const nameOffset = flatbuffers.encodeString(encoder, name);
  const value_ = value.value;
  const unionType = value.unionType;
  const unionTypeOffset = unionType == null ? 0 : writeType(encoder, unionType);
  const documentation = value.documentation;
  const documentationOffset = documentation == null ? 0 : flatbuffers.encodeStringVector(encoder, documentation);
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
  if (encoder.at < 84) encoder.grow(84);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - nameOffset - at, true);
  mask |= 1;
  if (value_ != null && value_ != 0n) {
    view.setFloat64(at - 8, 0);
    at = (at - 8) & -8;
    flatbuffers.storeInt64(view, at, value_);
    if (encoder.minAlign < 8) encoder.minAlign = 8;
    mask |= 2;
  }
  if (unionTypeOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - unionTypeOffset - at, true);
    mask |= 8;
  }
  if (documentationOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - documentationOffset - at, true);
    mask |= 16;
  }
  if (attributesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - attributesOffset - at, true);
    mask |= 32;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeEnumValShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeEnumVal(bytes: Uint8Array): EnumValValue {
  return flatbuffers.decodeRoot(bytes, readEnumVal);
}

/** For other decoders: reads the table at a position. */
export function readEnumVal(decoder: flatbuffers.Decoder, at: number): EnumValValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const nameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const valueOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const unionTypeOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const documentationOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  const attributesOffset = size > 14 ? view.getUint16(vtable + 14, true) : 0;
  if (nameOffset === 0) throw flatbuffers.missingField(at, 'name');
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
    value: valueOffset === 0 ? 0n : view.getBigInt64(at + valueOffset, true),
    unionType: unionTypeOffset === 0 ? null : readType(decoder, decoder.follow(at + unionTypeOffset)),
    documentation: documentationOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + documentationOffset),
    attributes: attributes
  };
}
