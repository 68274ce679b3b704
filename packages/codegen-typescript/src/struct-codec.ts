// Structs as plain objects: written to and read from a position, member by member, padding zero.
import { block, code, list, type Code, type Fragment, type Piece } from '@fb/codegen';
import { scalarSize, type ScalarName, type StructDef, type StructField } from '@fb/schema';
import type { Context } from './context.js';
import { global } from './language.js';
import type { ClassNames } from './members.js';
import { isBig, isBool, scalarType, storedOf, type Stored } from './scalar.js';

/** The functions that write and read a struct in place. */
export function structCodec(context: Context, def: StructDef, names: ClassNames<StructField>): Code {
  const { write, read, init, value: plain } = context.names.of(def);
  const { value } = names.variables;
  const [view, at] = names.parameters(['view', 'at']) as [string, string];
  const dataView = code`${view}: ${global('DataView')}`;
  return [
    '/** For other encoders: writes it at a position. */',
    block(
      code`export function ${write}(${dataView}, ${at}: number, ${value}: ${init}): void {`,
      def.fields.map((field) => [
        writeField(context, def, field, { view, at, value, i: names.variables.i }),
        zeros(view, at, field.offset + fieldSize(field), field.padding),
      ]),
      '}',
    ),
    '',
    '/** For other decoders: reads it from a position. */',
    block(
      code`export function ${read}(${dataView}, ${at}: number): ${plain} {`,
      block(
        'return {',
        list(
          def.fields.map(
            (field) =>
              code`${context.names.property(def, field)}: ${readField(context, field, view, at, names.variables.i)}`,
          ),
          ',',
        ),
        '};',
      ),
      '}',
    ),
  ];
}

const SETTERS: Readonly<Record<Exclude<ScalarName, 'long' | 'ulong'>, string>> = {
  bool: 'Int8',
  byte: 'Int8',
  ubyte: 'Int8',
  short: 'Int16',
  ushort: 'Int16',
  int: 'Int32',
  uint: 'Int32',
  float: 'Float32',
  double: 'Float64',
};

const GETTERS: Readonly<Record<ScalarName, string>> = {
  bool: 'Int8',
  byte: 'Int8',
  ubyte: 'Uint8',
  short: 'Int16',
  ushort: 'Uint16',
  int: 'Int32',
  uint: 'Uint32',
  long: 'BigInt64',
  ulong: 'BigUint64',
  float: 'Float32',
  double: 'Float64',
};

/** The statement that stores a scalar in a DataView. Unsigned integers store the bytes of signed ones. */
export function store(context: Context, type: Stored, view: string, at: Piece, value: Piece): Fragment {
  const stored = storedOf(type);
  if (stored === 'long' || stored === 'ulong') {
    return code`${context.runtime('storeInt64')}(${view}, ${at}, ${value});`;
  }
  const order = scalarSize(stored) === 1 ? '' : ', true';
  return code`${view}.set${SETTERS[stored]}(${at}, ${isBool(type) ? '+' : ''}${value}${order});`;
}

/** The expression that loads a scalar from a DataView. */
export function load(context: Context, type: Stored, view: string, at: Piece): Fragment {
  const stored = storedOf(type);
  const order = scalarSize(stored) === 1 ? '' : ', true';
  const value = code`${view}.get${GETTERS[stored]}(${at}${order})`;
  if (isBool(type)) return code`${value} !== 0`;
  const cast = type.kind === 'enum' && !isBig(type) && context.settings.enums === 'const';
  return cast ? code`(${value} as ${scalarType(context, type)})` : value;
}

/** `at + offset`. */
export function plus(at: string, offset: number): string {
  return offset === 0 ? at : `${at} + ${offset}`;
}

interface Writer {
  readonly view: string;
  readonly at: string;
  readonly value: string;
  readonly i: string;
}

function writeField(context: Context, def: StructDef, field: StructField, writer: Writer): Code {
  const { type } = field;
  const { view, at, value, i } = writer;
  const property = context.names.property(def, field);
  const own = `${value}.${property}`;
  if (type.kind === 'struct') {
    return code`${context.names.ref(type.struct, 'write')}(${view}, ${plus(at, field.offset)}, ${own});`;
  }
  if (type.kind !== 'array') return store(context, type, view, plus(at, field.offset), own);
  const { element, length } = type;
  const size = fieldSize(field) / length;
  const place = `${plus(at, field.offset)} + ${i}${size === 1 ? '' : ` * ${size}`}`;
  const item = `${own}[${i}]!`;
  return [
    code`if (${own}.length !== ${length}) throw ${context.runtime('invalidValue')}(${value}, '${property}', 'must have ${length} elements');`,
    block(
      `for (let ${i} = 0; ${i} < ${length}; ${i}++) {`,
      element.kind === 'struct'
        ? code`${context.names.ref(element.struct, 'write')}(${view}, ${place}, ${item});`
        : store(context, element, view, place, item),
      '}',
    ),
  ];
}

function readField(context: Context, field: StructField, view: string, at: string, i: string): Fragment {
  const { type } = field;
  if (type.kind === 'struct') {
    return code`${context.names.ref(type.struct, 'read')}(${view}, ${plus(at, field.offset)})`;
  }
  if (type.kind !== 'array') return load(context, type, view, plus(at, field.offset));
  const { element, length } = type;
  const size = fieldSize(field) / length;
  const place = `${plus(at, field.offset)} + ${i}${size === 1 ? '' : ` * ${size}`}`;
  const item =
    element.kind === 'struct'
      ? code`${context.names.ref(element.struct, 'read')}(${view}, ${place})`
      : load(context, element, view, place);
  return code`${global('Array')}.from({ length: ${length} }, (_, ${i}) => ${item})`;
}

function fieldSize({ type }: StructField): number {
  switch (type.kind) {
    case 'struct':
      return type.struct.size;
    case 'array':
      return (
        type.length *
        (type.element.kind === 'struct' ? type.element.struct.size : scalarSize(storedOf(type.element)))
      );
    default:
      return scalarSize(storedOf(type));
  }
}

/** Statements that clear `size` bytes at `at + offset`. */
export function zeros(view: string, at: string, offset: number, size: number): Code {
  const lines: Code[] = [];
  let position = offset;
  let rest = size;
  for (const width of [8, 4, 2, 1]) {
    for (; rest >= width; rest -= width, position += width) {
      const kind = width === 8 ? 'Float64' : `Int${width * 8}`;
      lines.push(`${view}.set${kind}(${plus(at, position)}, 0);`);
    }
  }
  return lines;
}
