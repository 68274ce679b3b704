// How the fields of a table are read, and overwritten in place.
import {
  block,
  code,
  join,
  paragraphs,
  unreachable,
  type Code,
  type Fragment,
  type Piece,
} from '@fb/codegen';
import {
  scalarSize,
  type StructType,
  type TableDef,
  type TableField,
  type TableType,
  type VectorType,
} from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { keyType } from './key.js';
import { documented, lang } from './language.js';
import type { FieldNames } from './members.js';
import { byteBuffer, imported, runtime } from './runtime.js';
import { accessOf, defaultOf, isTag, readScalar, storedOf, writeScalar, type Stored } from './scalar.js';

/** A field being generated, with all that its parts need. */
interface Reader {
  readonly context: Context;
  readonly def: TableDef;
  readonly field: TableField;
  readonly names: FieldNames;
}

/** The accessors of a field. */
export function fieldAccessors(context: Context, def: TableDef, field: TableField, names: FieldNames): Code {
  return documented(field.doc, paragraphs(accessors({ context, def, field, names })));
}

function accessors(reader: Reader): readonly Code[] {
  const { type } = reader.field;
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return scalarAccessors(reader, type);
    case 'string':
      return [
        lookUp(reader, code`${lang('String')} ${reader.names.accessor}`, [], '__string(o + bb_pos)', 'null'),
        ...byteBuffers(reader, 1),
      ];
    case 'struct':
    case 'table':
      return objectAccessors(reader, type);
    case 'union': {
      const table = runtime('Table');
      const head = code`${table} ${reader.names.accessor}`;
      return [lookUp(reader, head, [code`${table} obj`], '__union(obj, o + bb_pos)', 'null')];
    }
    case 'vector':
      return vectorAccessors(reader, type);
    case 'array':
      return unreachable(`a fixed array outside a struct: ${reader.field.name}`);
  }
}

/** A method that looks the field up and gives `present` or `absent`. */
function lookUp(
  { context, field }: Reader,
  head: Fragment,
  parameters: readonly Piece[],
  present: Piece,
  absent: string,
  result: 'value' | 'object' | 'element' = 'object',
): Code {
  const { nullable, checkerFramework } = context.settings;
  const isObject = absent === 'null' && result !== 'value';
  return [
    nullable && isObject && result === 'object' && field.presence !== 'required'
      ? code`@${imported('javax.annotation', 'Nullable')}`
      : [],
    checkerFramework && isObject ? code`@${imported('org.checkerframework.dataflow.qual', 'Pure')}` : [],
    block(
      code`public ${head}(${join(parameters, ', ')}) {`,
      [`int o = __offset(${field.vtableOffset});`, code`return o != 0 ? ${present} : ${absent};`],
      '}',
    ),
  ];
}

function scalarAccessors(reader: Reader, type: Stored): readonly Code[] {
  const { context, field, names } = reader;
  const access = accessOf(type);
  const head = code`${access.type} ${names.accessor}`;
  return [
    field.presence === 'optional'
      ? block(`public boolean ${names.has}() {`, `return __offset(${field.vtableOffset}) != 0;`, '}')
      : [],
    lookUp(reader, head, [], readScalar(type, 'o + bb_pos'), defaultOf(field, type)),
    context.settings.mutable && !isTag(type) ? mutator(reader, type, '', 'o + bb_pos') : [],
    context.settings.vtableConstants
      ? `public static final int ${names.constant} = ${field.vtableOffset};`
      : [],
  ];
}

function mutator({ field, names }: Reader, type: Stored, index: string, at: string): Code {
  return block(
    `public boolean ${names.mutate}(${index}${accessOf(type).type} value) {`,
    [
      `int o = __offset(${field.vtableOffset});`,
      'if (o == 0) return false;',
      code`${writeScalar(type, at, 'value')};`,
      'return true;',
    ],
    '}',
  );
}

function byteBuffers({ field, names }: Reader, size: number): readonly Code[] {
  const { vtableOffset } = field;
  return [
    block(
      code`public ${byteBuffer} ${names.asByteBuffer}() {`,
      `return __vector_as_bytebuffer(${vtableOffset}, ${size});`,
      '}',
    ),
    block(
      code`public ${byteBuffer} ${names.inByteBuffer}(${byteBuffer} bb) {`,
      `return __vector_in_bytebuffer(bb, ${vtableOffset}, ${size});`,
      '}',
    ),
  ];
}

function objectAccessors(reader: Reader, type: StructType | TableType): readonly Code[] {
  const { context, def, names } = reader;
  const ref = typeRef(context, def, type.kind === 'struct' ? type.struct : type.table);
  const position = type.kind === 'struct' ? 'o + bb_pos' : '__indirect(o + bb_pos)';
  return [
    delegate(reader, code`${ref} ${names.accessor}`, '', code`${names.own}(new ${ref}())`),
    lookUp(
      reader,
      code`${ref} ${names.accessor}`,
      [code`${ref} obj`],
      `obj.__assign(${position}, bb)`,
      'null',
    ),
  ];
}

/** A method that calls the one which takes the object to fill. */
function delegate(
  { context, field }: Reader,
  head: Fragment,
  parameters: string,
  call: Fragment,
  element = false,
): Code {
  const { nullable, checkerFramework } = context.settings;
  return [
    nullable && !element && field.type.kind !== 'vector' && field.presence !== 'required'
      ? code`@${imported('javax.annotation', 'Nullable')}`
      : [],
    checkerFramework && (element || field.type.kind !== 'vector')
      ? code`@${imported('org.checkerframework.dataflow.qual', 'Pure')}`
      : [],
    block(code`public ${head}(${parameters}) {`, code`return ${call};`, '}'),
  ];
}

function vectorAccessors(reader: Reader, { element }: VectorType): readonly Code[] {
  const { names } = reader;
  const length = lookUp(reader, code`int ${names.length}`, [], '__vector_len(o)', '0', 'value');
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return scalarVector(reader, element, length);
    case 'string': {
      const head = code`${lang('String')} ${names.accessor}`;
      return [
        lookUp(reader, head, ['int j'], '__string(__vector(o) + j * 4)', 'null', 'element'),
        length,
        ...vectorView(reader, runtime('StringVector'), '4'),
      ];
    }
    case 'union': {
      const table = runtime('Table');
      const head = code`${table} ${names.accessor}`;
      const parameters = [code`${table} obj`, 'int j'];
      return [
        lookUp(reader, head, parameters, '__union(obj, __vector(o) + j * 4)', 'null', 'element'),
        length,
        ...vectorView(reader, runtime('UnionVector'), '4'),
      ];
    }
    case 'struct':
    case 'table':
      return objectVector(reader, element, length);
  }
}

function scalarVector(reader: Reader, element: Stored, length: Code): readonly Code[] {
  const { context, names } = reader;
  const access = accessOf(element);
  const size = scalarSize(storedOf(element));
  const at = size === 1 ? '__vector(o) + j' : `__vector(o) + j * ${size}`;
  const zero = access.type === 'boolean' ? 'false' : '0';
  return [
    lookUp(reader, code`${access.type} ${names.accessor}`, ['int j'], readScalar(element, at), zero, 'value'),
    length,
    ...vectorView(reader, runtime(access.vector), ''),
    ...byteBuffers(reader, size),
    ...nestedRoot(reader),
    context.settings.mutable && !isTag(element) ? mutator(reader, element, 'int j, ', at) : [],
  ];
}

/** A vector as an object of its own; one of objects must know the size of its elements. */
function vectorView(reader: Reader, ref: Piece, size: string): readonly Code[] {
  const { names } = reader;
  const assign = `obj.__assign(__vector(o), ${size === '' ? '' : `${size}, `}bb)`;
  return [
    block(code`public ${ref} ${names.vector}() {`, code`return ${names.vector}(new ${ref}());`, '}'),
    lookUp(reader, code`${ref} ${names.vector}`, [code`${ref} obj`], assign, 'null', 'value'),
  ];
}

/** The root of a nested FlatBuffer: a view into the same bytes, as all offsets in them are relative. */
function nestedRoot(reader: Reader): readonly Code[] {
  const { context, def, field, names } = reader;
  if (field.nested?.kind !== 'table') return [];
  const ref = typeRef(context, def, field.nested);
  const present = 'obj.__assign(__indirect(__vector(o)), bb)';
  return [
    block(code`public ${ref} ${names.asRoot}() {`, code`return ${names.asRoot}(new ${ref}());`, '}'),
    lookUp(reader, code`${ref} ${names.asRoot}`, [code`${ref} obj`], present, 'null', 'value'),
  ];
}

function objectVector(reader: Reader, element: StructType | TableType, length: Code): readonly Code[] {
  const { context, def, names } = reader;
  const of = element.kind === 'struct' ? element.struct : element.table;
  const ref = typeRef(context, def, of);
  const size = of.kind === 'struct' ? of.size : 4;
  const at = `__vector(o) + j * ${size}`;
  const present = `obj.__assign(${of.kind === 'struct' ? at : `__indirect(${at})`}, bb)`;
  const head = code`${ref} ${names.accessor}`;
  return [
    delegate(reader, head, 'int j', code`${names.own}(new ${ref}(), j)`, true),
    lookUp(reader, head, [code`${ref} obj`, 'int j'], present, 'null', 'element'),
    length,
    ...(of.kind === 'table' && of.key !== null ? lookUpsByKey(reader, of, of.key) : []),
    ...vectorView(reader, code`${ref}.Vector`, String(size)),
  ];
}

function lookUpsByKey(reader: Reader, of: TableDef, key: TableField): readonly Code[] {
  const { context, def, names } = reader;
  const ref = typeRef(context, def, of);
  const head = code`${ref} ${names.byKey}`;
  const parameter = code`${keyType(key)} key`;
  const found = (obj: string): Fragment => code`${ref}.__lookup_by_key(${obj}, __vector(o), key, bb)`;
  return [
    lookUp(reader, head, [parameter], found('null'), 'null', 'value'),
    lookUp(reader, head, [code`${ref} obj`, parameter], found('obj'), 'null', 'value'),
  ];
}
