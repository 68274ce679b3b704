// The runtime's symbols that generated code uses: the only list of them. A test checks that each exists.
import { code, type Fragment, type ImportedName } from '@fb/codegen';
import type { ScalarName } from '@fb/schema';

/** Exported values and types that npm `flatbuffers` has as well. */
export const CLASSIC_VALUES = ['Builder', 'ByteBuffer', 'SIZE_PREFIX_LENGTH'] as const;
export const CLASSIC_TYPES = [
  'Encoding',
  'IGeneratedObject',
  'IUnpackableObject',
  'Offset',
  'Table',
] as const;

/** Exports of our runtime only. */
export const MODERN_VALUES = [
  'Decoder',
  'Encoder',
  'FarOffsets',
  'addFar',
  'addWideVector',
  'compareKeys',
  'compareStringKey',
  'decodeBigInt64Vector',
  'decodeBigUint64Vector',
  'decodeBoolVector',
  'decodeFarBools',
  'decodeFarString',
  'decodeFarVector',
  'decodeFloat32Vector',
  'decodeFloat64Vector',
  'decodeInt16Vector',
  'decodeInt32Vector',
  'decodeInt8Vector',
  'decodeRoot',
  'decodeString',
  'decodeStringVector',
  'decodeUint16Vector',
  'decodeUint32Vector',
  'decodeUint8Vector',
  'encodeBoolVector',
  'encodeFarRoot',
  'encodeFloat32Vector',
  'encodeFloat64Vector',
  'encodeInt16Vector',
  'encodeInt32Vector',
  'encodeInt64Vector',
  'encodeInt8Vector',
  'encodeKey',
  'encodeOffsetVector',
  'encodeRoot',
  'encodeString',
  'encodeStringVector',
  'encodeVector',
  'fieldOffset',
  'followFar',
  'invalidValue',
  'knownMember',
  'missingField',
  'scalarsAt',
  'sortStructs',
  'storeFarOffset',
  'storeInt64',
  'takeFar',
  'unionTags',
  'verify',
  'wideCount',
] as const;
export const MODERN_TYPES = [
  'At',
  'FlatBufferError',
  'OwnBytes',
  'TableLayout',
  'TableShape',
  'UnionLayout',
  'VerifyOptions',
  'WideVector',
] as const;

/** Members of `Encoder` and `Decoder`. */
export const ENCODER_MEMBERS = [
  'at',
  'end',
  'endTable',
  'endWideTable',
  'enter',
  'grow',
  'leave',
  'minAlign',
  'offset',
  'offsetCount',
  'offsets',
  'reserve',
  'view',
] as const;
export const DECODER_MEMBERS = ['count', 'enter', 'follow', 'leave', 'take', 'view'] as const;

/** The FlexBuffers runtime, which only code for fields with the attribute `flexbuffer` imports, and its exports used. */
export const FLEX_MODULE = '@fb/flexbuffers';
export const FLEX_VALUES = ['encode', 'getRoot', 'verify'] as const;
export const FLEX_TYPES = ['EncodeOptions', 'Reference'] as const;
export type FlexExport = (typeof FLEX_VALUES)[number] | (typeof FLEX_TYPES)[number];

/** Methods of `Builder`. */
export const BUILDER_METHODS = [
  'addFieldFloat32',
  'addFieldFloat64',
  'addFieldInt16',
  'addFieldInt32',
  'addFieldInt64',
  'addFieldInt8',
  'addFieldOffset',
  'addFieldStruct',
  'addFloat32',
  'addFloat64',
  'addInt16',
  'addInt32',
  'addInt64',
  'addInt8',
  'addOffset',
  'createByteVector',
  'createObjectOffset',
  'createObjectOffsetList',
  'createString',
  'createStructOffsetList',
  'endObject',
  'endVector',
  'finish',
  'offset',
  'pad',
  'prep',
  'requiredField',
  'startObject',
  'startVector',
  'writeFloat32',
  'writeFloat64',
  'writeInt16',
  'writeInt32',
  'writeInt64',
  'writeInt8',
] as const;

/** Methods of `ByteBuffer`. */
export const BYTE_BUFFER_METHODS = [
  '__has_identifier',
  '__indirect',
  '__offset',
  '__string',
  '__union',
  '__union_with_string',
  '__vector',
  '__vector_len',
  'bytes',
  'createObjList',
  'createScalarList',
  'position',
  'readFloat32',
  'readFloat64',
  'readInt16',
  'readInt32',
  'readInt64',
  'readInt8',
  'readUint16',
  'readUint32',
  'readUint64',
  'readUint8',
  'setPosition',
  'writeFloat32',
  'writeFloat64',
  'writeInt16',
  'writeInt32',
  'writeInt64',
  'writeInt8',
  'writeUint16',
  'writeUint32',
  'writeUint64',
  'writeUint8',
] as const;

/** Methods of our `Builder` only. */
export const MODERN_BUILDER_METHODS = [
  'addFieldOffset64',
  'createFarScalarVector',
  'createOffsetVector',
  'createScalarVector',
  'createScalarVector64',
  'createString64',
  'endFarVector',
  'endVector64',
  'forceVectorAlignment',
  'forceVectorAlignment64',
  'positionOf',
  'startFarVector',
  'startVector64',
] as const;

/** Methods of our `ByteBuffer` only. */
export const MODERN_BYTE_BUFFER_METHODS = [
  '__far_vector',
  '__far_vector_len',
  '__string64',
  '__vector64',
  '__vector64_len',
] as const;

export type BuilderMethod = (typeof BUILDER_METHODS | typeof MODERN_BUILDER_METHODS)[number];
export type ByteBufferMethod = (typeof BYTE_BUFFER_METHODS | typeof MODERN_BYTE_BUFFER_METHODS)[number];
type RuntimeExport =
  | (typeof CLASSIC_VALUES)[number]
  | (typeof CLASSIC_TYPES)[number]
  | (typeof MODERN_VALUES)[number]
  | (typeof MODERN_TYPES)[number];

/** Names of the runtime's exports, as members of the imported module. */
export type Runtime = (name: RuntimeExport) => Fragment;

/** The runtime imported as a whole from `module`. */
export function runtimeOf(module: string): Runtime {
  const whole: ImportedName = {
    kind: 'import',
    module,
    external: true,
    exported: null,
    preferred: 'flatbuffers',
    fallback: 'flatbuffers_',
    order: '',
  };
  return (name) => code`${whole}.${name}`;
}

/** The methods that handle one kind of scalar. */
export interface ScalarAccess {
  readonly read: ByteBufferMethod;
  /** Overwrites it in a finished buffer. */
  readonly mutate: ByteBufferMethod;
  /** Adds it to a struct: no alignment. The builder has signed writers only, which store the same bytes. */
  readonly write: BuilderMethod;
  /** Adds it to a vector: aligned. */
  readonly add: BuilderMethod;
  readonly addField: BuilderMethod;
  /** Typed array that views a vector of it; none is offered for 64-bit integers. */
  readonly array: string | null;
}

const SMALL = { write: 'writeInt8', add: 'addInt8', addField: 'addFieldInt8' } as const;
const SHORT = { write: 'writeInt16', add: 'addInt16', addField: 'addFieldInt16' } as const;
const WORD = { write: 'writeInt32', add: 'addInt32', addField: 'addFieldInt32' } as const;
const LONG = { write: 'writeInt64', add: 'addInt64', addField: 'addFieldInt64', array: null } as const;

/** How each scalar is read and written. */
export const SCALAR_ACCESS: Readonly<Record<ScalarName, ScalarAccess>> = {
  bool: { ...SMALL, read: 'readInt8', mutate: 'writeInt8', array: 'Int8Array' },
  byte: { ...SMALL, read: 'readInt8', mutate: 'writeInt8', array: 'Int8Array' },
  ubyte: { ...SMALL, read: 'readUint8', mutate: 'writeUint8', array: 'Uint8Array' },
  short: { ...SHORT, read: 'readInt16', mutate: 'writeInt16', array: 'Int16Array' },
  ushort: { ...SHORT, read: 'readUint16', mutate: 'writeUint16', array: 'Uint16Array' },
  int: { ...WORD, read: 'readInt32', mutate: 'writeInt32', array: 'Int32Array' },
  uint: { ...WORD, read: 'readUint32', mutate: 'writeUint32', array: 'Uint32Array' },
  long: { ...LONG, read: 'readInt64', mutate: 'writeInt64' },
  ulong: { ...LONG, read: 'readUint64', mutate: 'writeUint64' },
  float: {
    read: 'readFloat32',
    mutate: 'writeFloat32',
    write: 'writeFloat32',
    add: 'addFloat32',
    addField: 'addFieldFloat32',
    array: 'Float32Array',
  },
  double: {
    read: 'readFloat64',
    mutate: 'writeFloat64',
    write: 'writeFloat64',
    add: 'addFloat64',
    addField: 'addFieldFloat64',
    array: 'Float64Array',
  },
};
