// From bytes to a plain object: one function a table. The vtable is read once; every vector is known to be there before
// its elements are read.
import {
  block,
  code,
  invariant,
  list,
  paragraphs,
  unreachable,
  type Code,
  type Fragment,
  type Piece,
} from '@fb/codegen';
import { scalarSize, type TableDef, type TableField, type VectorType } from '@fb/schema';
import { orAbsent, type Context } from './context.js';
import { arrayType, decodedType, isSure, liveFields } from './init-type.js';
import { global, quoted } from './language.js';
import type { ClassNames } from './members.js';
import { defaultOf, isBool, storedOf, type Stored } from './scalar.js';
import { load } from './struct-codec.js';

/** Names of the variables of a reader. */
interface Reader {
  readonly context: Context;
  readonly def: TableDef;
  readonly decoder: string;
  readonly at: string;
  readonly view: string;
  readonly vtable: string;
  readonly size: string;
  readonly element: string;
  readonly tag: string;
  readonly result: string;
  readonly count: string;
  readonly i: string;
  /** Where in the table the field is; 0 if it is absent. */
  offset(field: TableField): string;
  /** The value, of a field that takes statements to read. */
  local(field: TableField): string;
}

/** `decodeX`, and the function that reads a table from a position. */
export function tableDecoder(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const { runtime } = context;
  const { decode, read, value: plain } = context.names.of(def);
  const { bytes } = names.variables;
  const reader = readerOf(context, def, names);
  const { decoder, at } = reader;
  return paragraphs([
    [
      '/** The root table of a buffer as a plain object. Throws a FlatBufferError if the bytes end before it does. */',
      block(
        code`export function ${decode}(${bytes}: ${global('Uint8Array')}): ${plain} {`,
        code`return ${runtime('decodeRoot')}(${bytes}, ${read});`,
        '}',
      ),
    ],
    [
      '/** For other decoders: reads the table at a position. */',
      block(
        code`export function ${read}(${decoder}: ${runtime('Decoder')}, ${at}: number): ${plain} {`,
        readerBody(reader, plain),
        '}',
      ),
    ],
  ]);
}

function readerOf(context: Context, def: TableDef, names: ClassNames<TableField>): Reader {
  const fixed = ['decoder', 'at', 'view', 'vtable', 'size', 'element', 'tag', 'count', 'result'];
  const properties = def.fields.map((field) => context.names.property(def, field));
  const all = names.parameters([...fixed, ...properties, ...properties.map((name) => `${name}Offset`)]);
  const name = (i: number): string => {
    const known = all[i];
    invariant(known !== undefined, 'a name for each wish');
    return known;
  };
  const index = new Map(def.fields.map((field, i) => [field, fixed.length + i]));
  return {
    context,
    def,
    decoder: name(0),
    at: name(1),
    view: name(2),
    vtable: name(3),
    size: name(4),
    element: name(5),
    tag: name(6),
    count: name(7),
    result: name(8),
    i: names.variables.i,
    local: (field) => name(index.get(field) ?? 0),
    offset: (field) => name((index.get(field) ?? 0) + def.fields.length),
  };
}

function readerBody(reader: Reader, plain: string): Code {
  const { context, def, decoder, at, view, vtable, size } = reader;
  const live = liveFields(def);
  const recursive = context.recursive.has(def);
  const read = def.fields.filter((field) => live.includes(field.tagOf ?? field));
  const object = block(
    recursive ? code`const ${reader.result}: ${plain} = {` : 'return {',
    list(
      live.map((field) => code`${context.names.property(def, field)}: ${fieldValue(reader, field)}`),
      ',',
    ),
    '};',
  );
  return [
    `${decoder}.${recursive ? 'enter' : 'take'}(${at}${recursive ? '' : ', 8'});`,
    read.length === 0
      ? []
      : [
          `const ${view} = ${decoder}.view;`,
          `const ${vtable} = ${at} - ${view}.getInt32(${at}, true);`,
          `const ${size} = ${view}.getUint16(${vtable}, true);`,
        ],
    read.map(
      (field) =>
        `const ${reader.offset(field)} = ${size} > ${field.vtableOffset} ? ${view}.getUint16(${vtable} + ${field.vtableOffset}, true) : 0;`,
    ),
    live.map((field) => [requiredCheck(reader, field), vectorLoop(reader, field)]),
    live.length === 0 && !recursive ? 'return {};' : object,
    recursive ? [`${decoder}.leave();`, `return ${reader.result};`] : [],
  ];
}

function requiredCheck(reader: Reader, field: TableField): Code {
  if (field.presence !== 'required') return [];
  const error = code`${reader.context.runtime('missingField')}(${reader.at}, ${quoted(field.name)})`;
  const parts = [field, ...(field.tag === null ? [] : [field.tag])];
  return code`if (${parts.map((part) => `${reader.offset(part)} === 0`).join(' || ')}) throw ${error};`;
}

/** The expression for a property. */
function fieldValue(reader: Reader, field: TableField): Piece {
  const { context, decoder, at, view } = reader;
  const { type } = field;
  const offset = reader.offset(field);
  const place = `${at} + ${offset}`;
  const or = (present: Piece, absent: Piece): Fragment =>
    field.presence === 'required' ? code`${present}` : code`${offset} === 0 ? ${absent} : ${present}`;
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return or(load(context, type, view, place), defaultOf(context, field, type));
    case 'string': {
      const absent = typeof field.default === 'string' ? quoted(field.default) : context.absent;
      const decode = context.runtime(field.offset64 ? 'decodeFarString' : 'decodeString');
      return or(code`${decode}(${decoder}, ${place})`, absent);
    }
    case 'struct':
      return or(code`${context.names.ref(type.struct, 'read')}(${view}, ${place})`, context.absent);
    case 'table':
      return or(
        code`${context.names.ref(type.table, 'read')}(${decoder}, ${decoder}.follow(${place}))`,
        context.absent,
      );
    case 'union': {
      const { tag } = field;
      invariant(tag !== null && tag.type.kind === 'enum', 'a union has a tag');
      const tagPlace = code`${at} + ${reader.offset(tag)}`;
      const read = code`${context.names.ref(type.union, 'read')}(${decoder}, ${place}, ${load(context, tag.type, view, tagPlace)})`;
      if (field.presence === 'required') return code`${context.runtime('knownMember')}(${read}, ${place})`;
      const value = context.absent === 'null' ? read : code`${read} ?? undefined`;
      return code`${offset} === 0 || ${reader.offset(tag)} === 0 ? ${context.absent} : ${value}`;
    }
    case 'vector':
      return isLoop(type)
        ? reader.local(field)
        : or(simpleVector(reader, field, type, place), emptyOr(context, field, type));
    case 'array':
      return unreachable(`a fixed array outside a struct: ${field.name}`);
  }
}

/** What an absent vector is. */
function emptyOr(context: Context, field: TableField, type: VectorType): Piece {
  if (field.default === null) return context.absent;
  const { element } = type;
  const array = element.kind === 'scalar' || element.kind === 'enum' ? arrayType(element) : null;
  return array === null ? '[]' : code`new ${global(array)}()`;
}

function isLoop({ element }: VectorType): boolean {
  if (element.kind === 'scalar' || element.kind === 'enum')
    return arrayType(element) === null && !isBool(element);
  return element.kind !== 'string';
}

function simpleVector(reader: Reader, field: TableField, vector: VectorType, place: string): Fragment {
  const { context, decoder } = reader;
  const { element } = vector;
  const far = `${decoder}, ${place}, ${vector.wide ? 8 : 4}`;
  if (element.kind === 'string') return code`${context.runtime('decodeStringVector')}(${decoder}, ${place})`;
  const stored = element as Stored;
  if (isBool(stored) && field.offset64) return code`${context.runtime('decodeFarBools')}(${far})`;
  if (isBool(stored)) return code`${context.runtime('decodeBoolVector')}(${decoder}, ${place})`;
  const array = arrayType(stored);
  invariant(array !== null, 'elements that are numbers');
  if (field.offset64) return code`${context.runtime('decodeFarVector')}(${far}, ${global(array)})`;
  const kind = array.slice(0, -'Array'.length) as 'Int8';
  return code`${context.runtime(`decode${kind}Vector`)}(${decoder}, ${place})`;
}

/** Statements that read a vector element by element. */
function vectorLoop(reader: Reader, field: TableField): Code {
  const { context, decoder, at, element, count, i } = reader;
  const { type } = field;
  if (type.kind !== 'vector' || !isLoop(type)) return [];
  const local = reader.local(field);
  const plain = code`${decodedType(context, type)}`;
  const { tag } = field;
  const width = elementSize(type.element);
  const steps = (tags: Code, value: Fragment, next: string): Code => [
    `${local} = [];`,
    field.offset64
      ? code`let ${element} = ${context.runtime('followFar')}(${decoder}, ${at} + ${reader.offset(field)});`
      : `let ${element} = ${decoder}.follow(${at} + ${reader.offset(field)});`,
    type.wide
      ? code`const ${count} = ${context.runtime('wideCount')}(${decoder}, ${element}, ${width});`
      : `const ${count} = ${decoder}.count(${element}, ${width});`,
    `${element} += ${type.wide ? 8 : 4};`,
    tags,
    block(
      `for (let ${i} = 0; ${i} < ${count}; ${i}++, ${element} += ${width}${next}) {`,
      code`${local}.push(${value});`,
      '}',
    ),
  ];
  const start = isSure(field) ? '[]' : context.absent;
  const declaration = code`let ${local}: ${isSure(field) ? plain : orAbsent(context, plain)} = ${start};`;
  const there = `${reader.offset(field)} !== 0`;
  if (tag === null)
    return [declaration, block(`if (${there}) {`, steps([], elementValue(reader, type), ''), '}')];
  const tagWidth = elementSize(tag.type.kind === 'vector' ? tag.type.element : type.element);
  const tags = code`let ${reader.tag} = ${context.runtime('unionTags')}(${decoder}, ${at} + ${reader.offset(tag)}, ${tagWidth}, ${count});`;
  return [
    declaration,
    block(
      `if (${there} && ${reader.offset(tag)} !== 0) {`,
      steps(tags, elementValue(reader, type, tag), `, ${reader.tag} += ${tagWidth}`),
      '}',
    ),
  ];
}

function elementValue(reader: Reader, { element }: VectorType, tags: TableField | null = null): Fragment {
  const { context, decoder, view, element: place } = reader;
  switch (element.kind) {
    case 'struct':
      return code`${context.names.ref(element.struct, 'read')}(${view}, ${place})`;
    case 'table':
      return code`${context.names.ref(element.table, 'read')}(${decoder}, ${decoder}.follow(${place}))`;
    case 'union': {
      invariant(tags?.type.kind === 'vector' && tags.type.element.kind === 'enum', 'a union has a tag');
      const value = code`${context.names.ref(element.union, 'read')}(${decoder}, ${place}, ${load(context, tags.type.element, view, reader.tag)})`;
      return context.absent === 'null' ? value : code`${value} ?? undefined`;
    }
    case 'scalar':
    case 'enum':
      return load(context, element, view, place);
    case 'string':
      return unreachable('strings have a function');
  }
}

/** Bytes that an element takes in the vector itself. */
export function elementSize(element: VectorType['element']): number {
  if (element.kind === 'struct') return element.struct.size;
  return element.kind === 'scalar' || element.kind === 'enum' ? scalarSize(storedOf(element)) : 4;
}
