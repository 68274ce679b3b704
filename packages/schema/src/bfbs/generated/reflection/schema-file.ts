// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

export class SchemaFile {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): SchemaFile {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsSchemaFile(bb: flatbuffers.ByteBuffer, obj?: SchemaFile): SchemaFile {
    return (obj || new SchemaFile()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsSchemaFile(bb: flatbuffers.ByteBuffer, obj?: SchemaFile): SchemaFile {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new SchemaFile()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  filename(): string;
  filename(optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  filename(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return this.bb!.__string(this.bb_pos + offset, optionalEncoding);
  }

  includedFilenames(index: number): string;
  includedFilenames(index: number, optionalEncoding: flatbuffers.Encoding): string | Uint8Array;
  includedFilenames(index: number, optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__string(this.bb!.__vector(this.bb_pos + offset) + index * 4, optionalEncoding) : null;
  }

  includedFilenamesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  static startSchemaFile(builder: flatbuffers.Builder): void {
    builder.startObject(2);
  }

  static addFilename(builder: flatbuffers.Builder, filenameOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, filenameOffset, 0);
  }

  static addIncludedFilenames(builder: flatbuffers.Builder, includedFilenamesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, includedFilenamesOffset, 0);
  }

  static createIncludedFilenamesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startIncludedFilenamesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static endSchemaFile(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'filename');
    return offset;
  }

  static createSchemaFile(builder: flatbuffers.Builder, filenameOffset: flatbuffers.Offset, includedFilenamesOffset: flatbuffers.Offset): flatbuffers.Offset {
    SchemaFile.startSchemaFile(builder);
    SchemaFile.addFilename(builder, filenameOffset);
    SchemaFile.addIncludedFilenames(builder, includedFilenamesOffset);
    return SchemaFile.endSchemaFile(builder);
  }
}

/** What the verifier must know of this table. */
export const schemaFileLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.SchemaFile',
  fields: [
    { name: 'filename', slot: 0, type: { kind: 'string' }, required: true },
    { name: 'included_filenames', slot: 1, type: { kind: 'vector', element: { kind: 'string' } } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifySchemaFile(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, schemaFileLayout, options);
}

/** What `SchemaFile` is encoded from. */
export interface SchemaFileInit {
  readonly filename: string | Uint8Array;
  readonly includedFilenames?: readonly (string | Uint8Array)[] | null | undefined;
}

/** What `SchemaFile` is decoded to. */
export interface SchemaFileValue {
  filename: string;
  includedFilenames: string[] | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeSchemaFile(value: SchemaFileInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeSchemaFile, null);
}

const writeSchemaFileShape: flatbuffers.TableShape = [159, 3, 4, 4, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeSchemaFile(encoder: flatbuffers.Encoder, value: SchemaFileInit): flatbuffers.Offset {
  const filename = value.filename;
  if (filename == null) throw flatbuffers.invalidValue(value, 'filename', 'is required');
  const filenameOffset = flatbuffers.encodeString(encoder, filename);
  const includedFilenames = value.includedFilenames;
  const includedFilenamesOffset = includedFilenames == null ? 0 : flatbuffers.encodeStringVector(encoder, includedFilenames);
  if (encoder.at < 36) encoder.grow(36);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - filenameOffset - at, true);
  mask |= 1;
  if (includedFilenamesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - includedFilenamesOffset - at, true);
    mask |= 2;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeSchemaFileShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeSchemaFile(bytes: Uint8Array): SchemaFileValue {
  return flatbuffers.decodeRoot(bytes, readSchemaFile);
}

/** For other decoders: reads the table at a position. */
export function readSchemaFile(decoder: flatbuffers.Decoder, at: number): SchemaFileValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const filenameOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const includedFilenamesOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  if (filenameOffset === 0) throw flatbuffers.missingField(at, 'filename');
  return {
    filename: flatbuffers.decodeString(decoder, at + filenameOffset),
    includedFilenames: includedFilenamesOffset === 0 ? null : flatbuffers.decodeStringVector(decoder, at + includedFilenamesOffset)
  };
}
