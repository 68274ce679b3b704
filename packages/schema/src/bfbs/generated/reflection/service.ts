// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { KeyValue, keyValueLayout, type KeyValueInit, type KeyValueValue, writeKeyValue, readKeyValue } from './key-value.js';
import { RPCCall, rpccallLayout, type RPCCallInit, type RPCCallValue, writeRPCCall, readRPCCall } from './rpccall.js';

export class Service {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): Service {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsService(bb: flatbuffers.ByteBuffer, obj?: Service): Service {
    return (obj || new Service()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsService(bb: flatbuffers.ByteBuffer, obj?: Service): Service {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new Service()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  name(): string;
  name(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  name(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  calls(index: number, obj?: RPCCall): RPCCall | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (obj || new RPCCall()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  callsLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  attributes(index: number, obj?: KeyValue): KeyValue | null {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? (obj || new KeyValue()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  attributesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  documentation(index: number): string;
  documentation(index: number, optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  documentation(index: number, optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.__string(this.bb!.__vector(this.bb_pos + offset) + index * 4, optionalEncoding) : null;
  }

  documentationLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  declarationFile(): string | null;
  declarationFile(optionalEncoding: flatbuffers.Encoding): string | Uint8Array | null;
  declarationFile(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? this.bb!.__string(this.bb_pos + offset, optionalEncoding) : null;
  }

  static startService(builder: flatbuffers.Builder): void {
    builder.startObject(5);
  }

  static addName(builder: flatbuffers.Builder, nameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, nameOffset, 0);
  }

  static addCalls(builder: flatbuffers.Builder, callsOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, callsOffset, 0);
  }

  static createCallsVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startCallsVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addAttributes(builder: flatbuffers.Builder, attributesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(2, attributesOffset, 0);
  }

  static createAttributesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startAttributesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDocumentation(builder: flatbuffers.Builder, documentationOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(3, documentationOffset, 0);
  }

  static createDocumentationVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startDocumentationVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addDeclarationFile(builder: flatbuffers.Builder, declarationFileOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(4, declarationFileOffset, 0);
  }

  static endService(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'name');
    return offset;
  }

  static createService(
    builder: flatbuffers.Builder,
    nameOffset: flatbuffers.Offset,
    callsOffset: flatbuffers.Offset,
    attributesOffset: flatbuffers.Offset,
    documentationOffset: flatbuffers.Offset,
    declarationFileOffset: flatbuffers.Offset
  ): flatbuffers.Offset {
    Service.startService(builder);
    Service.addName(builder, nameOffset);
    Service.addCalls(builder, callsOffset);
    Service.addAttributes(builder, attributesOffset);
    Service.addDocumentation(builder, documentationOffset);
    Service.addDeclarationFile(builder, declarationFileOffset);
    return Service.endService(builder);
  }
}

/** What the verifier must know of this table. */
export const serviceLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.Service',
  fields: [
    { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'calls', slot: 1, type: { kind: 'vector', get element() { return rpccallLayout; } } },
    { name: 'attributes', slot: 2, type: { kind: 'vector', get element() { return keyValueLayout; } } },
    { name: 'documentation', slot: 3, type: { kind: 'vector', element: { kind: 'string' } } },
    { name: 'declaration_file', slot: 4, type: { kind: 'string' } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyService(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, serviceLayout, options);
}

/** What `Service` is encoded from. */
export interface ServiceInit {
  readonly name: string | Uint8Array;
  readonly calls?: readonly RPCCallInit[] | null | undefined;
  readonly attributes?: readonly KeyValueInit[] | null | undefined;
  readonly documentation?: readonly (string | Uint8Array)[] | null | undefined;
  readonly declarationFile?: string | Uint8Array | null | undefined;
}

/** What `Service` is decoded to. */
export interface ServiceValue {
  name: string;
  calls: RPCCallValue[] | null;
  attributes: KeyValueValue[] | null;
  documentation: string[] | null;
  declarationFile: string | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeService(value: ServiceInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeService, null);
}

const writeServiceShape: flatbuffers.TableShape = [949, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeService(encoder: flatbuffers.Encoder, value: ServiceInit): flatbuffers.Offset {
  const name = value.name;
  if (name == null) throw flatbuffers.invalidValue(value, 'name', 'is required');
  const nameOffset = flatbuffers.encodeString(encoder, name);
  const calls = value.calls;
  let callsOffset = 0;
  if (calls != null) {
    const base = encoder.offsetCount;
    for (let i = 0; i < calls.length; i++) {
      const item = calls[i];
      if (item == null) throw flatbuffers.invalidValue(calls, i, 'is missing');
      const offset = writeRPCCall(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    callsOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
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
  if (encoder.at < 66) encoder.grow(66);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - nameOffset - at, true);
  mask |= 1;
  if (callsOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - callsOffset - at, true);
    mask |= 2;
  }
  if (attributesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - attributesOffset - at, true);
    mask |= 4;
  }
  if (documentationOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - documentationOffset - at, true);
    mask |= 8;
  }
  if (declarationFileOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - declarationFileOffset - at, true);
    mask |= 16;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeServiceShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeService(bytes: Uint8Array): ServiceValue {
  return flatbuffers.decodeRoot(bytes, readService);
}

/** For other decoders: reads the table at a position. */
export function readService(decoder: flatbuffers.Decoder, at: number): ServiceValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const nameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const callsOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const attributesOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const documentationOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const declarationFileOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  if (nameOffset === 0) throw flatbuffers.missingField(at, 'name');
  let calls: RPCCallValue[] | null = null;
  if (callsOffset !== 0) {
    calls = [];
    let element = decoder.follow(at + callsOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      calls.push(readRPCCall(decoder, decoder.follow(element)));
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
    calls: calls,
    attributes: attributes,
    documentation: documentationOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + documentationOffset),
    declarationFile: declarationFileOffset === 0 ? null : flatbuffers.decodeString(decoder, at + declarationFileOffset)
  };
}
