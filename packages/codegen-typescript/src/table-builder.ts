// How a table is written: the static methods around `startObject` and `endObject`, and vectors.
import { block, code, join, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import { scalarSize, type TableDef, type TableField, type VectorType } from '@fb/schema';
import { orAbsent, type Context } from './context.js';
import { flexCreator } from './flexbuffer-field.js';
import { functionCode, global, quoted } from './language.js';
import type { ClassNames, FieldNames, Variables } from './members.js';
import { accessOf, defaultOf, isBig, isBool, scalarType, storable, storedOf, type Stored } from './scalar.js';

/** The static methods that build a table. */
export function tableBuilders(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const { builder, offset } = names.variables;
  const live = def.fields.filter((field) => !field.deprecated);
  const required = live.filter((field) => field.presence === 'required');
  const parameter = builderParameter(context, names.variables);
  return paragraphs([
    block(
      code`static start${def.name}(${parameter}): void {`,
      code`${builder}.startObject(${def.fields.length});`,
      '}',
    ),
    ...live.flatMap((field) => [
      addMethod(context, field, names),
      vectorMethods(context, field, names),
      flexCreator(context, field, names.field(field), names.variables),
    ]),
    block(
      code`static end${def.name}(${parameter}): ${context.runtime('Offset')} {`,
      required.length === 0
        ? code`return ${builder}.endObject();`
        : [
            code`const ${offset} = ${builder}.endObject();`,
            required.map(
              (field) => code`${builder}.requiredField(${offset}, ${field.vtableOffset}); // ${field.name}`,
            ),
            code`return ${offset};`,
          ],
      '}',
    ),
    context.schema.root === def ? finishMethods(context, def, names.variables) : [],
    hasCreate(def) ? createMethod(context, def, live, names) : [],
  ]);
}

/** `builder: flatbuffers.Builder`. */
export function builderParameter(context: Context, variables: Variables): Fragment {
  return code`${variables.builder}: ${context.runtime('Builder')}`;
}

/**
 * Whether there is a method that takes all fields at once. The reference compiler leaves it out when a struct or
 * table follows the first field, and its object API writes such tables in another order, so this decides bytes.
 */
export function hasCreate(def: TableDef): boolean {
  return def.fields.slice(1).every(({ type }) => type.kind !== 'struct' && type.kind !== 'table');
}

/** The type of a field's parameter: a scalar, or the offset of what was written before. */
function parameterType(context: Context, field: TableField): Piece {
  const { type } = field;
  return type.kind === 'scalar' || type.kind === 'enum'
    ? scalarType(context, type)
    : context.runtime('Offset');
}

function addMethod(context: Context, field: TableField, names: ClassNames<TableField>): Code {
  const { add, local } = names.field(field);
  const { builder } = names.variables;
  const parameters = code`${builderParameter(context, names.variables)}, ${local}: ${parameterType(context, field)}`;
  return block(
    code`static ${add}(${parameters}): void {`,
    code`${builder}.${addCall(context, field, local)};`,
    '}',
  );
}

/** An optional scalar has no default to compare with: it is always written. */
function addCall(context: Context, field: TableField, value: string): Fragment {
  const { type, slot } = field;
  if (type.kind === 'struct') return code`addFieldStruct(${slot}, ${value}, 0)`;
  if (type.kind !== 'scalar' && type.kind !== 'enum') return code`addFieldOffset(${slot}, ${value}, 0)`;
  const initial = field.presence === 'optional' ? 'null' : defaultOf(context, field, type);
  const written = isBool(type) && field.presence !== 'optional' ? Number(field.default) : initial;
  return code`${accessOf(type).addField}(${slot}, ${storable(type, value)}, ${written})`;
}

function vectorMethods(context: Context, field: TableField, names: ClassNames<TableField>): Code {
  const { type } = field;
  if (type.kind !== 'vector') return [];
  const { builder, numElems } = names.variables;
  const { size, align } = elementLayout(type);
  return paragraphs([
    type.element.kind === 'struct' ? [] : createVector(context, type, names.field(field), names.variables),
    block(
      code`static ${names.field(field).startVector}(${builderParameter(context, names.variables)}, ${numElems}: number): void {`,
      code`${builder}.startVector(${size}, ${numElems}, ${align});`,
      '}',
    ),
  ]);
}

/** Bytes an element takes in the vector itself, and their alignment. */
function elementLayout({ element }: VectorType): { readonly size: number; readonly align: number } {
  if (element.kind === 'struct') return element.struct;
  const size = element.kind === 'scalar' || element.kind === 'enum' ? scalarSize(storedOf(element)) : 4;
  return { size, align: size };
}

function createVector(context: Context, vector: VectorType, names: FieldNames, variables: Variables): Code {
  const { element } = vector;
  const { builder, data, i } = variables;
  const { size, align } = elementLayout(vector);
  const stored = element.kind === 'scalar' || element.kind === 'enum' ? element : null;
  const item = code`${data}[${i}]!`;
  const bytes = stored?.kind === 'scalar' && stored.scalar === 'ubyte';
  const uint8 = code`${global('Uint8Array')}`;
  const [first, ...others] = dataTypes(context, stored);
  const head = (type: Piece): Fragment =>
    code`static ${names.createVector}(${builderParameter(context, variables)}, ${data}: ${type}): ${context.runtime('Offset')}`;
  const overloads = others.map((type) => [
    '/** @deprecated Use the typed array of the elements. */',
    code`${head(type)};`,
  ]);
  return [
    others.length === 0 ? [] : [code`${head(first)};`, overloads],
    block(
      code`${head(others.length === 0 ? first : code`${first} | ${uint8}`)} {`,
      [
        bytes ? code`if (${data} instanceof ${uint8}) return ${builder}.createByteVector(${data});` : [],
        code`${builder}.startVector(${size}, ${data}.length, ${align});`,
        block(
          code`for (let ${i} = ${data}.length - 1; ${i} >= 0; ${i}--) {`,
          code`${builder}.${stored === null ? 'addOffset' : accessOf(stored).add}(${stored === null ? item : storable(stored, item)});`,
          '}',
        ),
        code`return ${builder}.endVector();`,
      ],
      '}',
    ),
  ];
}

/** What a vector can be made from; the reference compiler also takes bytes for wider numbers, as deprecated. */
function dataTypes(context: Context, stored: Stored | null): readonly [Fragment, ...Fragment[]] {
  if (stored === null) return [code`${context.runtime('Offset')}[]`];
  if (stored.kind === 'enum' || isBool(stored)) return [code`${scalarType(context, stored)}[]`];
  if (isBig(stored))
    return [code`bigint[] | ${global(stored.scalar === 'long' ? 'BigInt64Array' : 'BigUint64Array')}`];
  const { array } = accessOf(stored);
  const uint8 = code`number[] | ${global('Uint8Array')}`;
  if (array === null || array === 'Uint8Array') return [uint8];
  return [code`number[] | ${global(array)}`, uint8];
}

function finishMethods(context: Context, def: TableDef, variables: Variables): Code {
  const { builder, offset } = variables;
  const identifier = context.schema.fileIdentifier;
  const id = identifier === null ? null : quoted(identifier);
  const parameters = code`${builderParameter(context, variables)}, ${offset}: ${context.runtime('Offset')}`;
  return paragraphs([
    block(
      code`static finish${def.name}Buffer(${parameters}): void {`,
      code`${builder}.finish(${join([offset, ...(id === null ? [] : [id])], ', ')});`,
      '}',
    ),
    block(
      code`static finishSizePrefixed${def.name}Buffer(${parameters}): void {`,
      code`${builder}.finish(${offset}, ${id ?? 'undefined'}, true);`,
      '}',
    ),
  ]);
}

function createMethod(
  context: Context,
  def: TableDef,
  live: readonly TableField[],
  names: ClassNames<TableField>,
): Code {
  const { builder } = names.variables;
  const { type } = context.names.of(def);
  const parameters = live.map((field) => {
    const value = parameterType(context, field);
    return code`${names.field(field).local}: ${field.presence === 'optional' && isStored(field) ? orAbsent(context, code`${value}`) : value}`;
  });
  const adds = live.map((field) => {
    const { add, local } = names.field(field);
    const guard =
      field.presence === 'optional' && isStored(field) ? `if (${local} !== ${context.absent}) ` : '';
    return code`${guard}${type}.${add}(${builder}, ${local});`;
  });
  return functionCode(
    `static create${def.name}`,
    [builderParameter(context, names.variables), ...parameters],
    context.runtime('Offset'),
    [code`${type}.start${def.name}(${builder});`, adds, code`return ${type}.end${def.name}(${builder});`],
  );
}

/** Whether a field holds a scalar or enum; only such an optional field needs a guard, offsets have 0 for absence. */
export function isStored(field: TableField): boolean {
  return field.type.kind === 'scalar' || field.type.kind === 'enum';
}
