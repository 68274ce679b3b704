// How the vector of a table's field is written: all at once, or element by element. Behind a 64-bit offset it is a far
// object, which the builder has methods of its own for.
import { block, code, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import { scalarSize, type TableField, type VectorType } from '@fb/schema';
import { forcedAlignment } from './alignment.js';
import type { Context } from './context.js';
import { global } from './language.js';
import { builderParameter, type ClassNames } from './members.js';
import type { BuilderMethod } from './runtime.js';
import { accessOf, arrayOf, isBig, isBool, scalarType, storable, storedOf, type Stored } from './scalar.js';

/** The static methods that write the vector of a field; none for a field that holds no vector. */
export function vectorBuilders(context: Context, field: TableField, names: ClassNames<TableField>): Code {
  const { type } = field;
  if (type.kind !== 'vector') return [];
  const { builder, numElems } = names.variables;
  const { size, align } = elementLayout(type);
  return paragraphs([
    type.element.kind === 'struct' ? [] : createVector(context, field, type, names),
    block(
      code`static ${names.field(field).startVector}(${builderParameter(context, names.variables)}, ${numElems}: number): void {`,
      [
        forceAlignment(context, field, builder, numElems),
        code`${builder}.${vectorCalls(field).start}(${size}, ${numElems}, ${align});`,
      ],
      '}',
    ),
  ]);
}

/** The builder's methods for the vector of a field, by the width of its offset and of its count. */
interface VectorCalls {
  readonly start: BuilderMethod;
  readonly end: BuilderMethod;
  /** Writes a whole typed array. */
  readonly create: BuilderMethod;
  readonly align: BuilderMethod;
}

/** The builder's methods for the vector of a field. */
export function vectorCalls(field: TableField): VectorCalls {
  if (!field.offset64) {
    return {
      start: 'startVector',
      end: 'endVector',
      create: 'createScalarVector',
      align: 'forceVectorAlignment',
    };
  }
  const align = 'forceVectorAlignment64';
  return field.type.kind === 'vector' && field.type.wide
    ? { start: 'startVector64', end: 'endVector64', create: 'createScalarVector64', align }
    : { start: 'startFarVector', end: 'endFarVector', create: 'createFarScalarVector', align };
}

/** Bytes an element takes in the vector itself, and their alignment. */
function elementLayout({ element }: VectorType): { readonly size: number; readonly align: number } {
  if (element.kind === 'struct') return element.struct;
  const size = element.kind === 'scalar' || element.kind === 'enum' ? scalarSize(storedOf(element)) : 4;
  return { size, align: size };
}

/** The attribute `force_align` of a vector; the TypeScript of the reference compiler passes over it. */
function forceAlignment(context: Context, field: TableField, builder: string, count: string): Code {
  const alignment = context.settings.modern ? forcedAlignment(field) : null;
  if (alignment === null || field.type.kind !== 'vector') return [];
  const { size } = elementLayout(field.type);
  return code`${builder}.${vectorCalls(field).align}(${size}, ${count}, ${alignment});`;
}

function createVector(
  context: Context,
  field: TableField,
  vector: VectorType,
  { field: namesOf, variables }: ClassNames<TableField>,
): Code {
  const { builder, data } = variables;
  const { element } = vector;
  const stored = element.kind === 'scalar' || element.kind === 'enum' ? element : null;
  const uint8 = code`${global('Uint8Array')}`;
  const [first, ...others] = dataTypes(context, stored);
  const head = (type: Piece): Fragment =>
    code`static ${namesOf(field).createVector}(${builderParameter(context, variables)}, ${data}: ${type}): ${context.runtime('Offset')}`;
  const overloads = others.map((type) => [
    '/** @deprecated Use the typed array of the elements. */',
    code`${head(type)};`,
  ]);
  const offsets = stored === null && context.settings.modern;
  return [
    others.length === 0 ? [] : [code`${head(first)};`, overloads],
    block(
      code`${head(others.length === 0 ? first : code`${first} | ${uint8}`)} {`,
      [
        forceAlignment(context, field, builder, `${data}.length`),
        createAtOnce(context, field, stored, builder, data),
        offsets
          ? code`return ${builder}.createOffsetVector(${data});`
          : createByElements(field, vector, stored, variables),
      ],
      '}',
    ),
  ];
}

/** Bytes are copied as a block by either runtime, other typed arrays by ours. */
function createAtOnce(
  context: Context,
  field: TableField,
  stored: Stored | null,
  builder: string,
  data: string,
): Code {
  const array = stored?.kind === 'scalar' && !isBool(stored) ? arrayOf(stored) : null;
  if (array === null) return [];
  const { modern } = context.settings;
  if (!modern && array !== 'Uint8Array') return [];
  const create = modern ? vectorCalls(field).create : 'createByteVector';
  return code`if (${data} instanceof ${global(array)}) return ${builder}.${create}(${data});`;
}

function createByElements(
  field: TableField,
  vector: VectorType,
  stored: Stored | null,
  { builder, data, i }: ClassNames<TableField>['variables'],
): Code {
  const { size, align } = elementLayout(vector);
  const item = code`${data}[${i}]!`;
  const { start, end } = vectorCalls(field);
  return [
    code`${builder}.${start}(${size}, ${data}.length, ${align});`,
    block(
      code`for (let ${i} = ${data}.length - 1; ${i} >= 0; ${i}--) {`,
      code`${builder}.${stored === null ? 'addOffset' : accessOf(stored).add}(${stored === null ? item : storable(stored, item)});`,
      '}',
    ),
    code`return ${builder}.${end}();`,
  ];
}

/** What a vector can be made from; the reference compiler also takes bytes for wider numbers, as deprecated. */
function dataTypes(context: Context, stored: Stored | null): readonly [Fragment, ...Fragment[]] {
  if (stored === null) return [code`${context.runtime('Offset')}[]`];
  if (stored.kind === 'enum' || isBool(stored)) return [code`${scalarType(context, stored)}[]`];
  const array = arrayOf(stored);
  if (isBig(stored)) return [code`bigint[] | ${global(array)}`];
  const uint8 = code`number[] | ${global('Uint8Array')}`;
  return array === 'Uint8Array' ? [uint8] : [code`number[] | ${global(array)}`, uint8];
}
