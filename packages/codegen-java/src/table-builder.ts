// How a table is written: the static methods around `startTable` and `endTable`, and vectors.
import { block, code, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import { scalarSize, type TableDef, type TableField, type VectorType } from '@fb/schema';
import type { Context } from './context.js';
import { method, quoted } from './language.js';
import type { FieldNames, Members } from './members.js';
import { byteBuffer, runtime } from './runtime.js';
import { accessOf, isTag, literalOf, storable, storedOf } from './scalar.js';

/** `FlatBufferBuilder builder`. */
export const builderParameter: Fragment = code`${runtime('FlatBufferBuilder')} builder`;

/** A method of Java takes 255 words, of which `long` and `double` are two. */
const MOST_PARAMETERS = 127;

/** The static methods that build a table. */
export function tableBuilders(
  context: Context,
  def: TableDef,
  live: readonly TableField[],
  names: Members<TableField>,
): Code {
  const required = live.filter(({ presence }) => presence === 'required');
  return paragraphs([
    hasCreate(def) ? createMethod(def, live, names) : [],
    block(
      code`public static void start${def.name}(${builderParameter}) {`,
      `builder.startTable(${def.fields.length});`,
      '}',
    ),
    ...live.flatMap((field) => [addMethod(field, names(field)), vectorMethods(field, names(field))]),
    block(
      code`public static int end${def.name}(${builderParameter}) {`,
      required.length === 0
        ? 'return builder.endTable();'
        : [
            'int o = builder.endTable();',
            required.map((field) => `builder.required(o, ${field.vtableOffset}); // ${field.name}`),
            'return o;',
          ],
      '}',
    ),
    context.schema.root === def ? finishMethods(context, def) : [],
  ]);
}

/** Whether there is a method that takes all fields at once: structs must be written within the table. */
export function hasCreate(def: TableDef): boolean {
  const live = def.fields.filter((field) => !field.deprecated);
  const plain = live.every(({ type }) => type.kind !== 'struct');
  return plain && live.length > 0 && live.length < MOST_PARAMETERS;
}

/** The Java type of a field's parameter: a scalar, or the offset of what was written before. */
function parameterType({ type }: TableField): string {
  return type.kind === 'scalar' || type.kind === 'enum' ? accessOf(type).type : 'int';
}

function createMethod(def: TableDef, live: readonly TableField[], names: Members<TableField>): Code {
  const parameters: Piece[] = [builderParameter];
  for (const field of live) parameters.push(`${parameterType(field)} ${names(field).local}`);
  return method(`public static int create${def.name}`, parameters, [
    `builder.startTable(${def.fields.length});`,
    def.writeOrder
      .filter((field) => !field.deprecated)
      .map((field) => `${names(field).add}(builder, ${names(field).local});`),
    `return end${def.name}(builder);`,
  ]);
}

function addMethod(field: TableField, names: FieldNames): Code {
  const parameter = `${parameterType(field)} ${names.local}`;
  return block(
    code`public static void ${names.add}(${builderParameter}, ${parameter}) {`,
    addStatements(field, names.local),
    '}',
  );
}

/** Keys and optional scalars have no default that need not be written. */
function addStatements(field: TableField, value: string): Code {
  const { type, slot } = field;
  if (type.kind === 'struct') return `builder.addStruct(${slot}, ${value}, 0);`;
  if (type.kind !== 'scalar' && type.kind !== 'enum') {
    if (field.key) return [`builder.addOffset(${value});`, `builder.slot(${slot});`];
    return `builder.addOffset(${slot}, ${value}, 0);`;
  }
  const { add } = accessOf(type);
  const held = field.default;
  if (field.key || (typeof held !== 'number' && typeof held !== 'bigint'))
    return [`builder.${add}(${storable(type, value)});`, `builder.slot(${slot});`];
  return `builder.${add}(${slot}, ${storable(type, value)}, ${literalOf(type, held, 'stored')});`;
}

function vectorMethods({ type }: TableField, names: FieldNames): Code {
  if (type.kind !== 'vector') return [];
  const { size, align } = elementLayout(type);
  return paragraphs([
    ...createVectors(type, names),
    block(
      code`public static void ${names.startVector}(${builderParameter}, int numElems) {`,
      `builder.startVector(${size}, numElems, ${align});`,
      '}',
    ),
  ]);
}

/** Bytes an element takes in the vector itself, and their alignment. */
function elementLayout({ element }: VectorType): { readonly size: number; readonly align: number } {
  if (element.kind === 'struct') return { size: element.struct.size, align: element.struct.align };
  const scalar = element.kind === 'scalar' || element.kind === 'enum';
  const size = scalar ? scalarSize(storedOf(element)) : 4;
  return { size, align: size };
}

/** Structs are written one by one after `startVector`. */
function createVectors(vector: VectorType, names: FieldNames): readonly Code[] {
  const { element } = vector;
  if (element.kind === 'struct') return [];
  const { size } = elementLayout(vector);
  const scalar = element.kind === 'scalar' || element.kind === 'enum';
  const create = (data: Piece, body: Code): Code =>
    block(code`public static int ${names.createVector}(${builderParameter}, ${data} data) {`, body, '}');
  if (scalar && accessOf(element).stored === 'byte' && !isTag(element)) {
    const whole = 'return builder.createByteVector(data);';
    return [create('byte[]', whole), create(byteBuffer, whole)];
  }
  const type = scalar ? accessOf(element).type : 'int';
  const add = scalar ? accessOf(element).add : 'addOffset';
  const value = scalar ? storable(element, 'data[i]') : 'data[i]';
  return [
    create(`${type}[]`, [
      `builder.startVector(${size}, data.length, ${size});`,
      `for (int i = data.length - 1; i >= 0; i--) builder.${add}(${value});`,
      'return builder.endVector();',
    ]),
  ];
}

function finishMethods({ schema }: Context, def: TableDef): Code {
  const id = schema.fileIdentifier === null ? '' : `, ${identifierLiteral(schema.fileIdentifier)}`;
  const finish = (name: string, call: string): Code =>
    block(
      code`public static void ${name}(${builderParameter}, int offset) {`,
      `builder.${call}(offset${id});`,
      '}',
    );
  return paragraphs([
    finish(`finish${def.name}Buffer`, 'finish'),
    finish(`finishSizePrefixed${def.name}Buffer`, 'finishSizePrefixed'),
  ]);
}

/** The runtime takes a character for each byte of the UTF-8. */
export function identifierLiteral(identifier: string): string {
  const bytes = encodeURIComponent(identifier).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return quoted(bytes);
}
