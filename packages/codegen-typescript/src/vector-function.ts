// Which function of the runtime writes a vector of scalars.
import { storedOf, type Stored } from './scalar.js';

type VectorFunction =
  | 'encodeBoolVector'
  | 'encodeInt8Vector'
  | 'encodeInt16Vector'
  | 'encodeInt32Vector'
  | 'encodeInt64Vector'
  | 'encodeFloat32Vector'
  | 'encodeFloat64Vector';

/** The function for elements of a type. */
export function vectorFunction(type: Stored): VectorFunction {
  switch (storedOf(type)) {
    case 'bool':
      return 'encodeBoolVector';
    case 'byte':
    case 'ubyte':
      return 'encodeInt8Vector';
    case 'short':
    case 'ushort':
      return 'encodeInt16Vector';
    case 'int':
    case 'uint':
      return 'encodeInt32Vector';
    case 'long':
    case 'ulong':
      return 'encodeInt64Vector';
    case 'float':
      return 'encodeFloat32Vector';
    case 'double':
      return 'encodeFloat64Vector';
  }
}
