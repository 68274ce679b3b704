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
