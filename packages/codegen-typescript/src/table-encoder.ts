// From a plain object to a table: straight-line code that writes what the object API writes, byte for byte. What is
// out of line comes first, in field order; then the fields, each at the next place that is aligned for it; a mask of
// those that are there finds the vtable.
import { block, code, invariant, paragraphs, type Code, type Fragment } from '@fb/codegen';
import { scalarSize, type TableDef, type TableField, type VectorType } from '@fb/schema';
import { forcedAlignment } from './alignment.js';
import type { Context } from './context.js';
import { farWriter } from './far-encoder.js';
import { quoted } from './language.js';
import type { ClassNames } from './members.js';
import { defaultOf, isBool, storedOf, type Stored } from './scalar.js';
import { store, zeros } from './struct-codec.js';
import { hasCreate } from './table-builder.js';
import { vectorFunction } from './vector-function.js';

/** Fields that a presence mask has bits for, as in the runtime. */
const MASK_BITS = 30;

/** Tables are told apart by so many numbers, at least as many as the runtime's cache of vtables has entries. */
const HASHES = 1024;

/** Names of the variables of a writer. */
interface Writer {
  readonly context: Context;
  readonly def: TableDef;
  readonly names: ClassNames<TableField>;
  readonly encoder: string;
  readonly value: string;
  readonly view: string;
  readonly start: string;
  readonly at: string;
  readonly base: string;
  readonly shape: string;
  /** One for each 30 slots. */
  readonly masks: readonly string[];
  /** The property's value. */
  local(field: TableField): string;
  /** The offset of what it refers to. */
  offset(field: TableField): string;
}

/** `encodeX`, and the function that writes a table into a message. */
export function tableEncoder(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const writer = writerOf(context, def, names);
  const { runtime } = context;
  const { encoder, value, shape } = writer;
  const { encode, write, init } = context.names.of(def);
  const identifier = context.schema.root === def ? context.schema.fileIdentifier : null;
  const head = identifier === null ? 'null' : quoted(identifier);
  const far = context.farTypes.has(def) ? context.names.of(def).writeFar : 'null';
  const root = context.farOffsets
    ? code`${runtime('encodeFarRoot')}(${encoder}, ${value}, ${write}, ${far}, ${head})`
    : code`${runtime('encodeRoot')}(${encoder}, ${value}, ${write}, ${head})`;
  // Callers of a table without fields give a value too; compilers are told that it is not looked at.
  const unused = def.fields.every(({ deprecated }) => deprecated) ? '_' : '';
  const parameters = code`${encoder}: ${runtime('Encoder')}, ${unused}${value}: ${init}`;
  return paragraphs([
    [
      code`/** A buffer with this table as its root. Pass the same encoder to all calls: it decides whose the bytes are. */`,
      block(
        code`export function ${encode}(${value}: ${init}, ${encoder}: ${runtime('Encoder')} = new ${runtime('Encoder')}()): ${runtime('OwnBytes')} {`,
        code`return ${root};`,
        '}',
      ),
    ],
    code`const ${shape}: ${runtime('TableShape')} = [${shapeOf(def).join(', ')}];`,
    [
      '/** For other encoders: writes the table into their message. */',
      block(code`export function ${write}(${parameters}): ${runtime('Offset')} {`, writerBody(writer), '}'),
    ],
    farWriter(context, def, names),
  ]);
}

function writerOf(context: Context, def: TableDef, names: ClassNames<TableField>): Writer {
  const words = Math.max(1, Math.ceil(def.fields.length / MASK_BITS));
  const masks = Array.from({ length: words }, (_item, i) => (words === 1 ? 'mask' : `mask${i}`));
  const fixed = ['encoder', 'view', 'start', 'at', 'base', `${context.names.of(def).write}Shape`, ...masks];
  const properties = def.fields.map((field) => context.names.property(def, field));
  const all = names.parameters([...fixed, ...properties, ...properties.map((name) => `${name}Offset`)]);
  const name = (i: number): string => {
    const known = all[i];
    invariant(known !== undefined, 'a name for each wish');
    return known;
  };
  const offsets = fixed.length + def.fields.length;
  const index = new Map(def.fields.map((field, i) => [field, i]));
  return {
    context,
    def,
    names,
    value: names.variables.value,
    encoder: name(0),
    view: name(1),
    start: name(2),
    at: name(3),
    base: name(4),
    shape: name(5),
    masks: masks.map((_mask, i) => name(6 + i)),
    local: (field) => name(fixed.length + (index.get(field) ?? 0)),
    offset: (field) => name(offsets + (index.get(field) ?? 0)),
  };
}

/** A number that spreads tables over the cache, the largest alignment less one, and size and alignment of each slot. */
function shapeOf(def: TableDef): readonly number[] {
  const first = structBefore(def);
  const slots = def.fields.flatMap((field) =>
    field === first ? [0, 1] : [field.inlineSize, field.inlineAlign],
  );
  return [hash(def.fullName) % HASHES, maxAlign(def) - 1, ...slots];
}

function maxAlign(def: TableDef): number {
  return Math.max(4, ...def.fields.map((field) => field.inlineAlign));
}

/**
 * A struct that the object API writes before it starts the table, so that the vtable does not count its bytes: the
 * first field of a table that has a `create` method.
 */
function structBefore(def: TableDef): TableField | null {
  const [first] = def.fields;
  return first?.type.kind === 'struct' && !first.deprecated && hasCreate(def) ? first : null;
}

function writerBody(writer: Writer): Code {
  const { context, def, encoder, value, view, at, start, masks } = writer;
  const live = def.fields.filter((field) => !field.deprecated);
  const first = structBefore(def);
  const need = roomFor(def);
  const recursive = context.recursive.has(def);
  const finish =
    masks.length === 1
      ? code`${encoder}.endTable(${at}, ${start}, ${masks[0] ?? ''}, ${writer.shape})`
      : code`${encoder}.endWideTable(${at}, ${start}, [${masks.join(', ')}], ${writer.shape})`;
  return [
    recursive ? `${encoder}.enter(${value});` : [],
    live.map((field) => fieldValue(writer, field)),
    code`if (${encoder}.at < ${need}) ${encoder}.grow(${need});`,
    `const ${view} = ${encoder}.view;`,
    `let ${at} = ${encoder}.at;`,
    masks.map((mask) => `let ${mask} = 0;`),
    first === null ? [] : storeField(writer, first, 1),
    `const ${start} = ${at};`,
    storeFields(writer, live, first),
    `${at} = (${at} - 4) & -4;`,
    recursive ? `${encoder}.leave();` : [],
    code`return ${finish};`,
  ];
}

/** Bytes that a table takes at most, and its vtable. */
function roomFor(def: TableDef): number {
  const fields = def.fields.reduce((sum, field) => sum + field.inlineSize + field.inlineAlign, 0);
  return fields + 2 * def.fields.length + 16;
}

/** Reads the property; writes what it refers to. */
function fieldValue(writer: Writer, field: TableField): Code {
  const { context, def, encoder, value } = writer;
  const { type } = field;
  if (field.tagOf !== null) return type.kind === 'vector' ? tagsVector(writer, field) : [];
  const local = writer.local(field);
  const property = context.names.property(def, field);
  // The tags of a vector of unions are written first, and have read the property.
  const isRead = field.tag !== null && type.kind === 'vector';
  const read = isRead ? [] : `const ${local} = ${value}.${property};`;
  const holdsBuffer = field.nested !== null || field.flexbuffer;
  const none = holdsBuffer ? ` || ${local}.length === 0` : '';
  const required =
    field.presence === 'required'
      ? code`if (${local} == null${none}) throw ${context.runtime('invalidValue')}(${value}, '${property}', 'is required');`
      : [];
  if (type.kind === 'scalar' || type.kind === 'enum' || type.kind === 'struct') return [read, required];
  const offset = writer.offset(field);
  const simple = field.offset64
    ? code`${context.runtime('takeFar')}(${encoder})`
    : simpleWrite(writer, field, local);
  if (simple !== null) {
    // No bytes are no buffer: a verifier refuses an empty one.
    const written = field.presence === 'required' ? simple : code`${local} == null${none} ? 0 : ${simple}`;
    return [read, required, code`const ${offset} = ${written};`];
  }
  const steps = vectorWrite(writer, field, type as VectorType, local, offset);
  if (field.presence === 'required') {
    return [read, required, `let ${offset} = 0;`, block('{', steps, '}')];
  }
  return [read, `let ${offset} = 0;`, block(`if (${local} != null) {`, steps, '}')];
}

/** One expression that writes the value and gives its offset; `null` if it takes a loop. */
function simpleWrite({ context, encoder }: Writer, field: TableField, local: string): Fragment | null {
  const { type } = field;
  const { runtime } = context;
  switch (type.kind) {
    case 'string':
      return code`${runtime('encodeString')}(${encoder}, ${local})`;
    case 'table':
      return code`${context.names.ref(type.table, 'write')}(${encoder}, ${local})`;
    case 'union':
      return code`${context.names.ref(type.union, 'write')}(${encoder}, ${local})`;
    case 'vector': {
      const { element } = type;
      if (element.kind === 'string') return code`${runtime('encodeStringVector')}(${encoder}, ${local})`;
      if (element.kind !== 'scalar' && element.kind !== 'enum') return null;
      const align = forcedAlignment(field) ?? 1;
      const forced = align > scalarSize(storedOf(element)) ? `, ${align}` : '';
      return code`${runtime(vectorFunction(element))}(${encoder}, ${local}${forced})`;
    }
    default:
      return null;
  }
}

/** Writes a vector of structs, tables or unions. */
function vectorWrite(
  writer: Writer,
  field: TableField,
  { element }: VectorType,
  local: string,
  offset: string,
): Code {
  const { context, encoder, base, names } = writer;
  const { i, item } = names.variables;
  const { runtime } = context;
  const missing = code`if (${item} == null) throw ${runtime('invalidValue')}(${local}, ${i}, 'is missing');`;
  const loop = (body: Code): Code =>
    block(
      `for (let ${i} = 0; ${i} < ${local}.length; ${i}++) {`,
      [`const ${item} = ${local}[${i}];`, body],
      '}',
    );
  if (element.kind === 'struct') {
    const { size } = element.struct;
    const align = Math.max(element.struct.align, forcedAlignment(field) ?? 1);
    return [
      code`const ${base} = ${runtime('encodeVector')}(${encoder}, ${local}.length, ${size}, ${align});`,
      loop([
        missing,
        code`${context.names.ref(element.struct, 'write')}(${encoder}.view, ${base} + ${i} * ${size}, ${item});`,
      ]),
      `${offset} = ${encoder}.offset();`,
    ];
  }
  const write = element.kind === 'table' ? element.table : element.kind === 'union' ? element.union : null;
  invariant(write !== null, 'a vector that takes a loop');
  const call = code`${context.names.ref(write, 'write')}(${encoder}, ${item})`;
  const { offset: each } = names.variables;
  const push = `${encoder}.offsets[${encoder}.offsetCount++] = ${each};`;
  return [
    `const ${base} = ${encoder}.offsetCount;`,
    element.kind === 'union'
      ? loop([code`const ${each} = ${item} == null ? 0 : ${call};`, push])
      : loop([missing, code`const ${each} = ${call};`, push]),
    code`${offset} = ${runtime('encodeOffsetVector')}(${encoder}, ${base});`,
  ];
}

/** The tags of a vector of unions come before its values. */
function tagsVector(writer: Writer, tags: TableField): Code {
  const { context, def, encoder, value, names } = writer;
  const { item } = names.variables;
  const field = tags.tagOf;
  invariant(field !== null && tags.type.kind === 'vector', 'tags of a vector');
  const { element } = tags.type;
  invariant(element.kind === 'enum', 'tags are an enum');
  const local = writer.local(field);
  const property = context.names.property(def, field);
  const zero = storedOf(element) === 'long' || storedOf(element) === 'ulong' ? '0n' : '0';
  const list = code`${local}.map((${item}) => (${item} == null ? ${zero} : ${item}.type))`;
  const call = code`${context.runtime(vectorFunction(element))}(${encoder}, ${list})`;
  const read = `const ${local} = ${value}.${property};`;
  if (field.presence === 'required') {
    return [
      read,
      code`if (${local} == null) throw ${context.runtime('invalidValue')}(${value}, '${property}', 'is required');`,
      code`const ${writer.offset(tags)} = ${call};`,
    ];
  }
  return [read, code`const ${writer.offset(tags)} = ${local} == null ? 0 : ${call};`];
}

/**
 * Stores the fields after `first`, and clears what comes before the offset to the vtable. What the position is surely
 * a multiple of decides where alignment can leave bytes free.
 */
function storeFields(writer: Writer, live: readonly TableField[], first: TableField | null): Code {
  let known = first?.presence === 'required' ? first.inlineAlign : 1;
  const stored = live
    .filter((field) => field !== first)
    .map((field) => {
      const lines = storeField(writer, field, known);
      known = field.presence === 'required' ? field.inlineAlign : Math.min(known, field.inlineAlign);
      return lines;
    });
  return [stored, known < 4 ? zeros(writer.view, `${writer.at} - 4`, 0, 4) : []];
}

/** Stores the field, at a position that is a multiple of `known`, if it is there. */
function storeField(writer: Writer, field: TableField, known: number): Code {
  const { view, at, encoder } = writer;
  const { inlineSize: size, inlineAlign: align } = field;
  const mask = writer.masks[Math.floor(field.slot / MASK_BITS)] ?? '';
  const bit = 1 << (field.slot % MASK_BITS);
  // Alignment may leave bytes free before it, fewer than `align`.
  const gap = align <= known ? [] : zeros(view, `${at} - ${align}`, 0, align);
  const step = align === 1 ? `${at} -= ${size};` : `${at} = (${at} - ${size}) & -${align};`;
  const aligned = align > 4 ? `if (${encoder}.minAlign < ${align}) ${encoder}.minAlign = ${align};` : [];
  const { condition, stored } = stores(writer, field);
  const body: Code = [gap, step, stored, aligned, `${mask} |= ${bit};`];
  return condition === null ? body : block(code`if (${condition}) {`, body, '}');
}

/** When a field is there, and the statement that stores it at the position. */
function stores(
  writer: Writer,
  field: TableField,
): { readonly condition: Fragment | null; readonly stored: Code } {
  const { context, view, at, encoder } = writer;
  const { type } = field;
  const required = field.presence === 'required';
  if (field.tagOf !== null && type.kind === 'enum') {
    const union = writer.local(field.tagOf);
    return { condition: code`${union} != null`, stored: store(context, type, view, at, `${union}.type`) };
  }
  const local = writer.local(field);
  if (type.kind === 'scalar' || type.kind === 'enum') {
    const there = code`${local} != null`;
    // NaN is unlike every value, itself too.
    const always = field.presence === 'optional' || Number.isNaN(field.default);
    const condition = always
      ? there
      : code`${there} && ${local} ${unlike(type)} ${defaultOf(context, field, type)}`;
    return { condition, stored: store(context, type, view, at, local) };
  }
  if (type.kind === 'struct') {
    const stored = code`${context.names.ref(type.struct, 'write')}(${view}, ${at}, ${local});`;
    return { condition: required ? null : code`${local} != null`, stored };
  }
  const offset = writer.offset(field);
  const stored = field.offset64
    ? code`${context.runtime('storeFarOffset')}(${encoder}, ${at}, ${offset});`
    : `${view}.setInt32(${at}, ${encoder}.end - ${offset} - ${at}, true);`;
  return { condition: required ? null : code`${offset} !== 0`, stored };
}

/** 64-bit integers may be numbers, which equal bigints loosely. */
function unlike(type: Stored): '!=' | '!==' {
  const stored = storedOf(type);
  return !isBool(type) && (stored === 'long' || stored === 'ulong') ? '!=' : '!==';
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
