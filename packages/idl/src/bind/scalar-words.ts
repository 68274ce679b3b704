// The words for scalars; where a type is expected they mean the scalar even if a table bears the name.
import type { ScalarName } from '@fb/schema';

export const SCALAR_WORDS: ReadonlyMap<string, ScalarName> = new Map<string, ScalarName>([
  ['bool', 'bool'],
  ['byte', 'byte'],
  ['int8', 'byte'],
  ['ubyte', 'ubyte'],
  ['uint8', 'ubyte'],
  ['short', 'short'],
  ['int16', 'short'],
  ['ushort', 'ushort'],
  ['uint16', 'ushort'],
  ['int', 'int'],
  ['int32', 'int'],
  ['uint', 'uint'],
  ['uint32', 'uint'],
  ['long', 'long'],
  ['int64', 'long'],
  ['ulong', 'ulong'],
  ['uint64', 'ulong'],
  ['float', 'float'],
  ['float32', 'float'],
  ['double', 'double'],
  ['float64', 'double'],
]);
