// The machine type of a region, in the words of `flatc --annotate`: what the bytes are, not what the schema calls it.
import type { ScalarName, Schema } from '@fb/schema';
import type { Region } from './inspection.js';

const SCALARS: Readonly<Record<ScalarName, string>> = {
  bool: 'uint8_t',
  byte: 'int8_t',
  ubyte: 'uint8_t',
  short: 'int16_t',
  ushort: 'uint16_t',
  int: 'int32_t',
  uint: 'uint32_t',
  long: 'int64_t',
  ulong: 'uint64_t',
  float: 'float',
  double: 'double',
};

/** Gives the machine type of a region of a buffer with `schema`: `uint16_t`, `UOffset32`, `char[4]`... */
export function annotationType(schema: Schema): (region: Region) => string {
  const types = new Map<string, string>(Object.entries(SCALARS));
  for (const def of schema.enums) {
    if (def.kind === 'enum') types.set(def.fullName, SCALARS[def.underlying]);
  }
  return ({ role, type, length }) => {
    switch (role) {
      case 'vtable-size':
      case 'object-size':
        return 'uint16_t';
      case 'size-prefix':
      case 'count':
      case 'packed-type':
      case 'width':
        return `uint${8 * length}_t`;
      case 'slot':
        return 'VOffset16';
      case 'vtable-offset':
        return 'SOffset32';
      case 'root-offset':
      case 'offset':
        return `UOffset${8 * length}`;
      case 'identifier':
      case 'text':
        return `char[${length}]`;
      case 'terminator':
        return 'char';
      case 'value':
        // FlexBuffers' own types, of any width.
        if (type === 'bool' || type === 'null') return `uint${8 * length}_t`;
        if (/^(?:u?int|float)\d+$/.test(type)) return `${type}_t`;
        // What is no scalar and no enum is the tag of a union.
        return types.get(type) ?? `UType${8 * length}`;
      case 'elements':
      case 'bytes':
      case 'padding':
        return `uint8_t[${length}]`;
      case 'unknown':
        return `?uint8_t[${length}]`;
    }
  };
}
