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
