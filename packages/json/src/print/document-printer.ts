// A FlatBuffer to JSON text, straight from the bytes. The buffer must have been verified for the same root: nothing is
// checked here but what the verifier lets pass and text has no form for.
import {
  CapacityError,
  appendByte,
  appendBytes,
  dataViewOf,
  encodeUtf8,
  type ForwardBuffer,
} from '@fb/bytes';
import { FlexBufferError, getRoot, printText } from '@fb/flexbuffers';
import { fieldOffset } from '../plan/field-offset.js';
import { BYTE, DOUBLE, STRING, STRUCT, TABLE, UBYTE, UNION, VECTOR } from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import { writeBase64 } from '../base64.js';
import { writeDefault, writeScalar, type ScalarRules } from './scalar-writer.js';
import { writeString, type StringRules } from './string-writer.js';
import { UnprintableError, type UnprintableErrorCode } from './unprintable-error.js';
import { word } from './word.js';

const NULL: Uint8Array = word('null');
const QUOTE = 34;
const COMMA = 44;
const SPACE = 32;
const LINE_FEED = 10;
/** Four of them. */
const SPACES = 0x20202020;

/** How many bytes behind the end may be written in passing. */
export const OVERRUN: number = 3;

/** How the text looks. */
export interface PrintRules extends StringRules, ScalarRules {
  readonly strict: boolean;
  readonly defaults: boolean;
  /** Spaces for each level; negative for no line breaks at all. */
  readonly indent: number;
  readonly base64: boolean;
  readonly nestedObjects: boolean;
  readonly flexbufferValues: boolean;
  /** No commas, and no colon before objects and vectors. */
  readonly asciiProto: boolean;
  /** Bytes of text; more are a `CapacityError`. */
  readonly maxTextSize: number;
}

/** Takes one piece of the text after the other; each is its own to keep. @public */
export type TextSink = (chunk: Uint8Array) => void;

/** How much text is collected for a sink, in bytes. */
const CHUNK = 1 << 16;

/** Functions that print records of one schema as the methods of {@link DocumentPrinter} do, by the records' numbers. */
export interface CompiledPrinters {
  readonly printers: Readonly<
    Record<number, ((printer: DocumentPrinter, at: number, level: number) => void) | undefined>
  >;
}

/**
 * Prints one document; `out` holds the text. What compiled printers call is public. Where they are at work the trail is
 * not kept, so that errors have no path: the buffer must then be printed without them.
 */
export class DocumentPrinter {
  readonly out: ForwardBuffer;
  readonly rules: PrintRules;
  view: DataView;
  #bytes: Uint8Array;
  readonly #compiled: CompiledPrinters | null;
  readonly #sink: TextSink | null;
  /** Bytes that the sink has got. */
  #drained = 0;
  /** Names and indexes from the root to what is being printed. */
  readonly #trail: (string | number)[] = [];

  constructor(
    bytes: Uint8Array,
    rules: PrintRules,
    out: ForwardBuffer,
    compiled: CompiledPrinters | null,
    sink: TextSink | null,
  ) {
    this.#bytes = bytes;
    this.view = dataViewOf(bytes);
    this.rules = rules;
    this.out = out;
    this.#compiled = compiled;
    this.#sink = sink;
  }

  /** Prints the table whose offset is at position `start`. */
  document(root: RecordPlan, start: number): void {
    this.table(root, start + this.view.getUint32(start, true), 0);
    this.end();
  }

  /** Prints what stands behind the document. */
  end(): void {
    if (this.rules.indent >= 0) this.#byte(LINE_FEED);
    if (this.#sink !== null) this.#drain(this.#sink);
  }

  /** Hands the text so far to the sink. */
  #drain(sink: TextSink): void {
    this.#drained += this.out.length;
    const limit = this.rules.maxTextSize;
    if (this.#drained > limit) throw new CapacityError(this.#drained, limit);
    sink(this.out.used().slice());
    this.out.clear();
  }

  /** Prints the table at `at`. */
  table(plan: RecordPlan, at: number, level: number): void {
    const compiled = this.#compiled?.printers[plan.id];
    if (compiled === undefined) this.anyTable(plan, at, level);
    else compiled(this, at, level);
  }

  /** {@link DocumentPrinter.table} from its plan. */
  anyTable(plan: RecordPlan, at: number, level: number): void {
    const { view } = this;
    const vtable = at - view.getInt32(at, true);
    const size = view.getUint16(vtable, true);
    let count = 0;
    this.#byte(123);
    for (const field of plan.fields) {
      const offset = fieldOffset(view, vtable, size, field);
      if (offset === 0) {
        if (field.kind <= DOUBLE && !field.deprecated && (field.key || this.rules.defaults))
          this.absent(field, level, count++);
        continue;
      }
      this.key(field, level, count++);
      this.#trail.push(field.name);
      this.member(field, at, offset, vtable, size, level + 1);
      this.#trail.pop();
    }
    this.close(level);
  }

  /** Prints the struct at `at`. */
  struct(plan: RecordPlan, at: number, level: number): void {
    const compiled = this.#compiled?.printers[plan.id];
    if (compiled === undefined) this.anyStruct(plan, at, level);
    else compiled(this, at, level);
  }

  /** {@link DocumentPrinter.struct} from its plan. */
  anyStruct(plan: RecordPlan, at: number, level: number): void {
    let count = 0;
    this.#byte(123);
    for (const field of plan.fields) {
      this.key(field, level, count++);
      this.#trail.push(field.name);
      this.value(field.value, at + field.offset, false, level + 1);
      this.#trail.pop();
    }
    this.close(level);
  }

  /** Prints the member number `count` of an object whose field is absent: its default. */
  absent(field: FieldPlan, level: number, count: number): void {
    this.key(field, level, count);
    if (field.optional) appendBytes(this.out, NULL);
    else writeDefault(this.out, field, this.rules);
  }

  /** Prints what stands before the value of the member number `count` of an object. */
  key(field: FieldPlan, level: number, count: number): void {
    const { rules, out } = this;
    if (this.#sink !== null && out.length >= CHUNK) this.#drain(this.#sink);
    const text = rules.strict ? field.quotedKey : field.bareKey;
    let at = this.#separate(level, count, text.length);
    const { bytes } = out;
    for (let i = 0; i < text.length; i++) bytes[at++] = text[i];
    if (rules.asciiProto && field.kind > DOUBLE && field.kind !== STRING && field.kind !== UNION) {
      bytes[--at - 1] = SPACE;
    }
    out.length = at;
  }

  /**
   * Makes room for the key of the member number `count`, which has `size` bytes, behind what stands before it. Returns where it
   * is to be written, four bytes at a time. For the usual texts, which have commas.
   */
  place(level: number, count: number, size: number): number {
    const { out } = this;
    if (this.#sink !== null && out.length >= CHUNK) this.#drain(this.#sink);
    const { indent } = this.rules;
    const width = indent < 0 ? 0 : (level + 1) * indent;
    let at = out.reserve(width + size + 2 + OVERRUN);
    const { bytes, view } = out;
    if (count > 0) bytes[at++] = COMMA;
    if (indent >= 0) {
      bytes[at++] = LINE_FEED;
      for (let i = 0; i < width; i += 4) view.setInt32(at + i, SPACES, true);
      at += width;
    }
    out.length = at + size;
    return at;
  }

  /** Writes a comma before all but the first and begins a line. Returns where `size` more bytes fit. */
  #separate(level: number, count: number, size: number): number {
    const { indent, asciiProto } = this.rules;
    const width = indent < 0 ? -1 : (level + 1) * indent;
    let at = this.out.reserve(width + size + 2);
    const { bytes } = this.out;
    if (count > 0 && !asciiProto) bytes[at++] = COMMA;
    if (width < 0) return at;
    bytes[at++] = LINE_FEED;
    // Mostly short, where a loop beats a call.
    for (const end = at + width; at < end; at++) bytes[at] = SPACE;
    return at;
  }

  /** Prints the end of an object. */
  close(level: number): void {
    this.line(level);
    this.#byte(125);
  }

  /** Prints the value of a table's field that is there, `offset` bytes behind the start of the table. */
  member(field: FieldPlan, at: number, offset: number, vtable: number, size: number, level: number): void {
    if (field.kind === UNION) {
      this.union(field, at + offset, this.tag(field, vtable, size, at), level);
    } else if (field.kind === VECTOR) {
      this.vectorField(field, this.target(at + offset, field.offset64), vtable, size, at, level);
    } else {
      this.value(field.value, at + offset, field.offset64, level);
    }
  }

  /** Prints a value of any type but a union or a vector, whose inline bytes are at `at`. */
  value(type: ValuePlan, at: number, wide: boolean, level: number): void {
    if (type.kind <= DOUBLE) return writeScalar(this.out, this.view, at, type, this.rules);
    if (type.kind === STRING) return this.string(this.target(at, wide));
    if (type.record !== null) {
      if (type.kind === STRUCT) return this.struct(type.record, at, level);
      return this.table(type.record, this.target(at, wide), level);
    }
    const { element } = type;
    if (element !== null)
      this.#list(type.length, level, (i) => this.value(element, at + i * element.size, false, level + 1));
  }

  /** Prints the string at `at`. */
  string(at: number): void {
    const start = at + 4;
    const end = start + this.view.getUint32(at, true);
    const bad = writeString(this.out, this.#bytes, this.view, start, end, this.rules);
    if (bad >= 0) throw this.#unprintable('utf8', bad, 'a string is not UTF-8');
  }

  /** Where the offset at `at` leads. */
  target(at: number, wide: boolean): number {
    const { view } = this;
    const high = wide ? view.getUint32(at + 4, true) * 0x100000000 : 0;
    return at + high + view.getUint32(at, true);
  }

  /** The tag of a union field; 0 if it is absent. */
  tag(field: FieldPlan, vtable: number, size: number, at: number): number {
    if (field.tag === null) return 0;
    const offset = fieldOffset(this.view, vtable, size, field.tag);
    return offset === 0 ? 0 : this.tagAt(at + offset, field.tag.value.size);
  }

  /** The tag at `at`, of `size` bytes. */
  tagAt(at: number, size: number): number {
    const { view } = this;
    if (size === 1) return view.getUint8(at);
    return size === 2 ? view.getUint16(at, true) : view.getInt32(at, true);
  }

  /** Prints the union value whose offset is at `at`. */
  union(field: FieldPlan, at: number, tag: number, level: number): void {
    const union = field.value.union ?? field.value.element?.union;
    const member = union?.members.get(tag);
    if (member === undefined) throw this.#unprintable('union', at, `the union type ${tag} is not known`);
    const target = this.target(at, false);
    if (member.kind === STRING) this.string(target);
    else if (member.record !== null) {
      if (member.kind === TABLE) this.table(member.record, target, level);
      else this.struct(member.record, target, level);
    }
  }

  /** Prints the vector at `at`, the value of a field of the table at `table`. */
  vectorField(
    field: FieldPlan,
    at: number,
    vtable: number,
    size: number,
    table: number,
    level: number,
  ): void {
    const { element, wide } = field.value;
    if (element === null) return;
    const count = this.view.getUint32(at, true);
    const first = at + (wide ? 8 : 4);
    if (field.nested !== null && this.rules.nestedObjects)
      return this.nested(field.nested, first, count, (root, start) => this.table(root, start, level));
    if (field.flexbuffer && this.rules.flexbufferValues) return this.#flexbuffer(first, count);
    if (this.rules.base64 && element.kind <= UBYTE && element.kind >= BYTE && element.enum === null) {
      this.#byte(QUOTE);
      writeBase64(this.out, this.#bytes, first, first + count);
      return this.#byte(QUOTE);
    }
    let tags = 0;
    let tagSize = 1;
    if (element.kind === UNION && field.tag !== null) {
      const offset = fieldOffset(this.view, vtable, size, field.tag);
      // A verified buffer has as many tags as values.
      tags = this.target(table + offset, false) + 4;
      tagSize = field.tag.value.element?.size ?? 1;
    }
    this.#list(count, level, (i) => {
      const each = first + i * element.size;
      if (element.kind === UNION) this.union(field, each, this.tagAt(tags + i * tagSize, tagSize), level + 1);
      else this.value(element, each, false, level + 1);
    });
  }

  #list(count: number, level: number, print: (index: number) => void): void {
    const depth = this.#trail.length;
    this.#byte(91);
    for (let i = 0; i < count; i++) {
      this.element(level, i);
      this.#trail[depth] = i;
      print(i);
    }
    this.#trail.length = depth;
    this.closeList(level, count);
  }

  /** Prints what stands before the element number `index` of a list. */
  element(level: number, index: number): void {
    if (this.#sink !== null && this.out.length >= CHUNK) this.#drain(this.#sink);
    this.out.length = this.#separate(level, index, 0);
  }

  /** Prints the end of a list; an empty one has a blank line. */
  closeList(level: number, count: number): void {
    if (count === 0) this.line(-1);
    this.line(level);
    this.#byte(93);
  }

  /** Calls `visit` with the root of the buffer in the `count` bytes at `first`, while positions are those in that buffer. */
  nested<T>(root: RecordPlan, first: number, count: number, visit: (root: RecordPlan, at: number) => T): T {
    const outer = this.#bytes;
    const { view } = this;
    this.#bytes = outer.subarray(first, first + count);
    this.view = dataViewOf(this.#bytes);
    const result = visit(root, this.view.getUint32(0, true));
    this.#bytes = outer;
    this.view = view;
    return result;
  }

  #flexbuffer(first: number, count: number): void {
    const root = getRoot(this.#bytes.subarray(first, first + count));
    try {
      const text = printText(root, { quoteStrings: true, quoteKeys: this.rules.strict });
      appendBytes(this.out, encodeUtf8(text));
    } catch (error) {
      // Values that are shared very often make a text without end.
      if (!(error instanceof FlexBufferError)) throw error;
      throw this.#unprintable('flexbuffer', first, error.message);
    }
  }

  /** A line break and the indentation of a level; no indentation for a negative one. */
  line(level: number): void {
    const { indent } = this.rules;
    if (indent < 0) return;
    const width = level > 0 ? level * indent : 0;
    const at = this.out.reserve(1 + width);
    const { bytes } = this.out;
    bytes[at] = LINE_FEED;
    // Mostly short, where a loop beats a call.
    for (let i = at + 1; i <= at + width; i++) bytes[i] = SPACE;
  }

  #byte(c: number): void {
    appendByte(this.out, c);
  }

  #unprintable(code: UnprintableErrorCode, offset: number, what: string): UnprintableError {
    const path = this.#trail.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return new UnprintableError(code, offset, path.replace(/^\./, ''), what);
  }
}
