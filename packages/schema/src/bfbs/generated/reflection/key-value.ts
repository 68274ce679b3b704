// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

export class KeyValue {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): KeyValue {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsKeyValue(bb: flatbuffers.ByteBuffer, obj?: KeyValue): KeyValue {
    return (obj || new KeyValue()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsKeyValue(bb: flatbuffers.ByteBuffer, obj?: KeyValue): KeyValue {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new KeyValue()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  key(): string;
  key(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  key(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  value(): string | null;
  value(optionalEncoding: flatbuffers.Encoding): string | Uint8Array | null;
  value(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__string(this.bb_pos + offset, optionalEncoding) : null;
  }

  static startKeyValue(builder: flatbuffers.Builder): void {
    builder.startObject(2);
  }

  static addKey(builder: flatbuffers.Builder, keyOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, keyOffset, 0);
  }

  static addValue(builder: flatbuffers.Builder, valueOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, valueOffset, 0);
  }

  static endKeyValue(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'key');
    return offset;
  }

  static createKeyValue(builder: flatbuffers.Builder, keyOffset: flatbuffers.Offset, valueOffset: flatbuffers.Offset): flatbuffers.Offset {
    KeyValue.startKeyValue(builder);
    KeyValue.addKey(builder, keyOffset);
    KeyValue.addValue(builder, valueOffset);
    return KeyValue.endKeyValue(builder);
  }
}

/** What the verifier must know of this table. */
export const keyValueLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.KeyValue',
  fields: [
    { name: 'key', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'value', slot: 1, type: { kind: 'string' } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifyKeyValue(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, keyValueLayout, options);
}

/** What `KeyValue` is encoded from. */
export interface KeyValueInit {
  readonly key: string | Uint8Array;
  readonly value?: string | Uint8Array | null | undefined;
}

/** What `KeyValue` is decoded to. */
export interface KeyValueValue {
  key: string;
  value: string | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeKeyValue(value: KeyValueInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeKeyValue, null);
}

const writeKeyValueShape: flatbuffers.TableShape = [682, 3, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeKeyValue(encoder: flatbuffers.Encoder, value: KeyValueInit): flatbuffers.Offset {
  const key_ = value.key;
  if (key_ == null) throw flatbuffers.invalidValue(value, 'key', 'is required');
  const keyOffset = flatbuffers.encodeString(encoder, key_);
  const value_ = value.value;
  const valueOffset = value_ == null ? 0 : flatbuffers.encodeString(encoder, value_);
  if (encoder.at < 36) encoder.grow(36);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - keyOffset - at, true);
  mask |= 1;
  if (valueOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - valueOffset - at, true);
    mask |= 2;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeKeyValueShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeKeyValue(bytes: Uint8Array): KeyValueValue {
  return flatbuffers.decodeRoot(bytes, readKeyValue);
}

/** For other decoders: reads the table at a position. */
export function readKeyValue(decoder: flatbuffers.Decoder, at: number): KeyValueValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const keyOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const valueOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  if (keyOffset === 0) throw flatbuffers.missingField(at, 'key');
  return {
    key: flatbuffers.decodeString(decoder, at + keyOffset),
    value: valueOffset === 0 ? null : flatbuffers.decodeString(decoder, at + valueOffset)
  };
}
