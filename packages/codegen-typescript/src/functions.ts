// The free functions of a type, beside its class: plain objects to bytes and back. Module-level functions without
// state, so that a bundler keeps just those that are used.
import { blank, block, code, type Code, type Fragment } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField, UnionDef } from '@fb/schema';
import { isComposite } from './composite-key.js';
import type { Context } from './context.js';
import { flatAccessors } from './flat-accessors.js';
import { hasFunctions } from './function-names.js';
import { objectTypes, unionTypes } from './init-type.js';
import type { ClassNames, FileNames } from './members.js';
import { defaultOf } from './scalar.js';
import { structCodec } from './struct-codec.js';
import { tableDecoder } from './table-decoder.js';
import { tableEncoder } from './table-encoder.js';
import { unionCodec } from './union-codec.js';

/** Types and functions of a table. */
export function tableFunctions(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  if (!hasFunctions(context.settings)) return [];
  return [
    objectTypes(context, def),
    blank,
    tableEncoder(context, def, names),
    blank,
    tableDecoder(context, def, names),
    blank,
    keyOrder(context, def, names),
    blank,
    flatAccessors(context, def, names),
  ];
}

/** Types and functions of a struct. */
export function structFunctions(context: Context, def: StructDef, names: ClassNames<StructField>): Code {
  if (!hasFunctions(context.settings)) return [];
  return [
    objectTypes(context, def),
    blank,
    structCodec(context, def, names),
    blank,
    keyOrder(context, def, names),
    blank,
    flatAccessors(context, def, names),
  ];
}

/** Types and functions of a union. */
export function unionFunctions(context: Context, def: UnionDef, names: FileNames): Code {
  if (!hasFunctions(context.settings)) return [];
  return [unionTypes(context, def), blank, unionCodec(context, def, names)];
}

/** Encoding keeps the order it is given; look-up by key needs this one. */
function keyOrder(context: Context, def: TableDef | StructDef, names: FileNames): Code {
  const { key } = def;
  if (key === null) return [];
  const { compare, init } = context.names.of(def);
  const [a, b] = names.parameters(['a', 'b']) as [string, string];
  const property = context.names.property(def, key);
  const { type } = key;
  const hasDefault = key.kind === 'tableField' && key.presence !== 'required';
  const initial =
    hasDefault && (type.kind === 'scalar' || type.kind === 'enum') ? defaultOf(context, key, type) : null;
  const value = (of: string): Fragment => {
    if (isComposite(type)) return code`${context.names.of(def).keyScalars}(${of}.${property})`;
    return code`${of}.${property}${initial === null ? '' : code` ?? ${initial}`}`;
  };
  return [
    '/** The order by key that look-up needs: for `toSorted` before a vector is encoded. */',
    block(
      code`export function ${compare}(${a}: ${init}, ${b}: ${init}): number {`,
      code`return ${context.runtime('compareKeys')}(${value(a)}, ${value(b)});`,
      '}',
    ),
  ];
}
