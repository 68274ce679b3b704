// Reading without objects: a function for each field that takes a position and gives a value or another position.
// Positions have types of their own, so that a field of one table is not asked of another.
import {
  block,
  code,
  paragraphs,
  unreachable,
  type Code,
  type Fragment,
  type ImportedName,
  type Piece,
} from '@fb/codegen';
import {
  scalarSize,
  type StructDef,
  type StructField,
  type TableDef,
  type TableField,
  type Type,
} from '@fb/schema';
import { orAbsent, typeRef, type Context } from './context.js';
import { quoted } from './language.js';
import type { FileNames } from './members.js';
import { defaultOf, scalarType, storedOf } from './scalar.js';
import { load, plus } from './struct-codec.js';

interface Accessor {
  readonly context: Context;
  readonly decoder: string;
  readonly at: string;
  readonly view: string;
  readonly offset: string;
  readonly index: string;
}

/** The functions that read a table or struct from its position. */
export function flatAccessors(context: Context, def: TableDef | StructDef, names: FileNames): Code {
  const flat = context.names.of(def).flat;
  if (flat === null) return [];
  const [decoder, at, view] = names.parameters(['decoder', 'at', 'view']) as [string, string, string];
  const { offset, index } = names.variables;
  const accessor: Accessor = { context, decoder, at, view, offset, index };
  const own = positionOf(context, brand(context, def));
  const fields: readonly (TableField | StructField)[] = def.fields;
  return paragraphs([
    flat.root === null
      ? []
      : [
          '/** Where the root table is: for the functions that read its fields. */',
          block(
            code`export function ${flat.root}(${decoder}: ${context.runtime('Decoder')}): ${own} {`,
            code`return ${decoder}.follow(0) as ${own};`,
            '}',
          ),
        ],
    ...fields.map((field) => {
      const name = flat.field.get(field);
      if (name === undefined) return [];
      const head = code`export function ${name}(${decoder}: ${context.runtime('Decoder')}, ${at}: ${own})`;
      return field.kind === 'tableField'
        ? tableAccessor(accessor, head, field)
        : structAccessor(accessor, head, field);
    }),
    ...fields.map((field) => {
      const name = flat.item.get(field);
      return name === undefined ? [] : itemAccessor(accessor, name, field);
    }),
  ]);
}

function positionOf(context: Context, ...types: readonly Piece[]): Fragment {
  let all = code`${types[0] ?? 'never'}`;
  for (const type of types.slice(1)) all = code`${all} | ${type}`;
  return code`${context.runtime('At')}<${all}>`;
}

function tableAccessor(accessor: Accessor, head: Fragment, field: TableField): Code {
  const { context, decoder, at, view, offset } = accessor;
  const { type } = field;
  const place = `${at} + ${offset}`;
  const [result, present, absent] = read();
  return block(
    code`${head}: ${result} {`,
    [
      `const ${view} = ${decoder}.view;`,
      code`const ${offset} = ${context.runtime('fieldOffset')}(${view}, ${at}, ${field.vtableOffset});`,
      code`return ${offset} === 0 ? ${absent} : ${present};`,
    ],
    '}',
  );

  function read(): readonly [Piece, Piece, Piece] {
    switch (type.kind) {
      case 'scalar':
      case 'enum': {
        const value = scalarType(context, type);
        const or = field.presence === 'optional' ? orAbsent(context, code`${value}`) : value;
        return [or, load(context, type, view, place), defaultOf(context, field, type)];
      }
      case 'string': {
        const text = typeof field.default === 'string' ? quoted(field.default) : context.absent;
        const sure = typeof field.default === 'string';
        return [
          sure ? 'string' : orAbsent(context, 'string'),
          code`${context.runtime(field.offset64 ? 'decodeFarString' : 'decodeString')}(${decoder}, ${place})`,
          text,
        ];
      }
      default: {
        const position = positionOf(context, ...targetsOf(context, type));
        const to =
          type.kind === 'struct'
            ? code`(${place})`
            : field.offset64
              ? code`${context.runtime('followFar')}(${decoder}, ${place})`
              : code`${decoder}.follow(${place})`;
        return [code`${position} | 0`, code`${to} as ${position}`, '0'];
      }
    }
  }
}

/** What a position leads to, as types. */
function targetsOf(context: Context, type: Type): readonly Piece[] {
  switch (type.kind) {
    case 'struct':
      return [brand(context, type.struct)];
    case 'table':
      return [brand(context, type.table)];
    case 'string':
      return ['string'];
    case 'union': {
      const members = new Map<string, Piece>();
      for (const member of type.union.members) {
        const [target] = targetsOf(context, member.type);
        const key =
          member.type.kind === 'table'
            ? member.type.table.fullName
            : member.type.kind === 'struct'
              ? member.type.struct.fullName
              : '';
        if (target !== undefined) members.set(key, target);
      }
      return [...members.values()];
    }
    case 'vector':
    case 'array': {
      const { element } = type;
      const inner =
        element.kind === 'scalar' || element.kind === 'enum'
          ? [scalarType(context, element)]
          : targetsOf(context, element);
      const wide = type.kind === 'vector' && type.wide;
      return inner.map((each) => (wide ? code`${context.runtime('WideVector')}<${each}>` : code`${each}[]`));
    }
    default:
      return unreachable('a scalar has no position');
  }
}

function structAccessor(accessor: Accessor, head: Fragment, field: StructField): Code {
  const { context, decoder, at } = accessor;
  const { type } = field;
  if (type.kind === 'scalar' || type.kind === 'enum') {
    return block(
      code`${head}: ${scalarType(context, type)} {`,
      code`return ${load(context, type, `${decoder}.view`, plus(at, field.offset))};`,
      '}',
    );
  }
  const position = positionOf(context, ...targetsOf(context, type));
  return block(
    code`${head}: ${position} {`,
    code`return (${plus(at, field.offset)}) as number as ${position};`,
    '}',
  );
}

/** An element by its index, which must be one: reading outside of the bytes throws, beside the vector does not. */
function itemAccessor(accessor: Accessor, name: string, field: TableField | StructField): Code {
  const { context, decoder, at, index } = accessor;
  const { type } = field;
  if (type.kind !== 'vector' && type.kind !== 'array') return unreachable('elements of what has none');
  const { element } = type;
  const position = positionOf(context, ...targetsOf(context, type));
  const size =
    element.kind === 'struct'
      ? element.struct.size
      : element.kind === 'scalar' || element.kind === 'enum'
        ? scalarSize(storedOf(element))
        : 4;
  const head = type.kind === 'array' ? '' : type.wide ? ' + 8' : ' + 4';
  const place = `${at}${head} + ${index}${size === 1 ? '' : ` * ${size}`}`;
  const start = (result: Piece): Fragment =>
    code`export function ${name}(${decoder}: ${context.runtime('Decoder')}, ${at}: ${position}, ${index}: number): ${result} {`;
  if (element.kind === 'scalar' || element.kind === 'enum') {
    return block(
      start(scalarType(context, element)),
      code`return ${load(context, element, `${decoder}.view`, place)};`,
      '}',
    );
  }
  if (element.kind === 'string') {
    return block(
      start('string'),
      code`return ${context.runtime('decodeString')}(${decoder}, ${place});`,
      '}',
    );
  }
  const target = positionOf(context, ...targetsOf(context, element));
  const to = element.kind === 'struct' ? code`(${place})` : code`${decoder}.follow(${place})`;
  return block(start(target), code`return ${to} as number as ${target};`, '}');
}

/** What tells positions of different types apart: the class, or without classes the type of the plain object. */
function brand(context: Context, def: TableDef | StructDef): ImportedName {
  return context.settings.classes ? typeRef(context, def) : context.names.ref(def, 'value');
}
