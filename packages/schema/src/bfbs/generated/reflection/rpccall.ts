// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { KeyValue, keyValueLayout, type KeyValueInit, type KeyValueValue, writeKeyValue, readKeyValue } from './key-value.js';
import { Object_, objectLayout, type ObjectInit, type ObjectValue, writeObject, readObject } from './object.js';

export class RPCCall {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): RPCCall {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsRPCCall(bb: flatbuffers.ByteBuffer, obj?: RPCCall): RPCCall {
    return (obj || new RPCCall()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsRPCCall(bb: flatbuffers.ByteBuffer, obj?: RPCCall): RPCCall {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new RPCCall()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  name(): string;
  name(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  name(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  request(obj?: Object_): Object_ | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (obj || new Object_()).__init(this.bb!.__indirect(this.bb_pos + offset), this.bb!) : null;
  }

  response(obj?: Object_): Object_ | null {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? (obj || new Object_()).__init(this.bb!.__indirect(this.bb_pos + offset), this.bb!) : null;
  }

  attributes(index: number, obj?: KeyValue): KeyValue | null {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? (obj || new KeyValue()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  attributesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
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

  static startRPCCall(builder: flatbuffers.Builder): void {
    builder.startObject(5);
  }

  static addName(builder: flatbuffers.Builder, nameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, nameOffset, 0);
  }

  static addRequest(builder: flatbuffers.Builder, requestOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, requestOffset, 0);
  }

  static addResponse(builder: flatbuffers.Builder, responseOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(2, responseOffset, 0);
  }

  static addAttributes(builder: flatbuffers.Builder, attributesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(3, attributesOffset, 0);
  }

  static createAttributesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startAttributesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
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

  static endRPCCall(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'name');
    builder.requiredField(offset, 6, 'request');
    builder.requiredField(offset, 8, 'response');
    return offset;
  }
}

/** What the verifier must know of this table. */
export const rpccallLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.RPCCall',
  fields: [
    { name: 'name', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'request', slot: 1, get type() { return objectLayout; }, required: true },
    { name: 'response', slot: 2, get type() { return objectLayout; }, required: true },
    { name: 'attributes', slot: 3, type: { kind: 'vector', get element() { return keyValueLayout; } } },
    { name: 'documentation', slot: 4, type: { kind: 'vector', element: { kind: 'string' } } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyRPCCall(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, rpccallLayout, options);
}

/** What `RPCCall` is encoded from. */
export interface RPCCallInit {
  readonly name: string | Uint8Array;
  readonly request: ObjectInit;
  readonly response: ObjectInit;
  readonly attributes?: readonly KeyValueInit[] | null | undefined;
  readonly documentation?: readonly (string | Uint8Array)[] | null | undefined;
}

/** What `RPCCall` is decoded to. */
export interface RPCCallValue {
  name: string;
  request: ObjectValue;
  response: ObjectValue;
  attributes: KeyValueValue[] | null;
  documentation: string[] | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeRPCCall(value: RPCCallInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeRPCCall, null);
}

const writeRPCCallShape: flatbuffers.TableShape = [753, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeRPCCall(encoder: flatbuffers.Encoder, value: RPCCallInit): flatbuffers.Offset {
  const name = value.name;
  if (name == null) throw flatbuffers.invalidValue(value, 'name', 'is required');
  const nameOffset = flatbuffers.encodeString(encoder, name);
  const request = value.request;
  if (request == null) throw flatbuffers.invalidValue(value, 'request', 'is required');
  const requestOffset = writeObject(encoder, request);
  const response = value.response;
  if (response == null) throw flatbuffers.invalidValue(value, 'response', 'is required');
  const responseOffset = writeObject(encoder, response);
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
  if (encoder.at < 66) encoder.grow(66);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - nameOffset - at, true);
  mask |= 1;
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - requestOffset - at, true);
  mask |= 2;
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - responseOffset - at, true);
  mask |= 4;
  if (attributesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - attributesOffset - at, true);
    mask |= 8;
  }
  if (documentationOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - documentationOffset - at, true);
    mask |= 16;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeRPCCallShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeRPCCall(bytes: Uint8Array): RPCCallValue {
  return flatbuffers.decodeRoot(bytes, readRPCCall);
}

/** For other decoders: reads the table at a position. */
export function readRPCCall(decoder: flatbuffers.Decoder, at: number): RPCCallValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const nameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const requestOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const responseOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const attributesOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const documentationOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  if (nameOffset === 0) throw flatbuffers.missingField(at, 'name');
  if (requestOffset === 0) throw flatbuffers.missingField(at, 'request');
  if (responseOffset === 0) throw flatbuffers.missingField(at, 'response');
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
    request: readObject(decoder, decoder.follow(at + requestOffset)),
    response: readObject(decoder, decoder.follow(at + responseOffset)),
    attributes: attributes,
    documentation: documentationOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + documentationOffset)
  };
}
