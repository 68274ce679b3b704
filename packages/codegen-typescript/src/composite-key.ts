// Keys that are structs or arrays: they compare number by number, in the order these lie in memory.
import { block, code, join, type Code, type Piece } from '@fb/codegen';
import {
  scalarSize,
  type ArrayType,
  type StructDef,
  type StructType,
  type TableDef,
  type Type,
} from '@fb/schema';
import type { Context } from './context.js';
import { functionCode, global } from './language.js';
import type { FileNames, Variables } from './members.js';
import { accessOf, isBig, isBool, scalarType, storedOf } from './scalar.js';

/** A key of several numbers. */
export type CompositeType = StructType | ArrayType;

/** Whether a key has several numbers. */
export function isComposite(type: Type): type is CompositeType {
  return type.kind === 'struct' || type.kind === 'array';
}

/** What a caller gives: a plain object, an instance of the object API, or a list. */
export function compositeInit(context: Context, type: CompositeType): Piece {
  if (type.kind === 'struct') {
    const properties = type.struct.fields.map(
      (field) => code`readonly ${context.names.property(type.struct, field)}: ${initOf(context, field.type)}`,
    );
    return code`{ ${join(properties, '; ')} }`;
  }
  const { element } = type;
  if (element.kind === 'struct') return code`readonly ${compositeInit(context, element)}[]`;
  return code`${global('ArrayLike')}<${initOf(context, element)}>`;
}

function initOf(context: Context, type: Type): Piece {
  if (isComposite(type)) return compositeInit(context, type);
  if (type.kind !== 'scalar' && type.kind !== 'enum') return 'never';
  return isBig(type) ? 'bigint | number' : scalarType(context, type);
}

/** The function that lists the numbers of a key given as a plain value, none for one that is not there. */
export function scalarsCode(context: Context, def: TableDef | StructDef, names: FileNames): Code {
  const { key } = def;
  if (!context.settings.modern || key === null || !isComposite(key.type)) return [];
  const { key: wanted, data, i } = names.variables;
  const type = code`${compositeInit(context, key.type)} | null | undefined`;
  return [
    `/** The numbers of a \`${key.name}\` in the order that they compare in. */`,
    functionCode(
      `function ${context.names.of(def).keyScalars}`,
      [code`${wanted}: ${type}`],
      '(number | bigint)[]',
      [
        `const ${data}: (number | bigint)[] = [];`,
        `if (${wanted} == null) return ${data};`,
        listScalars(context, key.type, wanted, { data, i, depth: 0 }),
        `return ${data};`,
      ],
    ),
  ];
}

interface Place {
  readonly data: string;
  readonly i: string;
  readonly depth: number;
}

function listScalars(context: Context, type: Type, value: string, place: Place): Code {
  if (type.kind === 'struct') {
    return type.struct.fields.map((field) =>
      listScalars(context, field.type, `${value}.${context.names.property(type.struct, field)}`, place),
    );
  }
  if (type.kind === 'array') {
    const i = indexAt(place);
    return block(
      `for (let ${i} = 0; ${i} < ${type.length}; ${i}++) {`,
      listScalars(context, type.element, `${value}[${i}]!`, { ...place, depth: place.depth + 1 }),
      '}',
    );
  }
  if (type.kind !== 'scalar' && type.kind !== 'enum') return [];
  return code`${place.data}.push(${isBool(type) ? '+' : ''}${value});`;
}

/** Statements that return the numbers of the key of the element at a position. */
export function readScalars(def: TableDef | StructDef, type: CompositeType, variables: Variables): Code {
  const { bb, data, position, offset, i } = variables;
  const { key } = def;
  if (key === null) return [];
  const declaration = `const ${data}: (number | bigint)[] = [];`;
  const read = (at: string): Code => readAt(type, bb, at, 0, { data, i, depth: 0 });
  if (key.kind === 'structField') {
    return [
      declaration,
      read(key.offset === 0 ? position : `${position} + ${key.offset}`),
      `return ${data};`,
    ];
  }
  return [
    declaration,
    `const ${offset} = ${bb}.__offset(${position}, ${key.vtableOffset});`,
    `if (${offset} === 0) return ${data};`,
    read(`${position} + ${offset}`),
    `return ${data};`,
  ];
}

function readAt(type: Type, bb: string, at: string, offset: number, place: Place): Code {
  if (type.kind === 'struct') {
    return type.struct.fields.map((field) => readAt(field.type, bb, at, offset + field.offset, place));
  }
  if (type.kind === 'array') {
    const i = indexAt(place);
    const size = sizeOf(type.element);
    const inner = { ...place, depth: place.depth + 1 };
    return block(
      `for (let ${i} = 0; ${i} < ${type.length}; ${i}++) {`,
      readAt(type.element, bb, `${at} + ${i}${size === 1 ? '' : ` * ${size}`}`, offset, inner),
      '}',
    );
  }
  if (type.kind !== 'scalar' && type.kind !== 'enum') return [];
  return code`${place.data}.push(${bb}.${accessOf(type).read}(${at}${offset === 0 ? '' : ` + ${offset}`}));`;
}

function sizeOf(element: ArrayType['element']): number {
  return element.kind === 'struct' ? element.struct.size : scalarSize(storedOf(element));
}

/** Loops within loops count by variables of their own. */
function indexAt({ i, depth }: Place): string {
  return depth === 0 ? i : `${i}${depth}`;
}
