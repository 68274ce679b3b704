// The Java runtime's symbols that generated code uses: the only list of them. A test checks that each exists.
import type { ImportedName } from '@fb/codegen';
import type { ScalarName } from '@fb/schema';

const PACKAGE = 'com.google.flatbuffers';

/** Classes of the runtime. */
export const CLASSES = [
  'BaseVector',
  'BooleanVector',
  'ByteVector',
  'Constants',
  'DoubleVector',
  'FlatBufferBuilder',
  'FloatVector',
  'IntVector',
  'LongVector',
  'ShortVector',
  'StringVector',
  'Struct',
  'Table',
  'UnionVector',
] as const;

/** Methods of `FlatBufferBuilder`. */
export const BUILDER_METHODS = [
  'addBoolean',
  'addByte',
  'addDouble',
  'addFloat',
  'addInt',
  'addLong',
  'addOffset',
  'addShort',
  'addStruct',
  'createByteVector',
  'createString',
  'endTable',
  'endVector',
  'finish',
  'finishSizePrefixed',
  'offset',
  'pad',
  'prep',
  'putBoolean',
  'putByte',
  'putDouble',
  'putFloat',
  'putInt',
  'putLong',
  'putShort',
  'required',
  'sizedByteArray',
  'slot',
  'startTable',
  'startVector',
] as const;

/** Methods and fields of `Table`; those of `Struct` are among them. */
export const TABLE_MEMBERS = [
  '__has_identifier',
  '__indirect',
  '__offset',
  '__reset',
  '__string',
  '__union',
  '__vector',
  '__vector_as_bytebuffer',
  '__vector_in_bytebuffer',
  '__vector_len',
  'bb',
  'bb_pos',
  'compareStrings',
  'keysCompare',
] as const;

/** Methods of `BaseVector`. */
export const VECTOR_METHODS = ['__element', '__reset', '__vector'] as const;

/** Classes of grpc-java, and of what it gives out, with their packages. */
export const GRPC_CLASSES = {
  AbstractStub: 'io.grpc.stub',
  BindableService: 'io.grpc',
  CallOptions: 'io.grpc',
  Channel: 'io.grpc',
  ClientCalls: 'io.grpc.stub',
  ListenableFuture: 'com.google.common.util.concurrent',
  MethodDescriptor: 'io.grpc',
  ServerCalls: 'io.grpc.stub',
  ServerServiceDefinition: 'io.grpc',
  ServiceDescriptor: 'io.grpc',
  Status: 'io.grpc',
  StreamObserver: 'io.grpc.stub',
} as const;

export type RuntimeClass = (typeof CLASSES)[number];
export type BuilderMethod = (typeof BUILDER_METHODS)[number];

/** A class of the runtime. */
export function runtime(name: RuntimeClass): ImportedName {
  return imported(PACKAGE, name);
}

/** A class of grpc-java. */
export function grpc(name: keyof typeof GRPC_CLASSES): ImportedName {
  return imported(GRPC_CLASSES[name], name);
}

/** A class of another package. */
export function imported(module: string, name: string): ImportedName {
  return {
    kind: 'import',
    module,
    external: true,
    exported: name,
    preferred: name,
    fallback: `${module}.${name}`,
    order: `${module}.${name}`,
  };
}

/** `java.nio.ByteBuffer` and its companion. */
export const byteBuffer: ImportedName = imported('java.nio', 'ByteBuffer');
export const byteOrder: ImportedName = imported('java.nio', 'ByteOrder');

/** How one kind of scalar is handled. */
export interface ScalarAccess {
  /** The Java type that stores it. */
  readonly stored: 'boolean' | 'byte' | 'short' | 'int' | 'long' | 'float' | 'double';
  /** The Java type users see: wide enough for all values, but for `ulong`. */
  readonly type: 'boolean' | 'byte' | 'short' | 'int' | 'long' | 'float' | 'double';
  readonly boxed: string;
  /** Suffix of the `ByteBuffer` methods `get` and `put`. */
  readonly buffer: '' | 'Short' | 'Int' | 'Long' | 'Float' | 'Double';
  /** Adds it to a vector, to a table, to a struct. */
  readonly add: BuilderMethod;
  readonly put: BuilderMethod;
  readonly vector: RuntimeClass;
}

const BYTE = { stored: 'byte', buffer: '', add: 'addByte', put: 'putByte', vector: 'ByteVector' } as const;
const SHORT = {
  stored: 'short',
  buffer: 'Short',
  add: 'addShort',
  put: 'putShort',
  vector: 'ShortVector',
} as const;
const INT = { stored: 'int', buffer: 'Int', add: 'addInt', put: 'putInt', vector: 'IntVector' } as const;
const LONG: ScalarAccess = {
  stored: 'long',
  type: 'long',
  boxed: 'Long',
  buffer: 'Long',
  add: 'addLong',
  put: 'putLong',
  vector: 'LongVector',
};

/** How each scalar is handled. */
export const SCALAR_ACCESS: Readonly<Record<ScalarName, ScalarAccess>> = {
  bool: {
    stored: 'boolean',
    type: 'boolean',
    boxed: 'Boolean',
    buffer: '',
    add: 'addBoolean',
    put: 'putBoolean',
    vector: 'BooleanVector',
  },
  byte: { ...BYTE, type: 'byte', boxed: 'Byte' },
  ubyte: { ...BYTE, type: 'int', boxed: 'Integer' },
  short: { ...SHORT, type: 'short', boxed: 'Short' },
  ushort: { ...SHORT, type: 'int', boxed: 'Integer' },
  int: { ...INT, type: 'int', boxed: 'Integer' },
  uint: { ...INT, type: 'long', boxed: 'Long' },
  long: LONG,
  ulong: LONG,
  float: {
    stored: 'float',
    type: 'float',
    boxed: 'Float',
    buffer: 'Float',
    add: 'addFloat',
    put: 'putFloat',
    vector: 'FloatVector',
  },
  double: {
    stored: 'double',
    type: 'double',
    boxed: 'Double',
    buffer: 'Double',
    add: 'addDouble',
    put: 'putDouble',
    vector: 'DoubleVector',
  },
};
