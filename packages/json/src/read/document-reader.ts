// JSON text to a FlatBuffer in one pass: values that live outside their table are written when they are met, the table
// itself when it closes. This is the text's side; assembler.ts is the buffer's.
import type { ForwardBuffer, OwnBytes } from '@fb/bytes';
import type { Offset } from '@fb/flatbuffers';
import { didYouMean } from '@fb/diagnostics';
import { readBase64 } from '../base64.js';
import { ARRAY, BYTE, DOUBLE, LONG, STRING, STRUCT, TABLE, UBYTE, ULONG, UNION } from '../plan/kind.js';
import type { EnumScope, FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  LOWER_N,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from '../text/characters.js';
import type { Cursor } from '../text/cursor.js';
import type { Stop } from '../text/stop.js';
import type { Assembler } from '../write/assembler.js';
import { isPlainText } from '../text/plain-text.js';
import { readFlexBuffer } from './flex-reader.js';
import { ABSENT, PRESENT, type Frames } from '../write/frames.js';
import { readKey } from './read-key.js';
import { ScalarReader } from './scalar-reader.js';
import { skipValue } from './skip-value.js';

/** What the bytes of a FlexBuffer in a field are aligned to. */
const FLEXBUFFER_ALIGNMENT = 8;

/** What the reader does where there is a choice. */
export interface ReadRules {
  readonly unknownFields: boolean;
  readonly nestedBytes: boolean;
  readonly sizePrefixed: boolean;
  readonly allowTrailing: boolean;
  /** In FlexBuffer fields. */
  readonly exactNumbers: boolean;
  readonly base64: boolean;
}

/** Functions that read records of one schema as the methods of {@link DocumentReader} do, by the records' numbers. */
export interface CompiledReaders {
  readonly tables: Readonly<Record<number, ((reader: DocumentReader) => Offset) | undefined>>;
  readonly structs: Readonly<Record<number, ((reader: DocumentReader, at: number) => void) | undefined>>;
}

/**
 * Reads one document. What compiled readers call is public: they read what is usual themselves and hand over the rest.
 * Where they are at work the trail is not kept, so that errors have no path: the text must then be read without them.
 */
export class DocumentReader {
  readonly cursor: Cursor;
  readonly scalars: ScalarReader;
  readonly into: Assembler;
  readonly frames: Frames;
  readonly staged: ForwardBuffer;
  readonly #rules: ReadRules;
  readonly #compiled: CompiledReaders | null;

  constructor(
    cursor: Cursor,
    enums: EnumScope,
    into: Assembler,
    rules: ReadRules,
    compiled: CompiledReaders | null,
  ) {
    this.cursor = cursor;
    this.scalars = new ScalarReader(cursor, enums);
    this.into = into;
    this.frames = into.frames;
    this.staged = into.staged;
    this.#rules = rules;
    this.#compiled = compiled;
  }

  /**
   * Reads the root table, which must be all of the text unless `allowTrailing`, and finishes the buffer: a view of it,
   * good until the assembler is used again.
   */
  document(root: RecordPlan, identifier: Uint8Array | null): OwnBytes {
    const { cursor } = this;
    if (cursor.space() !== OPEN_BRACE) throw cursor.wrongType(`${root.name} as an object`);
    const table = this.table(root);
    const end = cursor.at;
    if (cursor.lastSpace() !== undefined) {
      const start = cursor.at;
      const found = cursor.token();
      if (!this.#rules.allowTrailing) throw cursor.stop('JSON-TRAILING', start, cursor.at, { found });
    }
    cursor.at = end;
    return this.into.output.finish(table, identifier, this.#rules.sizePrefixed);
  }

  // Tables and structs

  /** Reads and writes a table. */
  table(plan: RecordPlan): Offset {
    const compiled = this.#compiled?.tables[plan.id];
    return compiled === undefined ? this.anyTable(plan) : compiled(this);
  }

  /** {@link DocumentReader.table} in any form. */
  anyTable(plan: RecordPlan): Offset {
    const { frames, staged } = this;
    const stage = staged.length;
    const base = frames.open(plan.fields.length);
    this.#members(plan, base, 0);
    this.checkTable(plan, base);
    const table = this.into.table(plan, base);
    frames.close(base);
    staged.length = stage;
    return table;
  }

  /** Reads a struct into the staged bytes at `at`, which are zero. */
  struct(plan: RecordPlan, at: number): void {
    const compiled = this.#compiled?.structs[plan.id];
    if (compiled === undefined) this.anyStruct(plan, at);
    else compiled(this, at);
  }

  /** {@link DocumentReader.struct} in any form. */
  anyStruct(plan: RecordPlan, at: number): void {
    const { frames } = this;
    const base = frames.open(plan.fields.length);
    this.#members(plan, base, at);
    const missing = plan.fields.find((field) => frames.states[base + field.index] !== PRESENT);
    if (missing !== undefined) {
      const { at: end } = this.cursor;
      const params = { type: plan.name, count: plan.fields.length, name: missing.name };
      throw this.cursor.stop('JSON-STRUCT-FIELDS', end - 1, end, params);
    }
    frames.close(base);
    this.into.alignForStruct(plan.align);
  }

  /** Reads `{ key: value, ... }` or `[ value, ... ]` with all fields in order; the cursor is then behind the closer. */
  #members(plan: RecordPlan, base: number, at: number): void {
    const { cursor } = this;
    const c = cursor.space();
    const isTuple = c === OPEN_BRACKET;
    if (!isTuple && c !== OPEN_BRACE) throw cursor.wrongType(plan.name);
    const closer = isTuple ? CLOSE_BRACKET : CLOSE_BRACE;
    cursor.enter();
    cursor.at++;
    const level = cursor.descend();
    let count = 0;
    let guess = 0;
    for (let more = cursor.space() !== closer; more; more = cursor.comma(closer, count)) {
      cursor.trail[level] = '';
      const field = isTuple ? this.#nextField(plan, count) : this.#namedField(plan, guess);
      if (field === null) continue;
      cursor.trail[level] = field.name;
      if (this.member(plan, field, base, at)) count++;
      guess = field.index + 1;
    }
    cursor.ascend();
    if (isTuple && count !== plan.fields.length) {
      const params = { given: count, count: plan.fields.length, type: plan.name };
      throw cursor.stop('JSON-TUPLE-SHORT', cursor.at, cursor.at + 1, params);
    }
    cursor.at++;
    cursor.leave();
  }

  #nextField(plan: RecordPlan, count: number): FieldPlan {
    const { cursor } = this;
    const field = plan.fields[count];
    if (field === undefined) {
      const params = { count, type: plan.name };
      cursor.space();
      throw cursor.stop('JSON-TUPLE-LONG', cursor.at, cursor.at + 1, params);
    }
    cursor.keyStart = cursor.keyEnd = cursor.at;
    return field;
  }

  /** Reads a key and its colon. `null` if the member is to be left out, which was done then. */
  #namedField(plan: RecordPlan, guess: number): FieldPlan | null {
    let found = this.cursor.key(plan.names, guess);
    if (found < 0) found = this.otherKey(plan);
    return found < 0 ? null : plan.fields[found];
  }

  /** Reads a key that is not written plainly, or not known. -1 if the member is to be left out, which was done then. */
  otherKey(plan: RecordPlan): number {
    const { cursor } = this;
    const name = readKey(cursor);
    const { tokenStart, tokenEnd } = cursor;
    cursor.keyStart = tokenStart;
    cursor.keyEnd = tokenEnd;
    cursor.colon();
    const field = plan.byName.get(name);
    if (field !== undefined) return field.index;
    if (name === '$schema') {
      if (!cursor.isQuote(cursor.space())) throw cursor.wrongType('string');
      cursor.string();
    } else if (this.#rules.unknownFields) {
      skipValue(cursor);
    } else {
      const hint = didYouMean(name, plan.byName.keys());
      throw cursor.stop('JSON-FIELD-UNKNOWN', tokenStart, tokenEnd, { type: plan.name, name }, hint);
    }
    return -1;
  }

  /** Reads the value of a field. Returns whether it counts as given: `null` stands for absence but in scalars. */
  member(plan: RecordPlan, field: FieldPlan, base: number, at: number): boolean {
    const { cursor } = this;
    const { frames } = this;
    const cell = base + field.index;
    const c = cursor.space();
    if (field.kind > DOUBLE && c === LOWER_N && cursor.takeWord('null')) return false;
    if (frames.states[cell] !== ABSENT) {
      throw cursor.stop('JSON-FIELD-TWICE', this.cursor.keyStart, this.cursor.keyEnd, { name: field.name });
    }
    if (plan.isStruct) {
      this.inline(field.value, at + field.offset);
      frames.set(cell, 0);
    } else if (field.kind <= DOUBLE) {
      this.#scalar(field, cell);
    } else {
      frames.set(cell, this.#reference(field, base));
    }
    return true;
  }

  #scalar(field: FieldPlan, cell: number): void {
    const { frames } = this;
    const value = this.scalars.read(field.value);
    if (this.scalars.isNull) {
      if (!field.optional) throw this.#notNull(field.value);
      frames.setNull(cell);
    } else if (field.kind === LONG || field.kind === ULONG) {
      frames.setWords(cell, this.scalars.low, this.scalars.high);
    } else {
      frames.set(cell, value);
    }
  }

  #notNull(type: ValuePlan): Stop {
    return this.cursor.stop('JSON-NULL', this.cursor.tokenStart, this.cursor.tokenEnd, {
      type: type.name,
    });
  }

  /** A value into the staged bytes at `at`: a member of a struct, or an element of a vector or array. */
  inline(type: ValuePlan, at: number): void {
    if (type.kind === STRUCT && type.record !== null) return this.struct(type.record, at);
    if (type.kind === ARRAY) return this.#array(type, at);
    const { scalars } = this;
    const value = scalars.read(type);
    if (scalars.isNull) throw this.#notNull(type);
    this.into.stageScalar(type.kind, at, value, scalars.low, scalars.high);
  }

  #array(type: ValuePlan, at: number): void {
    const { element, length: expected } = type;
    if (element === null) return;
    const { cursor } = this;
    const level = this.#openList(type);
    let count = 0;
    for (let more = cursor.space() !== CLOSE_BRACKET; more; more = cursor.comma(CLOSE_BRACKET, count)) {
      cursor.trail[level] = count;
      if (count === expected) {
        const given = `${count + 1} or more`;
        throw cursor.stop('JSON-ARRAY-LENGTH', cursor.at, cursor.at + 1, { expected, given });
      }
      this.inline(element, at + count * element.size);
      count++;
    }
    this.#closeList();
    if (count !== expected)
      throw cursor.stop('JSON-ARRAY-LENGTH', cursor.at - 1, cursor.at, { expected, given: count });
  }

  /** Reads `[` and returns the level of the elements in the trail. */
  #openList(type: ValuePlan): number {
    const { cursor } = this;
    if (cursor.space() !== OPEN_BRACKET) throw cursor.wrongType(type.name);
    cursor.at++;
    return cursor.descend();
  }

  /** Goes behind the `]` that is next. */
  #closeList(): void {
    this.cursor.at++;
    this.cursor.ascend();
  }

  /** What must hold of a table as a whole. */
  checkTable(plan: RecordPlan, base: number): void {
    const { cursor } = this;
    const closer = cursor.at - 1;
    for (const field of plan.required) {
      if (this.frames.states[base + field.index] !== PRESENT) {
        throw cursor.stop('JSON-REQUIRED', closer, closer + 1, { type: plan.name, name: field.name });
      }
    }
    for (const { name, index, tag } of plan.unionVectors) {
      if (tag === null) continue;
      const tags = this.into.vectorLength(base + tag.index);
      const values = this.into.vectorLength(base + index);
      if (tags === values) continue;
      const params = { tags: Math.max(tags, 0), tag: tag.name, values: Math.max(values, 0), name };
      throw cursor.stop('JSON-UNION-LENGTH', closer, closer + 1, params);
    }
  }

  // Values outside their table

  /** Writes the value of a field that is no scalar and returns its offset, or where a struct is staged. */
  #reference(field: FieldPlan, base: number): number {
    const type = field.value;
    if (type.kind === STRING) return this.string(field.shared);
    if (type.kind === UNION) return this.#unionValue(field, this.#unionTag(field, base));
    if (type.kind === STRUCT && type.record !== null) {
      const at = this.into.stageStruct(type.size);
      this.struct(type.record, at);
      return at;
    }
    if (type.kind === TABLE && type.record !== null) return this.table(type.record);
    if (field.nested !== null) return this.#nested(field, field.nested);
    if (field.flexbuffer) {
      return this.into.bytes(readFlexBuffer(this.cursor, this.#rules.exactNumbers), FLEXBUFFER_ALIGNMENT);
    }
    return this.vector(field, base);
  }

  /** Reads and writes a string. */
  string(shared: boolean): Offset {
    const { cursor } = this;
    if (!cursor.isQuote(cursor.space())) throw cursor.wrongType('string');
    cursor.string();
    return this.into.string(cursor.content, cursor.contentStart, cursor.contentEnd, shared);
  }

  /** {@link DocumentReader.string} that most likely is ASCII without escapes; the cursor is at its quote. */
  shortString(): Offset {
    const { cursor } = this;
    const { bytes, view, at } = cursor;
    let to = at + 1;
    const last = bytes.length - 4;
    while (to <= last && isPlainText(view.getInt32(to, true))) to += 4;
    let seen = 0;
    let c = bytes[to];
    while (c !== QUOTE && c !== BACKSLASH && c >= SPACE) {
      seen |= c;
      c = bytes[++to];
    }
    if (c !== QUOTE || seen > 127) return this.string(false);
    cursor.at = to + 1;
    return this.into.output.textString(view, at + 1, to);
  }

  /** Reads and writes the vector of a field. */
  vector(field: FieldPlan, base: number): Offset {
    const type = field.value;
    const { element } = type;
    if (element === null) throw this.cursor.wrongType(type.name);
    const { into, staged } = this;
    const align = field.forceAlign === null ? 0 : this.#forcedAlignment(field, field.forceAlign);
    if (element.kind === UNION) this.#requireTags(field, base);
    const start = staged.length;
    const { cursor } = this;
    if (
      this.#rules.base64 &&
      (element.kind === BYTE || element.kind === UBYTE) &&
      cursor.isQuote(cursor.space())
    )
      return this.#base64(type, element, align);
    const level = this.#openList(type);
    let count = 0;
    for (let more = cursor.space() !== CLOSE_BRACKET; more; more = cursor.comma(CLOSE_BRACKET, count)) {
      cursor.trail[level] = count;
      const at = element.kind === STRUCT ? into.stageStruct(element.size) : staged.reserve(element.size);
      if (element.kind <= STRUCT) {
        this.inline(element, at);
      } else {
        const offset = this.#elementObject(field, element, base, count);
        // What was written may have moved the staged bytes.
        staged.view.setInt32(at, offset, true);
      }
      count++;
    }
    this.#closeList();
    return into.vector(type, element, start, count, align);
  }

  #base64(type: ValuePlan, element: ValuePlan, align: number): Offset {
    const { cursor, staged } = this;
    cursor.string();
    const bytes = readBase64(cursor.content, cursor.contentStart, cursor.contentEnd);
    if (bytes === null)
      throw cursor.stop('JSON-BASE64', cursor.tokenStart, cursor.tokenEnd, { type: type.name });
    const start = staged.reserve(bytes.length);
    staged.bytes.set(bytes, start);
    return this.into.vector(type, element, start, bytes.length, align);
  }

  /** Writes an element that is a string, table or union value. */
  #elementObject(field: FieldPlan, element: ValuePlan, base: number, index: number): Offset {
    if (element.kind === STRING) return this.string(false);
    if (element.kind === TABLE && element.record !== null) return this.table(element.record);
    return this.#unionValue(field, this.#elementTag(field, base, index));
  }

  /** The attribute `force_align` of a vector. */
  #forcedAlignment(field: FieldPlan, value: string): number {
    const align = /^\d+$/.test(value) ? Number(value) : 0;
    if (align >= 1 && align <= 32 && (align & (align - 1)) === 0) return align;
    const params = { name: field.name, value };
    throw this.cursor.stop('JSON-FORCE-ALIGN', this.cursor.keyStart, this.cursor.keyEnd, params);
  }

  #nested(field: FieldPlan, root: RecordPlan): Offset {
    const { cursor } = this;
    const c = cursor.space();
    if (c === OPEN_BRACKET || (this.#rules.base64 && cursor.isQuote(c))) {
      if (this.#rules.nestedBytes) return this.vector(field, 0);
      const hint = 'give it as an object, or set the option nestedBytes';
      throw cursor.stop('JSON-NESTED-BYTES', cursor.at, cursor.at + 1, { name: field.name }, hint);
    }
    // It must be plain JSON: the reference compiler cuts the text out with the limited skipper first.
    const start = cursor.at;
    skipValue(cursor);
    cursor.at = start;
    return this.into.nested(() => this.table(root));
  }

  // Unions

  /** The tag of a union: given before the value, or right after it. */
  #unionTag(field: FieldPlan, base: number): number {
    const { cursor } = this;
    const tag = this.#tagField(field);
    const cell = base + tag.index;
    if (this.into.frames.states[cell] === PRESENT) return this.frames.values[cell];
    const start = cursor.at;
    skipValue(cursor);
    const closer = cursor.space();
    if (closer === COMMA) cursor.at++;
    const c = closer === COMMA || cursor.rules.asciiProto ? cursor.space() : CLOSE_BRACE;
    if (c !== undefined && c !== CLOSE_BRACE && c !== CLOSE_BRACKET && readKey(cursor) === tag.name) {
      cursor.colon();
      cursor.enter();
      const value = this.scalars.read(tag.value);
      if (this.scalars.isNull) throw this.#notNull(tag.value);
      cursor.leave();
      cursor.at = start;
      return value;
    }
    throw cursor.stop('JSON-UNION-TYPE', this.cursor.keyStart, this.cursor.keyEnd, {
      name: field.name,
      tag: tag.name,
    });
  }

  /** The types of a vector of unions must come before the values. */
  #requireTags(field: FieldPlan, base: number): void {
    const tag = this.#tagField(field);
    if (this.frames.states[base + tag.index] === PRESENT) return;
    const hint = 'the types must come before the values';
    const params = { name: field.name, tag: tag.name };
    throw this.cursor.stop('JSON-UNION-TYPE', this.cursor.keyStart, this.cursor.keyEnd, params, hint);
  }

  #elementTag(field: FieldPlan, base: number, index: number): number {
    const tag = this.#tagField(field);
    const cell = base + tag.index;
    const tags = this.into.vectorLength(cell);
    if (index < tags) return this.into.tag(cell, index, tag.value.element?.size ?? 1);
    const { cursor } = this;
    const params = { tags, tag: tag.name, values: `${index + 1} or more`, name: field.name };
    throw cursor.stop('JSON-UNION-LENGTH', cursor.at, cursor.at + 1, params);
  }

  #tagField(field: FieldPlan): FieldPlan {
    if (field.tag === null) throw new Error(`internal error: the union ${field.name} has no tag`);
    return field.tag;
  }

  /** Writes the value of a union, whose member `tag` says its type. */
  #unionValue(field: FieldPlan, tag: number): Offset {
    const union = field.value.union ?? field.value.element?.union;
    const member = union?.members.get(tag);
    if (member?.kind === STRING) return this.string(field.shared);
    if (member?.kind === TABLE && member.record !== null) return this.table(member.record);
    if (member === undefined || member.record === null) {
      const { cursor } = this;
      const names = field.tag?.value.enum ?? field.tag?.value.element?.enum;
      const params = { value: names?.byNumber.get(tag)?.name ?? tag, union: union?.name ?? '' };
      cursor.space();
      throw cursor.stop('JSON-UNION-TAG', cursor.at, cursor.at + 1, params);
    }
    const { staged } = this;
    const stage = staged.length;
    const at = this.into.stageStruct(member.size);
    this.struct(member.record, at);
    staged.length = stage;
    return this.into.structObject(at, member);
  }
}
