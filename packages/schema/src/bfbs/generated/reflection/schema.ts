// Code generated from reflection.fbs: do not edit, change the schema instead.
/* eslint-disable @typescript-eslint/no-non-null-assertion */

import * as flatbuffers from '@fb/flatbuffers';

import { Enum, enumLayout, type EnumInit, type EnumValue, writeEnum, readEnum } from './enum.js';
import { Object_, objectLayout, type ObjectInit, type ObjectValue, writeObject, readObject } from './object.js';
import { SchemaFile, schemaFileLayout, type SchemaFileInit, type SchemaFileValue, writeSchemaFile, readSchemaFile } from './schema-file.js';
import { Service, serviceLayout, type ServiceInit, type ServiceValue, writeService, readService } from './service.js';

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

/** What `Schema` is encoded from. */
export interface SchemaInit {
  readonly objects: readonly ObjectInit[];
  readonly enums: readonly EnumInit[];
  readonly fileIdent?: string | Uint8Array | null | undefined;
  readonly fileExt?: string | Uint8Array | null | undefined;
  readonly rootTable?: ObjectInit | null | undefined;
  readonly services?: readonly ServiceInit[] | null | undefined;
  /**
   * Bits of what old readers of a schema might not understand.
   */
  readonly advancedFeatures?: bigint | number | null | undefined;
  readonly fbsFiles?: readonly SchemaFileInit[] | null | undefined;
}

/** What `Schema` is decoded to. */
export interface SchemaValue {
  objects: ObjectValue[];
  enums: EnumValue[];
  fileIdent: string | null;
  fileExt: string | null;
  rootTable: ObjectValue | null;
  services: ServiceValue[] | null;
  /**
   * Bits of what old readers of a schema might not understand.
   */
  advancedFeatures: bigint;
  fbsFiles: SchemaFileValue[] | null;
}

/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */
export function encodeSchema(value: SchemaInit, encoder: flatbuffers.Encoder = new flatbuffers.Encoder()): Uint8Array {
  return flatbuffers.encodeRoot(encoder, value, writeSchema, 'BFBS');
}

const writeSchemaShape: flatbuffers.TableShape = [889, 7, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 4, 4];

/** For other encoders: writes the table into their message. */
export function writeSchema(encoder: flatbuffers.Encoder, value: SchemaInit): flatbuffers.Offset {
  const objects = value.objects;
  if (objects == null) throw flatbuffers.invalidValue(value, 'objects', 'is required');
  let objectsOffset = 0;
  {
    const base = encoder.offsetCount;
    for (let i = 0; i < objects.length; i++) {
      const item = objects[i];
      if (item == null) throw flatbuffers.invalidValue(objects, i, 'is missing');
      const offset = writeObject(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    objectsOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  const enums = value.enums;
  if (enums == null) throw flatbuffers.invalidValue(value, 'enums', 'is required');
  let enumsOffset = 0;
  {
    const base = encoder.offsetCount;
    for (let i = 0; i < enums.length; i++) {
      const item = enums[i];
      if (item == null) throw flatbuffers.invalidValue(enums, i, 'is missing');
      const offset = writeEnum(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    enumsOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  const fileIdent = value.fileIdent;
  const fileIdentOffset = fileIdent == null ? 0 : flatbuffers.encodeString(encoder, fileIdent);
  const fileExt = value.fileExt;
  const fileExtOffset = fileExt == null ? 0 : flatbuffers.encodeString(encoder, fileExt);
  const rootTable = value.rootTable;
  const rootTableOffset = rootTable == null ? 0 : writeObject(encoder, rootTable);
  const services = value.services;
  let servicesOffset = 0;
  if (services != null) {
    const base = encoder.offsetCount;
    for (let i = 0; i < services.length; i++) {
      const item = services[i];
      if (item == null) throw flatbuffers.invalidValue(services, i, 'is missing');
      const offset = writeService(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    servicesOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  const advancedFeatures = value.advancedFeatures;
  const fbsFiles = value.fbsFiles;
  let fbsFilesOffset = 0;
  if (fbsFiles != null) {
    const base = encoder.offsetCount;
    for (let i = 0; i < fbsFiles.length; i++) {
      const item = fbsFiles[i];
      if (item == null) throw flatbuffers.invalidValue(fbsFiles, i, 'is missing');
      const offset = writeSchemaFile(encoder, item);
      encoder.offsets[encoder.offsetCount++] = offset;
    }
    fbsFilesOffset = flatbuffers.encodeOffsetVector(encoder, base);
  }
  if (encoder.at < 104) encoder.grow(104);
  const view = encoder.view;
  let at = encoder.at;
  let mask = 0;
  const start = at;
  view.setInt32(at - 4, 0);
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - objectsOffset - at, true);
  mask |= 1;
  at = (at - 4) & -4;
  view.setInt32(at, encoder.end - enumsOffset - at, true);
  mask |= 2;
  if (fileIdentOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - fileIdentOffset - at, true);
    mask |= 4;
  }
  if (fileExtOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - fileExtOffset - at, true);
    mask |= 8;
  }
  if (rootTableOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - rootTableOffset - at, true);
    mask |= 16;
  }
  if (servicesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - servicesOffset - at, true);
    mask |= 32;
  }
  if (advancedFeatures != null && advancedFeatures != 0n) {
    view.setFloat64(at - 8, 0);
    at = (at - 8) & -8;
    flatbuffers.storeInt64(view, at, advancedFeatures);
    if (encoder.minAlign < 8) encoder.minAlign = 8;
    mask |= 64;
  }
  if (fbsFilesOffset !== 0) {
    at = (at - 4) & -4;
    view.setInt32(at, encoder.end - fbsFilesOffset - at, true);
    mask |= 128;
  }
  at = (at - 4) & -4;
  return encoder.endTable(at, start, mask, writeSchemaShape);
}

/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */
export function decodeSchema(bytes: Uint8Array): SchemaValue {
  return flatbuffers.decodeRoot(bytes, readSchema);
}

/** For other decoders: reads the table at a position. */
export function readSchema(decoder: flatbuffers.Decoder, at: number): SchemaValue {
  decoder.take(at, 8);
  const view = decoder.view;
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const objectsOffset = size > 4 ? view.getUint16(vtable + 4, true) : 0;
  const enumsOffset = size > 6 ? view.getUint16(vtable + 6, true) : 0;
  const fileIdentOffset = size > 8 ? view.getUint16(vtable + 8, true) : 0;
  const fileExtOffset = size > 10 ? view.getUint16(vtable + 10, true) : 0;
  const rootTableOffset = size > 12 ? view.getUint16(vtable + 12, true) : 0;
  const servicesOffset = size > 14 ? view.getUint16(vtable + 14, true) : 0;
  const advancedFeaturesOffset = size > 16 ? view.getUint16(vtable + 16, true) : 0;
  const fbsFilesOffset = size > 18 ? view.getUint16(vtable + 18, true) : 0;
  if (objectsOffset === 0) throw flatbuffers.missingField(at, 'objects');
  let objects: ObjectValue[] = [];
  if (objectsOffset !== 0) {
    objects = [];
    let element = decoder.follow(at + objectsOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      objects.push(readObject(decoder, decoder.follow(element)));
    }
  }
  if (enumsOffset === 0) throw flatbuffers.missingField(at, 'enums');
  let enums: EnumValue[] = [];
  if (enumsOffset !== 0) {
    enums = [];
    let element = decoder.follow(at + enumsOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      enums.push(readEnum(decoder, decoder.follow(element)));
    }
  }
  let services: ServiceValue[] | null = null;
  if (servicesOffset !== 0) {
    services = [];
    let element = decoder.follow(at + servicesOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      services.push(readService(decoder, decoder.follow(element)));
    }
  }
  let fbsFiles: SchemaFileValue[] | null = null;
  if (fbsFilesOffset !== 0) {
    fbsFiles = [];
    let element = decoder.follow(at + fbsFilesOffset);
    const count = decoder.count(element, 4);
    element += 4;
    for (let i = 0; i < count; i++, element += 4) {
      fbsFiles.push(readSchemaFile(decoder, decoder.follow(element)));
    }
  }
  return {
    objects: objects,
    enums: enums,
    fileIdent: fileIdentOffset === 0 ? null : flatbuffers.decodeString(decoder, at + fileIdentOffset),
    fileExt: fileExtOffset === 0 ? null : flatbuffers.decodeString(decoder, at + fileExtOffset),
    rootTable: rootTableOffset === 0 ? null : readObject(decoder, decoder.follow(at + rootTableOffset)),
    services: services,
    advancedFeatures: advancedFeaturesOffset === 0 ? 0n : view.getBigUint64(at + advancedFeaturesOffset, true),
    fbsFiles: fbsFiles
  };
}
