// JSON text to a FlatBuffer in one pass: values that live outside their table are written when they are met, the table
// itself when it closes. This is the text's side; assembler.ts is the buffer's.
import type { Offset } from '@fb/flatbuffers';
import { didYouMean } from '@fb/diagnostics';
import { ARRAY, DOUBLE, LONG, STRING, STRUCT, TABLE, ULONG, UNION } from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import type { Planner } from '../plan/planner.js';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  LOWER_N,
  OPEN_BRACE,
  OPEN_BRACKET,
  isWordPart,
} from '../text/characters.js';
import type { Cursor } from '../text/cursor.js';
import type { Stop } from '../text/stop.js';
import { Assembler } from './assembler.js';
import { readFlexBuffer } from './flex-reader.js';
import { ABSENT, PRESENT } from './frames.js';
import { readKey } from './read-key.js';
import { ScalarReader } from './scalar-reader.js';
import { skipValue } from './skip-value.js';

/** What the bytes of a FlexBuffer in a field are aligned to. */
const FLEXBUFFER_ALIGNMENT = 8;

/** What the reader does where there is a choice. */
export interface ReadRules {
  readonly unknownFields: boolean;
  readonly forceDefaults: boolean;
  readonly nestedBytes: boolean;
  readonly sizePrefixed: boolean;
  readonly allowTrailing: boolean;
  /** In FlexBuffer fields. */
  readonly exactNumbers: boolean;
}

/** Reads one document. */
export class DocumentReader {
  readonly #cursor: Cursor;
  readonly #rules: ReadRules;
  readonly #scalars: ScalarReader;
  readonly #out: Assembler;
  /** The key read last. */
  #keyStart = 0;
  #keyEnd = 0;

  constructor(cursor: Cursor, planner: Planner, rules: ReadRules) {
    this.#cursor = cursor;
    this.#rules = rules;
    this.#scalars = new ScalarReader(cursor, planner);
    this.#out = new Assembler(rules.forceDefaults);
  }

  /** Reads the root table, which must be all of the text unless `allowTrailing`, and finishes the buffer. */
  document(root: RecordPlan, identifier: string | undefined): Uint8Array {
    const cursor = this.#cursor;
    if (cursor.space() !== OPEN_BRACE) throw cursor.wrongType(`${root.name} as an object`);
    const table = this.#table(root);
    const end = cursor.at;
    if (cursor.space() !== undefined) {
      const start = cursor.at;
      const found = cursor.token();
      if (!this.#rules.allowTrailing) throw cursor.stop('JSON-TRAILING', start, cursor.at, { found });
    }
    cursor.at = end;
    this.#out.builder.finish(table, identifier, this.#rules.sizePrefixed);
    return this.#out.builder.asUint8Array();
  }

  // Tables and structs

  #table(plan: RecordPlan): Offset {
    const { frames, staged } = this.#out;
    const stage = staged.length;
    const base = frames.open(plan.fields.length);
    this.#members(plan, base, 0);
    this.#checkTable(plan, base);
    const table = this.#out.table(plan, base);
    frames.close(base);
    staged.length = stage;
    return table;
  }

  /** Reads a struct into the staged bytes at `at`, which are zero. */
  #struct(plan: RecordPlan, at: number): void {
    const { frames } = this.#out;
    const base = frames.open(plan.fields.length);
    this.#members(plan, base, at);
    const missing = plan.fields.find((field) => frames.state(base + field.index) !== PRESENT);
    if (missing !== undefined) {
      const { at: end } = this.#cursor;
      const params = { type: plan.name, count: plan.fields.length, name: missing.name };
      throw this.#cursor.stop('JSON-STRUCT-FIELDS', end - 1, end, params);
    }
    frames.close(base);
    this.#out.alignForStruct(plan.align);
  }

  /** Reads `{ key: value, ... }` or `[ value, ... ]` with all fields in order; the cursor is then behind the closer. */
  #members(plan: RecordPlan, base: number, at: number): void {
    const cursor = this.#cursor;
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
      if (this.#member(plan, field, base, at)) count++;
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
    const cursor = this.#cursor;
    const field = plan.fields[count];
    if (field === undefined) {
      const params = { count, type: plan.name };
      cursor.space();
      throw cursor.stop('JSON-TUPLE-LONG', cursor.at, cursor.at + 1, params);
    }
    this.#keyStart = this.#keyEnd = cursor.at;
    return field;
  }

  /** Reads a key and its colon. `null` if the member is to be left out, which was done then. */
  #namedField(plan: RecordPlan, guess: number): FieldPlan | null {
    const cursor = this.#cursor;
    const expected = plan.fields[guess];
    if (expected !== undefined && this.#takeKey(expected.nameBytes)) {
      cursor.colon();
      return expected;
    }
    const name = readKey(cursor);
    this.#keyStart = cursor.tokenStart;
    this.#keyEnd = cursor.tokenEnd;
    cursor.colon();
    const field = plan.byName.get(name);
    if (field !== undefined) return field;
    if (name === '$schema') {
      if (!cursor.isQuote(cursor.space())) throw cursor.wrongType('string');
      cursor.string();
    } else if (this.#rules.unknownFields) {
      skipValue(cursor);
    } else {
      const hint = didYouMean(name, plan.byName.keys());
      throw cursor.stop('JSON-FIELD-UNKNOWN', this.#keyStart, this.#keyEnd, { type: plan.name, name }, hint);
    }
    return null;
  }

  /** Reads the key if it is written just so: most texts have their members in the schema's order. */
  #takeKey(name: Uint8Array): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    const start = cursor.at;
    const isQuoted = cursor.isQuote(bytes[start]);
    let at = isQuoted ? start + 1 : start;
    for (let i = 0; i < name.length; i++, at++) if (bytes[at] !== name[i]) return false;
    if (isQuoted ? bytes[at] !== bytes[start] : cursor.rules.strict || isWordPart(bytes[at])) return false;
    this.#keyStart = start;
    this.#keyEnd = cursor.at = isQuoted ? at + 1 : at;
    return true;
  }

  /** Reads the value of a field. Returns whether it counts as given: `null` stands for absence but in scalars. */
  #member(plan: RecordPlan, field: FieldPlan, base: number, at: number): boolean {
    const cursor = this.#cursor;
    const { frames } = this.#out;
    const cell = base + field.index;
    const c = cursor.space();
    if (field.kind > DOUBLE && c === LOWER_N && cursor.takeWord('null')) return false;
    if (frames.state(cell) !== ABSENT) {
      throw cursor.stop('JSON-FIELD-TWICE', this.#keyStart, this.#keyEnd, { name: field.name });
    }
    if (plan.isStruct) {
      this.#inline(field.value, at + field.offset);
      frames.set(cell, 0);
    } else if (field.kind <= DOUBLE) {
      this.#scalar(field, cell);
    } else {
      frames.set(cell, this.#reference(field, base));
    }
    return true;
  }

  #scalar(field: FieldPlan, cell: number): void {
    const { frames } = this.#out;
    const value = this.#scalars.read(field.value);
    if (this.#scalars.isNull) {
      if (!field.optional) throw this.#notNull(field.value);
      frames.setNull(cell);
    } else if (field.kind === LONG || field.kind === ULONG) {
      frames.setWords(cell, this.#scalars.low, this.#scalars.high);
    } else {
      frames.set(cell, value);
    }
  }

  #notNull(type: ValuePlan): Stop {
    return this.#cursor.stop('JSON-NULL', this.#cursor.tokenStart, this.#cursor.tokenEnd, {
      type: type.name,
    });
  }

  /** A value into the staged bytes at `at`: a member of a struct, or an element of a vector or array. */
  #inline(type: ValuePlan, at: number): void {
    if (type.kind === STRUCT && type.record !== null) return this.#struct(type.record, at);
    if (type.kind === ARRAY) return this.#array(type, at);
    const scalars = this.#scalars;
    const value = scalars.read(type);
    if (scalars.isNull) throw this.#notNull(type);
    this.#out.stageScalar(type.kind, at, value, scalars.low, scalars.high);
  }

  #array(type: ValuePlan, at: number): void {
    const { element, length: expected } = type;
    if (element === null) return;
    const cursor = this.#cursor;
    const given = this.#elements(type, (i) => {
      if (i === expected) {
        throw cursor.stop('JSON-ARRAY-LENGTH', cursor.at, cursor.at + 1, {
          expected,
          given: `${i + 1} or more`,
        });
      }
      this.#inline(element, at + i * element.size);
    });
    if (given !== expected)
      throw cursor.stop('JSON-ARRAY-LENGTH', cursor.at - 1, cursor.at, { expected, given });
  }

  /** Reads `[ ... ]`, calling `read` at each element; returns how many there were. */
  #elements(type: ValuePlan, read: (index: number) => void): number {
    const cursor = this.#cursor;
    if (cursor.space() !== OPEN_BRACKET) throw cursor.wrongType(type.name);
    cursor.at++;
    const level = cursor.descend();
    let count = 0;
    for (let more = cursor.space() !== CLOSE_BRACKET; more; more = cursor.comma(CLOSE_BRACKET, count)) {
      cursor.trail[level] = count;
      read(count++);
    }
    cursor.at++;
    cursor.ascend();
    return count;
  }

  /** What must hold of a table as a whole. */
  #checkTable(plan: RecordPlan, base: number): void {
    const cursor = this.#cursor;
    const closer = cursor.at - 1;
    for (const field of plan.required) {
      if (this.#out.frames.state(base + field.index) !== PRESENT) {
        throw cursor.stop('JSON-REQUIRED', closer, closer + 1, { type: plan.name, name: field.name });
      }
    }
    for (const { name, index, tag } of plan.unionVectors) {
      if (tag === null) continue;
      const tags = this.#out.vectorLength(base + tag.index);
      const values = this.#out.vectorLength(base + index);
      if (tags === values) continue;
      const params = { tags: Math.max(tags, 0), tag: tag.name, values: Math.max(values, 0), name };
      throw cursor.stop('JSON-UNION-LENGTH', closer, closer + 1, params);
    }
  }

  // Values outside their table

  /** Writes the value of a field that is no scalar and returns its offset, or where a struct is staged. */
  #reference(field: FieldPlan, base: number): number {
    const type = field.value;
    if (type.kind === STRING) return this.#string(field.shared);
    if (type.kind === UNION) return this.#unionValue(field, this.#unionTag(field, base));
    if (type.kind === STRUCT && type.record !== null) {
      const at = this.#out.stageStruct(type.size);
      this.#struct(type.record, at);
      return at;
    }
    if (type.kind === TABLE && type.record !== null) return this.#table(type.record);
    if (field.nested !== null) return this.#nested(field, field.nested);
    if (field.flexbuffer) {
      return this.#out.bytes(readFlexBuffer(this.#cursor, this.#rules.exactNumbers), FLEXBUFFER_ALIGNMENT);
    }
    return this.#vector(field, base);
  }

  #string(shared: boolean): Offset {
    const cursor = this.#cursor;
    if (!cursor.isQuote(cursor.space())) throw cursor.wrongType('string');
    cursor.string();
    return this.#out.string(cursor.content.subarray(cursor.contentStart, cursor.contentEnd), shared);
  }

  #vector(field: FieldPlan, base: number): Offset {
    const type = field.value;
    const { element } = type;
    if (element === null) throw this.#cursor.wrongType(type.name);
    const out = this.#out;
    const align = this.#forcedAlignment(field);
    if (element.kind === UNION) this.#requireTags(field, base);
    const start = out.staged.length;
    const count = this.#elements(type, (i) => {
      const at = element.kind === STRUCT ? out.stageStruct(element.size) : out.staged.reserve(element.size);
      if (element.kind <= STRUCT) return this.#inline(element, at);
      const offset = this.#elementObject(field, element, base, i);
      // What was written may have moved the staged bytes.
      out.staged.view.setInt32(at, offset, true);
    });
    return out.vector(type, element, start, count, align);
  }

  /** Writes an element that is a string, table or union value. */
  #elementObject(field: FieldPlan, element: ValuePlan, base: number, index: number): Offset {
    if (element.kind === STRING) return this.#string(false);
    if (element.kind === TABLE && element.record !== null) return this.#table(element.record);
    return this.#unionValue(field, this.#elementTag(field, base, index));
  }

  /** The attribute `force_align` of a vector; 0 without it. */
  #forcedAlignment(field: FieldPlan): number {
    if (field.forceAlign === null) return 0;
    const align = /^\d+$/.test(field.forceAlign) ? Number(field.forceAlign) : 0;
    if (align >= 1 && align <= 32 && (align & (align - 1)) === 0) return align;
    const params = { name: field.name, value: field.forceAlign };
    throw this.#cursor.stop('JSON-FORCE-ALIGN', this.#keyStart, this.#keyEnd, params);
  }

  #nested(field: FieldPlan, root: RecordPlan): Offset {
    const cursor = this.#cursor;
    if (cursor.space() === OPEN_BRACKET) {
      if (this.#rules.nestedBytes) return this.#vector(field, 0);
      const hint = 'give it as an object, or set the option nestedBytes';
      throw cursor.stop('JSON-NESTED-BYTES', cursor.at, cursor.at + 1, { name: field.name }, hint);
    }
    // It must be plain JSON: the reference compiler cuts the text out with the limited skipper first.
    const start = cursor.at;
    skipValue(cursor);
    cursor.at = start;
    return this.#out.nested(() => this.#table(root));
  }

  // Unions

  /** The tag of a union: given before the value, or right after it. */
  #unionTag(field: FieldPlan, base: number): number {
    const cursor = this.#cursor;
    const tag = this.#tagField(field);
    const cell = base + tag.index;
    if (this.#out.frames.state(cell) === PRESENT) return this.#out.frames.value(cell);
    const start = cursor.at;
    skipValue(cursor);
    const closer = cursor.space();
    if (closer === COMMA) cursor.at++;
    const c = closer === COMMA || cursor.rules.asciiProto ? cursor.space() : CLOSE_BRACE;
    if (c !== undefined && c !== CLOSE_BRACE && c !== CLOSE_BRACKET && readKey(cursor) === tag.name) {
      cursor.colon();
      cursor.enter();
      const value = this.#scalars.read(tag.value);
      if (this.#scalars.isNull) throw this.#notNull(tag.value);
      cursor.leave();
      cursor.at = start;
      return value;
    }
    throw cursor.stop('JSON-UNION-TYPE', this.#keyStart, this.#keyEnd, { name: field.name, tag: tag.name });
  }

  /** The types of a vector of unions must come before the values. */
  #requireTags(field: FieldPlan, base: number): void {
    const tag = this.#tagField(field);
    if (this.#out.frames.state(base + tag.index) === PRESENT) return;
    const hint = 'the types must come before the values';
    const params = { name: field.name, tag: tag.name };
    throw this.#cursor.stop('JSON-UNION-TYPE', this.#keyStart, this.#keyEnd, params, hint);
  }

  #elementTag(field: FieldPlan, base: number, index: number): number {
    const tag = this.#tagField(field);
    const cell = base + tag.index;
    const tags = this.#out.vectorLength(cell);
    if (index < tags) return this.#out.tag(cell, index, tag.value.element?.size ?? 1);
    const cursor = this.#cursor;
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
    if (member?.kind === STRING) return this.#string(field.shared);
    if (member?.kind === TABLE && member.record !== null) return this.#table(member.record);
    if (member === undefined || member.record === null) {
      const cursor = this.#cursor;
      const names = field.tag?.value.enum ?? field.tag?.value.element?.enum;
      const params = { value: names?.byNumber.get(tag)?.name ?? tag, union: union?.name ?? '' };
      cursor.space();
      throw cursor.stop('JSON-UNION-TAG', cursor.at, cursor.at + 1, params);
    }
    const { staged } = this.#out;
    const stage = staged.length;
    const at = this.#out.stageStruct(member.size);
    this.#struct(member.record, at);
    staged.length = stage;
    return this.#out.structObject(at, member);
  }
}
