// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { Enum, enumLayout } from './enum.js';
import { Object_, objectLayout } from './object.js';
import { SchemaFile, schemaFileLayout } from './schema-file.js';
import { Service, serviceLayout } from './service.js';

export class Schema {
  bb: flatbuffers.ByteBuffer | null = null;
  bb_pos: number = 0;

  __init(i: number, bb: flatbuffers.ByteBuffer): Schema {
    this.bb_pos = i;
    this.bb = bb;
    return this;
  }

  static getRootAsSchema(bb: flatbuffers.ByteBuffer, obj?: Schema): Schema {
    return (obj || new Schema()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static getSizePrefixedRootAsSchema(bb: flatbuffers.ByteBuffer, obj?: Schema): Schema {
    bb.setPosition(bb.position() + flatbuffers.SIZE_PREFIX_LENGTH);
    return (obj || new Schema()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
  }

  static bufferHasIdentifier(bb: flatbuffers.ByteBuffer): boolean {
    return bb.__has_identifier('BFBS');
  }

  objects(index: number, obj?: Object_): Object_ | null {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return offset ? (obj || new Object_()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  objectsLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 4);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  enums(index: number, obj?: Enum): Enum | null {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? (obj || new Enum()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  enumsLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 6);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  fileIdent(): string | null;
  fileIdent(optionalEncoding: flatbuffers.Encoding): string | Uint8Array | null;
  fileIdent(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 8);
    return offset ? this.bb!.__string(this.bb_pos + offset, optionalEncoding) : null;
  }

  fileExt(): string | null;
  fileExt(optionalEncoding: flatbuffers.Encoding): string | Uint8Array | null;
  fileExt(optionalEncoding?: flatbuffers.Encoding): string | Uint8Array | null {
    const offset = this.bb!.__offset(this.bb_pos, 10);
    return offset ? this.bb!.__string(this.bb_pos + offset, optionalEncoding) : null;
  }

  rootTable(obj?: Object_): Object_ | null {
    const offset = this.bb!.__offset(this.bb_pos, 12);
    return offset ? (obj || new Object_()).__init(this.bb!.__indirect(this.bb_pos + offset), this.bb!) : null;
  }

  services(index: number, obj?: Service): Service | null {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? (obj || new Service()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  servicesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 14);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  /**
   * Bits of what old readers of a schema might not understand.
   */
  advancedFeatures(): bigint {
    const offset = this.bb!.__offset(this.bb_pos, 16);
    return offset ? this.bb!.readUint64(this.bb_pos + offset) : 0n;
  }

  fbsFiles(index: number, obj?: SchemaFile): SchemaFile | null {
    const offset = this.bb!.__offset(this.bb_pos, 18);
    return offset ? (obj || new SchemaFile()).__init(this.bb!.__indirect(this.bb!.__vector(this.bb_pos + offset) + index * 4), this.bb!) : null;
  }

  fbsFilesLength(): number {
    const offset = this.bb!.__offset(this.bb_pos, 18);
    return offset ? this.bb!.__vector_len(this.bb_pos + offset) : 0;
  }

  static startSchema(builder: flatbuffers.Builder): void {
    builder.startObject(8);
  }

  static addObjects(builder: flatbuffers.Builder, objectsOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(0, objectsOffset, 0);
  }

  static createObjectsVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startObjectsVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addEnums(builder: flatbuffers.Builder, enumsOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(1, enumsOffset, 0);
  }

  static createEnumsVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startEnumsVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addFileIdent(builder: flatbuffers.Builder, fileIdentOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(2, fileIdentOffset, 0);
  }

  static addFileExt(builder: flatbuffers.Builder, fileExtOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(3, fileExtOffset, 0);
  }

  static addRootTable(builder: flatbuffers.Builder, rootTableOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(4, rootTableOffset, 0);
  }

  static addServices(builder: flatbuffers.Builder, servicesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(5, servicesOffset, 0);
  }

  static createServicesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startServicesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static addAdvancedFeatures(builder: flatbuffers.Builder, advancedFeatures: bigint): void {
    builder.addFieldInt64(6, advancedFeatures, 0n);
  }

  static addFbsFiles(builder: flatbuffers.Builder, fbsFilesOffset: flatbuffers.Offset): void {
    builder.addFieldOffset(7, fbsFilesOffset, 0);
  }

  static createFbsFilesVector(builder: flatbuffers.Builder, data: flatbuffers.Offset[]): flatbuffers.Offset {
    return builder.createOffsetVector(data);
  }

  static startFbsFilesVector(builder: flatbuffers.Builder, numElems: number): void {
    builder.startVector(4, numElems, 4);
  }

  static endSchema(builder: flatbuffers.Builder): flatbuffers.Offset {
    const offset = builder.endObject();
    builder.requiredField(offset, 4, 'objects');
    builder.requiredField(offset, 6, 'enums');
    return offset;
  }

  static finishSchemaBuffer(builder: flatbuffers.Builder, offset: flatbuffers.Offset): void {
    builder.finish(offset, 'BFBS');
  }

  static finishSizePrefixedSchemaBuffer(builder: flatbuffers.Builder, offset: flatbuffers.Offset): void {
    builder.finish(offset, 'BFBS', true);
  }
}

/** What the verifier must know of this table. */
export const schemaLayout: flatbuffers.TableLayout = {
  kind: 'table',
  name: 'reflection.Schema',
  fields: [
    { name: 'objects', slot: 0, type: { kind: 'vector', get element() { return objectLayout; } }, required: true },
    { name: 'enums', slot: 1, type: { kind: 'vector', get element() { return enumLayout; } }, required: true },
    { name: 'file_ident', slot: 2, type: { kind: 'string' } },
    { name: 'file_ext', slot: 3, type: { kind: 'string' } },
    { name: 'root_table', slot: 4, get type() { return objectLayout; } },
    { name: 'services', slot: 5, type: { kind: 'vector', get element() { return serviceLayout; } } },
    { name: 'advanced_features', slot: 6, type: { kind: 'scalar', size: 8 } },
    { name: 'fbs_files', slot: 7, type: { kind: 'vector', get element() { return schemaFileLayout; } } },
  ],
};

/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */
export function verifySchema(
  bytes: Uint8Array,
  options?: flatbuffers.VerifyOptions
): flatbuffers.FlatBufferError | null {
  return flatbuffers.verify(bytes, schemaLayout, options);
}
