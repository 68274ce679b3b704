// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { KeyValue, keyValueLayout } from './key-value.js';
import { Object_, objectLayout } from './object.js';

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
