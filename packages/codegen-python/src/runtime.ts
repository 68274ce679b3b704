// The runtime's symbols that generated code uses: the only list of them. A test checks that each exists in the official
// runtime.
import { code, type Fragment, type ImportedName } from '@fb/codegen';
import type { ScalarName } from '@fb/schema';

/** Functions and classes, by their way from the package `flatbuffers`. */
export const RUNTIME_SYMBOLS = [
  'Builder',
  'compat.import_numpy',
  'encode.Get',
  'packer.uoffset',
  'table.Table',
  'util.BufferHasIdentifier',
] as const;

/** Methods of `Builder`, beside those of {@link SCALAR_ACCESS}. */
export const BUILDER_METHODS = [
  'CreateByteVector',
  'CreateNumpyVector',
  'CreateString',
  'EndObject',
  'EndVector',
  'Offset',
  'Pad',
  'Prep',
  'PrependStructSlot',
  'PrependUOffsetTRelative',
  'PrependUOffsetTRelativeSlot',
  'StartObject',
  'StartVector',
] as const;

/** Members of `table.Table`. */
export const TABLE_MEMBERS = [
  'Bytes',
  'Get',
  'GetArrayAsNumpy',
  'GetVectorAsNumpy',
  'Indirect',
  'Offset',
  'Pos',
  'String',
  'Union',
  'Vector',
  'VectorLen',
] as const;

export type RuntimeSymbol = (typeof RUNTIME_SYMBOLS)[number];
export type BuilderMethod = (typeof BUILDER_METHODS)[number];
export type TableMember = (typeof TABLE_MEMBERS)[number];

/** What handles one kind of scalar. */
export interface ScalarAccess {
  /** The class of `number_types` that reads it. */
  readonly flags: string;
  /** The method of `Builder` that writes an element. */
  readonly prepend: string;
  /** The method of `Builder` that writes a field. */
  readonly slot: string;
  /** As NumPy calls it, little-endian. */
  readonly dtype: string;
  /** As NumPy calls the class of its values. */
  readonly array: string;
}

function access(name: string, dtype: string, array: string): ScalarAccess {
  return { flags: `${name}Flags`, prepend: `Prepend${name}`, slot: `Prepend${name}Slot`, dtype, array };
}

/** How each scalar is read and written. */
export const SCALAR_ACCESS: Readonly<Record<ScalarName, ScalarAccess>> = {
  bool: access('Bool', '?', 'bool_'),
  byte: access('Int8', '<i1', 'int8'),
  ubyte: access('Uint8', '<u1', 'uint8'),
  short: access('Int16', '<i2', 'int16'),
  ushort: access('Uint16', '<u2', 'uint16'),
  int: access('Int32', '<i4', 'int32'),
  uint: access('Uint32', '<u4', 'uint32'),
  long: access('Int64', '<i8', 'int64'),
  ulong: access('Uint64', '<u8', 'uint64'),
  float: access('Float32', '<f4', 'float32'),
  double: access('Float64', '<f8', 'float64'),
};

const PACKAGE: ImportedName = {
  kind: 'import',
  module: 'flatbuffers',
  external: true,
  exported: null,
  preferred: 'flatbuffers',
  fallback: '_flatbuffers',
  order: '1',
};

/** A name of the runtime, through the imported package. */
export function runtime(symbol: RuntimeSymbol): Fragment {
  return code`${PACKAGE}.${symbol}`;
}

/** The class of `number_types` that reads a scalar. */
export function flagsOf(scalar: ScalarName): Fragment {
  return code`${PACKAGE}.number_types.${SCALAR_ACCESS[scalar].flags}`;
}

/** A call of a method of `builder`. */
export function build(
  builder: string,
  method: BuilderMethod,
  ...values: readonly (string | number | Fragment)[]
): Fragment {
  return call(`${builder}.${method}`, values);
}

/** The view that an accessor wraps: a member of it, called if there are values. */
export function view(member: TableMember, ...values: readonly (string | number | Fragment)[]): Fragment {
  return values.length === 0 ? code`self._tab.${member}` : call(`self._tab.${member}`, values);
}

function call(callee: string, values: readonly (string | number | Fragment)[]): Fragment {
  return code`${callee}(${values.reduce<Fragment>((list, value, i) => code`${list}${i === 0 ? '' : ', '}${value}`, code``)})`;
}
