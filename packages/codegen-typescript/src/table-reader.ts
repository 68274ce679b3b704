// How the fields of a table are read, and overwritten in place.
import { block, code, paragraphs, unreachable, type Code, type Fragment, type Piece } from '@fb/codegen';
import {
  scalarSize,
  type StructType,
  type TableField,
  type TableType,
  type UnionType,
  type VectorType,
} from '@fb/schema';
import { orAbsent, typeRef, type Context } from './context.js';
import { flexRootAccessor } from './flexbuffer-field.js';
import { keyOf, keyType } from './keys.js';
import { documented, global, quoted } from './language.js';
import type { ClassNames, FieldNames, Variables } from './members.js';
import {
  accessOf,
  arrayOf,
  defaultOf,
  readScalar,
  scalarType,
  storable,
  storedOf,
  zeroElement,
  type Stored,
} from './scalar.js';
import type { ByteBufferMethod } from './runtime.js';
import { hasString } from './union.js';

/** A field being generated, with all that its parts need. */
interface Reader {
  readonly context: Context;
  readonly field: TableField;
  readonly names: FieldNames;
  readonly variables: Variables;
}

/** Position of the field in the buffer, once the offset is known not to be 0. */
function at(reader: Reader): Fragment {
  return code`this.bb_pos + ${reader.variables.offset}`;
}

/** The buffer's methods for a vector, by the width of its offset and of its count. */
function vectorReads({
  offset64,
  type,
}: TableField): readonly [start: ByteBufferMethod, length: ByteBufferMethod] {
  if (!offset64) return ['__vector', '__vector_len'];
  return type.kind === 'vector' && type.wide
    ? ['__vector64', '__vector64_len']
    : ['__far_vector', '__far_vector_len'];
}

/** Position of the first element of a vector. */
function start(reader: Reader): Fragment {
  return code`this.bb!.${vectorReads(reader.field)[0]}(${at(reader)})`;
}

/** Number of elements of a vector. */
function count(reader: Reader): Fragment {
  return code`this.bb!.${vectorReads(reader.field)[1]}(${at(reader)})`;
}

/** Position of an element of a vector. */
function elementAt(reader: Reader, size: number): Fragment {
  const { index } = reader.variables;
  return code`${start(reader)} + ${index}${size === 1 ? '' : ` * ${size}`}`;
}

/** The accessors of a field. */
export function fieldAccessors(context: Context, field: TableField, names: ClassNames<TableField>): Code {
  const reader: Reader = { context, field, names: names.field(field), variables: names.variables };
  return documented(field.doc, accessors(reader));
}

function accessors(reader: Reader): Code {
  const { type } = reader.field;
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return paragraphs([scalarAccessor(reader, type), mutator(reader, type)]);
    case 'string':
      return stringAccessor(reader);
    case 'struct':
    case 'table':
      return objectAccessor(reader, type);
    case 'union':
      return unionAccessor(reader, type);
    case 'vector':
      return paragraphs([
        elementAccessor(reader, type),
        lengthAccessor(reader),
        arrayAccessor(reader, type),
        rootAccessor(reader),
        keyAccessor(reader, type),
        flexRootAccessor(reader.context, reader.field, reader.names, reader.variables),
      ]);
    case 'array':
      return unreachable(`a fixed array outside a struct: ${reader.field.name}`);
  }
}

/** A method that looks the field up and gives `present` or `absent`; there is no look at absence if `absent` is null. */
function lookup(reader: Reader, head: Fragment, present: Piece, absent: Piece | null): Code {
  const { offset } = reader.variables;
  return block(
    code`${head} {`,
    [
      code`const ${offset} = this.bb!.__offset(this.bb_pos, ${reader.field.vtableOffset});`,
      absent === null ? code`return ${present};` : code`return ${offset} ? ${present} : ${absent};`,
    ],
    '}',
  );
}

function scalarAccessor(reader: Reader, type: Stored): Code {
  const { context, field, names } = reader;
  const value = scalarType(context, type);
  const result = field.presence === 'optional' ? orAbsent(context, code`${value}`) : value;
  const head = code`${names.accessor}(): ${result}`;
  return lookup(reader, head, readScalar(context, type, at(reader)), defaultOf(context, field, type));
}

function mutator(reader: Reader, type: Stored): Code {
  const { context, field, names } = reader;
  if (!context.settings.mutable || field.tagOf !== null) return [];
  const { value, offset } = reader.variables;
  return block(
    code`${names.mutate}(${value}: ${scalarType(context, type)}): boolean {`,
    [
      code`const ${offset} = this.bb!.__offset(this.bb_pos, ${field.vtableOffset});`,
      code`if (${offset} === 0) return false;`,
      code`this.bb!.${accessOf(type).mutate}(${at(reader)}, ${storable(type, value)});`,
      'return true;',
    ],
    '}',
  );
}

function stringAccessor(reader: Reader): Code {
  const { context, field, names, variables } = reader;
  const sure = field.presence === 'required' || typeof field.default === 'string';
  const or = (type: Piece): Piece => (sure ? type : orAbsent(context, code`${type}`));
  const either = or(code`string | ${global('Uint8Array')}`);
  const encoding = context.runtime('Encoding');
  const read = field.offset64 ? '__string64' : '__string';
  const present = code`this.bb!.${read}(${at(reader)}, ${variables.optionalEncoding})`;
  const fallback = typeof field.default === 'string' ? quoted(field.default) : context.absent;
  return [
    code`${names.accessor}(): ${or('string')};`,
    code`${names.accessor}(${variables.optionalEncoding}: ${encoding}): ${either};`,
    lookup(
      reader,
      code`${names.accessor}(${variables.optionalEncoding}?: ${encoding}): ${either}`,
      present,
      field.presence === 'required' ? null : fallback,
    ),
  ];
}

function objectAccessor(reader: Reader, type: StructType | TableType): Code {
  const { context, names, variables } = reader;
  const ref = typeRef(context, type.kind === 'struct' ? type.struct : type.table);
  const position = type.kind === 'struct' ? at(reader) : code`this.bb!.__indirect(${at(reader)})`;
  const head = code`${names.accessor}(${variables.obj}?: ${ref}): ${orAbsent(context, ref)}`;
  return lookup(
    reader,
    head,
    code`(${variables.obj} || new ${ref}()).__init(${position}, this.bb!)`,
    context.absent,
  );
}

function unionAccessor(reader: Reader, type: UnionType): Code {
  const { context, names, variables } = reader;
  const value = unionParameter(type);
  // Callers may name the type; with `any` beside it nothing is checked, but compilers that look for unused names are content.
  const head = code`${names.accessor}<T extends ${context.runtime('Table')}>(${variables.obj}: T | ${value}): ${orAbsent(context, value)}`;
  return lookup(reader, head, unionValue(reader, type, at(reader)), context.absent);
}

/** Any accessor class, and a string where a member is one; the reference compiler's types, which callers rely on. */
function unionParameter(type: UnionType): string {
  return hasString(type.union) ? 'any | string' : 'any';
}

function unionValue(reader: Reader, type: UnionType, position: Fragment): Fragment {
  const method = hasString(type.union) ? '__union_with_string' : '__union';
  return code`this.bb!.${method}(${reader.variables.obj}, ${position})`;
}

function elementAccessor(reader: Reader, vector: VectorType): Code {
  const { element } = vector;
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return scalarElement(reader, element);
    case 'string':
      return stringElement(reader);
    case 'struct':
    case 'table':
      return objectElement(reader, element);
    case 'union':
      return unionElement(reader, element);
  }
}

function scalarElement(reader: Reader, type: Stored): Code {
  const { context, names, variables } = reader;
  const head = code`${names.accessor}(${variables.index}: number): ${orAbsent(context, code`${scalarType(context, type)}`)}`;
  const present = readScalar(context, type, elementAt(reader, scalarSize(storedOf(type))));
  return lookup(reader, head, present, zeroElement(context, type));
}

function stringElement(reader: Reader): Code {
  const { context, names, variables } = reader;
  const { index, optionalEncoding } = variables;
  const encoding = context.runtime('Encoding');
  const either = code`string | ${global('Uint8Array')}`;
  return [
    code`${names.accessor}(${index}: number): string;`,
    code`${names.accessor}(${index}: number, ${optionalEncoding}: ${encoding}): ${either};`,
    lookup(
      reader,
      code`${names.accessor}(${index}: number, ${optionalEncoding}?: ${encoding}): ${orAbsent(context, either)}`,
      code`this.bb!.__string(${elementAt(reader, 4)}, ${optionalEncoding})`,
      context.absent,
    ),
  ];
}

function objectElement(reader: Reader, type: StructType | TableType): Code {
  const { context, names, variables } = reader;
  const { index, obj } = variables;
  const ref = typeRef(context, type.kind === 'struct' ? type.struct : type.table);
  const position =
    type.kind === 'struct'
      ? elementAt(reader, type.struct.size)
      : code`this.bb!.__indirect(${elementAt(reader, 4)})`;
  const head = code`${names.accessor}(${index}: number, ${obj}?: ${ref}): ${orAbsent(context, ref)}`;
  return lookup(reader, head, code`(${obj} || new ${ref}()).__init(${position}, this.bb!)`, context.absent);
}

function unionElement(reader: Reader, type: UnionType): Code {
  const { context, names, variables } = reader;
  const value = unionParameter(type);
  const head = code`${names.accessor}(${variables.index}: number, ${variables.obj}: ${value}): ${orAbsent(context, value)}`;
  return lookup(reader, head, unionValue(reader, type, elementAt(reader, 4)), context.absent);
}

function lengthAccessor(reader: Reader): Code {
  return lookup(reader, code`${reader.names.length}(): number`, count(reader), '0');
}

/**
 * The elements as a typed array. Our runtime copies them where a view is impossible, and keeps to the bytes; npm's has
 * nothing of that kind, so that a view throws where it cannot be.
 */
function arrayAccessor(reader: Reader, vector: VectorType): Code {
  const { context, field, names } = reader;
  const { element } = vector;
  if (element.kind !== 'scalar' && element.kind !== 'enum') return [];
  // The reference compiler has none for 64-bit integers.
  if (!context.settings.modern && accessOf(element).array === null) return [];
  const type = global(arrayOf(element));
  const sure = field.presence === 'required' || field.default !== null;
  const bytes = 'this.bb!.bytes()';
  const present = context.settings.modern
    ? code`${context.runtime('scalarsAt')}(this.bb!, ${type}, ${start(reader)}, ${count(reader)})`
    : code`new ${type}(${bytes}.buffer, ${bytes}.byteOffset + ${start(reader)}, ${count(reader)})`;
  const fallback = field.default === null ? context.absent : code`new ${type}()`;
  const head = code`${names.array}(): ${sure ? type : orAbsent(context, code`${type}`)}`;
  return lookup(reader, head, present, field.presence === 'required' ? null : fallback);
}

/** The root of a nested FlatBuffer: a view into the same bytes, as all offsets in them are relative. */
function rootAccessor(reader: Reader): Code {
  const { context, field, names, variables } = reader;
  if (!context.settings.modern || field.nested?.kind !== 'table') return [];
  const ref = typeRef(context, field.nested);
  const position = code`this.bb!.__indirect(${start(reader)})`;
  return [
    '/** The root of the FlatBuffer in these bytes, which must hold one. */',
    lookup(
      reader,
      code`${names.root}(${variables.obj}?: ${ref}): ${orAbsent(context, ref)}`,
      code`(${variables.obj} || new ${ref}()).__init(${position}, this.bb!)`,
      context.absent,
    ),
  ];
}

/** Finds an element by its key in a vector that was sorted by it, as the JSON converter and sorted vectors are. */
function keyAccessor(reader: Reader, { element }: VectorType): Code {
  if (element.kind !== 'table' && element.kind !== 'struct') return [];
  const { context, names, variables } = reader;
  const def = element.kind === 'table' ? element.table : element.struct;
  const key = keyOf(context, def);
  if (key === null) return [];
  const ref = typeRef(context, def);
  return [
    `/** The element with that \`${key.name}\`; the vector must be sorted by it. */`,
    lookup(
      reader,
      code`${names.byKey}(${variables.key}: ${keyType(context, key)}, ${variables.obj}?: ${ref}): ${orAbsent(context, ref)}`,
      code`${ref}.lookupByKey(this.bb!, ${start(reader)}, ${count(reader)}, ${variables.key}, ${variables.obj})`,
      context.absent,
    ),
  ];
}
