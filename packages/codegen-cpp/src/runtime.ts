// The runtime's symbols that generated code uses: the only list of them. A test checks that each is in the headers.

/** Headers. */
export const HEADERS = ['flatbuffers.h', 'flexbuffers.h', 'flex_flat_util.h'] as const;

/** Types, functions and constants of the namespace `flatbuffers`. */
export const NAMES = [
  'Array',
  'BufferHasIdentifier',
  'CastToArray',
  'CastToArrayOfEnum',
  'EndianScalar',
  'FlatBufferBuilder',
  'FlatBufferBuilder64',
  'GetMutableRoot',
  'GetMutableSizePrefixedRoot',
  'GetRoot',
  'GetSizePrefixedRoot',
  'IsOutRange',
  'NativeTable',
  'Offset',
  'Offset64',
  'Optional',
  'String',
  'Table',
  'TypeCode',
  'TypeFunction',
  'TypeTable',
  'Vector',
  'Vector64',
  'WriteScalar',
  'data',
  'hash_value_t',
  'nullopt',
  'rehasher_function_t',
  'resolver_function_t',
  'span',
  'uoffset_t',
  'uoffset64_t',
  'ET_UTYPE',
  'ET_BOOL',
  'ET_CHAR',
  'ET_UCHAR',
  'ET_SHORT',
  'ET_USHORT',
  'ET_INT',
  'ET_UINT',
  'ET_LONG',
  'ET_ULONG',
  'ET_FLOAT',
  'ET_DOUBLE',
  'ET_STRING',
  'ET_SEQUENCE',
  'ST_TABLE',
  'ST_STRUCT',
  'ST_UNION',
  'ST_ENUM',
] as const;

/** Types of the namespace `flatbuffers::grpc`, in `flatbuffers/grpc.h`, which needs gRPC's own headers. */
export const GRPC_NAMES = ['Message'] as const;

/** Types and functions of the namespace `flexbuffers`. */
export const FLEX_NAMES = ['GetRoot', 'Reference', 'VerifyNestedFlexBuffer'] as const;

/** Macros, without `FLATBUFFERS_`. */
export const MACROS = [
  'CONSTEXPR_CPP11',
  'FINAL_CLASS',
  'MANUALLY_ALIGNED_STRUCT',
  'NOEXCEPT',
  'STRUCT_END',
  'VERSION_MAJOR',
  'VERSION_MINOR',
  'VERSION_REVISION',
  'VTABLE_UNDERLYING_TYPE',
] as const;

/** Members of `Table`, which generated tables inherit. */
export const TABLE_METHODS = [
  'GetField',
  'GetOptional',
  'GetPointer',
  'GetPointer64',
  'GetStruct',
  'SetField',
  'VerifyField',
  'VerifyFieldRequired',
  'VerifyOffset',
  'VerifyOffset64',
  'VerifyOffset64Required',
  'VerifyOffsetRequired',
  'VerifyTableStart',
] as const;

/** Members of verifiers. */
export const VERIFIER_METHODS = [
  'EndTable',
  'VerifyBuffer',
  'VerifyNestedFlatBuffer',
  'VerifySizePrefixedBuffer',
  'VerifyString',
  'VerifyTable',
  'VerifyVector',
  'VerifyVectorOfStrings',
  'VerifyVectorOfTables',
] as const;

/** Members of builders. */
export const BUILDER_METHODS = [
  'AddElement',
  'AddOffset',
  'AddStruct',
  'CreateSharedString',
  'CreateString',
  'CreateStruct',
  'CreateVector',
  'CreateVector64',
  'CreateVectorOfNativeStructs',
  'CreateVectorOfSortedStructs',
  'CreateVectorOfSortedTables',
  'CreateVectorOfStrings',
  'CreateVectorOfStructs',
  'CreateVectorOfStructs64',
  'CreateVectorScalarCast',
  'EndTable',
  'Finish',
  'FinishSizePrefixed',
  'ForceVectorAlignment',
  'ForceVectorAlignment64',
  'Required',
  'StartTable',
] as const;

/** A method of a base class, a verifier or a builder. */
export type Method =
  (typeof TABLE_METHODS)[number] | (typeof VERIFIER_METHODS)[number] | (typeof BUILDER_METHODS)[number];

/** A name of the namespace `flatbuffers`. */
export function fb(name: (typeof NAMES)[number]): string {
  return `::flatbuffers::${name}`;
}

/** A name of the namespace `flatbuffers::grpc`. */
export function fbGrpc(name: (typeof GRPC_NAMES)[number]): string {
  return `::flatbuffers::grpc::${name}`;
}

/** A name of the namespace `flexbuffers`. */
export function flex(name: (typeof FLEX_NAMES)[number]): string {
  return `::flexbuffers::${name}`;
}

/** A macro. */
export function macro(name: (typeof MACROS)[number]): string {
  return `FLATBUFFERS_${name}`;
}

/** A method, by name: whoever writes `builder.Foo` asks here. */
export function method(name: Method): string {
  return name;
}
