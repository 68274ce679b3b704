// Vectors sorted by a key: looking an element up, and bringing elements into order. The search and the order of numbers
// are generated, so that they are as fast as by hand; the order of strings is the runtime's.
import { block, code, join, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { StructDef, TableDef, Type } from '@fb/schema';
import { compositeInit, isComposite, readScalars, type CompositeType } from './composite-key.js';
import { orAbsent, type Context } from './context.js';
import { functionCode, global } from './language.js';
import { builderParameter, type Variables } from './members.js';
import { accessOf, defaultOf, isBig, isBool, scalarType, storable, type Stored } from './scalar.js';

/** What sorted vectors of a definition are sorted by. */
interface Key {
  readonly def: TableDef | StructDef;
  readonly name: string;
  /** A string, a number, an enum, or what has several numbers. */
  readonly type: KeyType;
}

type KeyType = Extract<Type, { kind: 'string' }> | Stored | CompositeType;

/** The key of a definition, if there is one that code may look up. */
export function keyOf(context: Context, def: TableDef | StructDef): Key | null {
  const { key } = def;
  if (!context.settings.modern || key === null) return null;
  const { name, type } = key;
  switch (type.kind) {
    case 'string':
    case 'scalar':
    case 'enum':
    case 'struct':
    case 'array':
      return { def, name, type };
    default:
      return null;
  }
}

/** What a caller gives to find an element. */
export function keyType(context: Context, { type }: Key): Piece {
  if (type.kind === 'string') return code`string | ${global('Uint8Array')}`;
  return isComposite(type) ? compositeInit(context, type) : scalarType(context, type);
}

/** The static methods of a table or struct that has a key. */
export function keyMethods(context: Context, def: TableDef | StructDef, variables: Variables): Code {
  const key = keyOf(context, def);
  if (key === null) return [];
  return paragraphs([
    lookupMethod(context, key, variables),
    compareMethod(context, key, variables),
    keyMethod(context, key, variables),
    def.kind === 'table' ? sortTables(context, key, variables) : sortStructs(context, key, variables),
  ]);
}

function lookupMethod(context: Context, key: Key, variables: Variables): Code {
  const { bb, vector, key: wanted, obj, low, high, i, position, order, value } = variables;
  const { type } = context.names.of(key.def);
  const element =
    key.def.kind === 'table'
      ? code`${bb}.__indirect(${vector} + ${i} * 4)`
      : code`${vector} + ${i} * ${key.def.size}`;
  const given = givenKey(context, key, wanted);
  return [
    `/** The element with that \`${key.name}\` among the elements from \`${vector}\` on, which must be sorted by it. */`,
    functionCode(
      'static lookupByKey',
      [
        bufferParameter(context, variables),
        code`${vector}: number`,
        code`${high}: number`,
        code`${wanted}: ${keyType(context, key)}`,
        code`${obj}?: ${type}`,
      ],
      orAbsent(context, type),
      [
        code`const ${value} = ${given};`,
        code`let ${low} = 0;`,
        block(
          code`while (${low} < ${high}) {`,
          [
            code`const ${i} = (${low} + ${high}) >>> 1;`,
            code`const ${position} = ${element};`,
            code`const ${order} = ${type}.compareKey(${bb}, ${position}, ${value});`,
            code`if (${order} === 0) return (${obj} || new ${type}()).__init(${position}, ${bb});`,
            code`if (${order} < 0) ${low} = ${i} + 1;`,
            code`else ${high} = ${i};`,
          ],
          '}',
        ),
        code`return ${context.absent};`,
      ],
    ),
  ];
}

/** Compares the key of the element at a position with a value in the form it is stored in. */
function compareMethod(context: Context, key: Key, variables: Variables): Code {
  const { bb, position, key: wanted, value } = variables;
  const { type } = context.names.of(key.def);
  return [
    `/** Below 0, 0 or above 0 as the \`${key.name}\` of the ${key.def.kind} at \`${position}\` is before, at or after \`${wanted}\`. */`,
    functionCode(
      'static compareKey',
      [bufferParameter(context, variables), code`${position}: number`, code`${wanted}: ${storedType(key)}`],
      'number',
      key.type.kind === 'string'
        ? code`return ${context.runtime('compareStringKey')}(${bb}, ${stringAt(key, variables)}, ${wanted});`
        : isComposite(key.type)
          ? code`return ${context.runtime('compareKeys')}(${type}.keyAt(${bb}, ${position}), ${wanted});`
          : [
              code`const ${value} = ${type}.keyAt(${bb}, ${position});`,
              code`return ${value} < ${wanted} ? -1 : ${value} > ${wanted} ? 1 : 0;`,
            ],
    ),
  ];
}

function keyMethod(context: Context, key: Key, variables: Variables): Code {
  return [
    `/** The \`${key.name}\` of the ${key.def.kind} at \`${variables.position}\`, as it is stored. */`,
    functionCode(
      'static keyAt',
      [bufferParameter(context, variables), code`${variables.position}: number`],
      storedType(key),
      readKey(context, key, variables),
    ),
  ];
}

/** A key in the form that elements are compared with. */
function givenKey(context: Context, { def, type }: Key, wanted: string): Piece {
  if (type.kind === 'string') return code`${context.runtime('encodeKey')}(${wanted})`;
  return isComposite(type) ? `${context.names.of(def).keyScalars}(${wanted})` : storable(type, wanted);
}

function readKey(context: Context, key: Key, variables: Variables): Code {
  const { bb, position, offset } = variables;
  const { type } = key;
  if (isComposite(type)) return readScalars(key.def, type, variables);
  if (type.kind === 'string') {
    const encoding = code`${context.runtime('Encoding')}.UTF8_BYTES`;
    return code`return ${bb}.__string(${stringAt(key, variables)}, ${encoding}) as ${global('Uint8Array')};`;
  }
  const { read } = accessOf(type);
  if (key.def.kind === 'struct') {
    const at = key.def.key?.offset ?? 0;
    return code`return ${bb}.${read}(${position}${at === 0 ? '' : ` + ${at}`});`;
  }
  const field = key.def.key;
  if (field === null) return [];
  const initial = isBool(type) ? Number(field.default) : defaultOf(context, field, type);
  return [
    code`const ${offset} = ${bb}.__offset(${position}, ${field.vtableOffset});`,
    code`return ${offset} ? ${bb}.${read}(${position} + ${offset}) : ${initial};`,
  ];
}

/** The position of the offset to the key, a string, which every table in a sorted vector has. */
function stringAt({ def }: Key, { bb, position }: Variables): Fragment {
  const vtableOffset = def.kind === 'table' ? (def.key?.vtableOffset ?? 0) : 0;
  return code`${position} + ${bb}.__offset(${position}, ${vtableOffset})`;
}

function sortTables(context: Context, key: Key, variables: Variables): Code {
  const { builder, data, a, b } = variables;
  const { type } = context.names.of(key.def);
  const at = (offset: string): Fragment => code`${builder}.positionOf(${offset})`;
  return [
    `/** A vector of the tables at these offsets in the order of their \`${key.name}\`. */`,
    functionCode(
      `static createSortedVectorOf${key.def.name}`,
      [builderParameter(context, variables), code`${data}: readonly ${context.runtime('Offset')}[]`],
      context.runtime('Offset'),
      [
        code`const ${variables.bb} = ${builder}.bb;`,
        block(
          code`const ${variables.order} = [...${data}].sort((${a}, ${b}) =>`,
          code`${type}.compareKey(${variables.bb}, ${at(a)}, ${type}.keyAt(${variables.bb}, ${at(b)}))`,
          ');',
        ),
        code`return ${builder}.createOffsetVector(${variables.order});`,
      ],
    ),
  ];
}

function sortStructs(context: Context, key: Key, variables: Variables): Code {
  const { builder, vector, a, b } = variables;
  const { type } = context.names.of(key.def);
  const size = key.def.kind === 'struct' ? key.def.size : 0;
  return [
    `/** Brings the vector at that offset, which was just ended, into the order of the structs' \`${key.name}\`. */`,
    functionCode(
      `static sortVectorOf${key.def.name}`,
      [builderParameter(context, variables), code`${vector}: ${context.runtime('Offset')}`],
      context.runtime('Offset'),
      [
        code`const ${variables.bb} = ${builder}.bb;`,
        block(
          code`${context.runtime('sortStructs')}(${join([builder, vector, size], ', ')}, (${a}, ${b}) =>`,
          code`${type}.compareKey(${variables.bb}, ${a}, ${type}.keyAt(${variables.bb}, ${b}))`,
          ');',
        ),
        code`return ${vector};`,
      ],
    ),
  ];
}

/** A key in the form it is stored in: bools and enums are numbers. */
function storedType({ type }: Key): Piece {
  if (type.kind === 'string') return code`${global('Uint8Array')}`;
  if (isComposite(type)) return 'readonly (number | bigint)[]';
  return isBig(type) ? 'bigint' : 'number';
}

function bufferParameter(context: Context, { bb }: Variables): Fragment {
  return code`${bb}: ${context.runtime('ByteBuffer')}`;
}
