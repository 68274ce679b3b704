// A FlatBuffer to JSON text, straight from the bytes. The buffer must have been verified for the same root: nothing is
// checked here but what the verifier lets pass and text has no form for.
import { ForwardBuffer, dataViewOf, encodeUtf8 } from '@fb/bytes';
import { FlexBufferError, getRoot, printText } from '@fb/flexbuffers';
import { appendByte, appendBytes } from '../append.js';
import { fieldOffset } from '../plan/field-offset.js';
import { DOUBLE, STRING, STRUCT, TABLE, UNION, VECTOR } from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import { writeDefault, writeScalar } from './scalar-writer.js';
import { writeString, type StringRules } from './string-writer.js';
import { UnprintableError, type UnprintableErrorCode } from './unprintable-error.js';
import { word } from './word.js';

const NULL: Uint8Array = word('null');
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const SPACE = 32;
const LINE_FEED = 10;

/** How the text looks. */
export interface PrintRules extends StringRules {
  readonly strict: boolean;
  readonly defaults: boolean;
  /** Spaces for each level; negative for no line breaks at all. */
  readonly indent: number;
  readonly enumNames: boolean;
  readonly nestedObjects: boolean;
  readonly flexbufferValues: boolean;
  /** No commas, and no colon before objects and vectors. */
  readonly asciiProto: boolean;
  /** Bytes of text; more are a `CapacityError`. */
  readonly maxTextSize: number;
}

/** Prints one document; `out` holds the text. */
export class DocumentPrinter {
  readonly out: ForwardBuffer;
  readonly #rules: PrintRules;
  #bytes: Uint8Array;
  #view: DataView;
  /** Names and indexes from the root to what is being printed. */
  readonly #trail: (string | number)[] = [];

  constructor(bytes: Uint8Array, rules: PrintRules) {
    this.#bytes = bytes;
    this.#view = dataViewOf(bytes);
    this.#rules = rules;
    this.out = new ForwardBuffer(4096, rules.maxTextSize);
  }

  /** Prints the table whose offset is at position `start`. */
  document(root: RecordPlan, start: number): void {
    this.#table(root, start + this.#view.getUint32(start, true), 0);
    if (this.#rules.indent >= 0) this.#byte(LINE_FEED);
  }

  #table(plan: RecordPlan, at: number, level: number): void {
    const view = this.#view;
    const vtable = at - view.getInt32(at, true);
    const size = view.getUint16(vtable, true);
    let count = 0;
    this.#byte(123);
    for (const field of plan.fields) {
      const offset = fieldOffset(view, vtable, size, field);
      if (offset === 0 && (field.kind > DOUBLE || field.deprecated || !(field.key || this.#rules.defaults)))
        continue;
      this.#key(field, level, count++);
      if (offset === 0) {
        if (field.optional) appendBytes(this.out, NULL);
        else writeDefault(this.out, field, this.#rules.enumNames);
      } else if (field.kind === UNION) {
        this.#union(field, at + offset, this.#tag(field, vtable, size, at), level + 1);
      } else if (field.kind === VECTOR) {
        this.#vectorField(field, this.#target(at + offset, field.offset64), vtable, size, at, level + 1);
      } else {
        this.#value(field.value, at + offset, field.offset64, level + 1);
      }
      this.#trail.pop();
    }
    this.#line(level);
    this.#byte(125);
  }

  #struct(plan: RecordPlan, at: number, level: number): void {
    let count = 0;
    this.#byte(123);
    for (const field of plan.fields) {
      this.#key(field, level, count++);
      this.#value(field.value, at + field.offset, false, level + 1);
      this.#trail.pop();
    }
    this.#line(level);
    this.#byte(125);
  }

  #key(field: FieldPlan, level: number, count: number): void {
    if (count > 0 && !this.#rules.asciiProto) this.#byte(COMMA);
    this.#line(level + 1);
    if (this.#rules.strict) this.#byte(QUOTE);
    appendBytes(this.out, field.nameBytes);
    if (this.#rules.strict) this.#byte(QUOTE);
    if (!this.#rules.asciiProto || field.kind <= DOUBLE || field.kind === STRING || field.kind === UNION)
      this.#byte(COLON);
    this.#byte(SPACE);
    this.#trail.push(field.name);
  }

  /** A value of any type but a union or a vector, whose inline bytes are at `at`. */
  #value(type: ValuePlan, at: number, wide: boolean, level: number): void {
    if (type.kind <= DOUBLE) return writeScalar(this.out, this.#view, at, type, this.#rules.enumNames);
    if (type.kind === STRING) return this.#string(this.#target(at, wide));
    if (type.record !== null) {
      if (type.kind === STRUCT) return this.#struct(type.record, at, level);
      return this.#table(type.record, this.#target(at, wide), level);
    }
    const { element } = type;
    if (element !== null)
      this.#list(type.length, level, (i) => this.#value(element, at + i * element.size, false, level + 1));
  }

  /** Where the offset at `at` leads. */
  #target(at: number, wide: boolean): number {
    const view = this.#view;
    const high = wide ? view.getUint32(at + 4, true) * 0x100000000 : 0;
    return at + high + view.getUint32(at, true);
  }

  #string(at: number): void {
    const start = at + 4;
    const bad = writeString(
      this.out,
      this.#bytes,
      start,
      start + this.#view.getUint32(at, true),
      this.#rules,
    );
    if (bad >= 0) throw this.#unprintable('utf8', bad, 'a string is not UTF-8');
  }

  /** The tag of a union field; 0 if it is absent. */
  #tag(field: FieldPlan, vtable: number, size: number, at: number): number {
    if (field.tag === null) return 0;
    const offset = fieldOffset(this.#view, vtable, size, field.tag);
    return offset === 0 ? 0 : this.#tagAt(at + offset, field.tag.value.size);
  }

  #tagAt(at: number, size: number): number {
    const view = this.#view;
    if (size === 1) return view.getUint8(at);
    return size === 2 ? view.getUint16(at, true) : view.getInt32(at, true);
  }

  #union(field: FieldPlan, at: number, tag: number, level: number): void {
    const union = field.value.union ?? field.value.element?.union;
    const member = union?.members.get(tag);
    if (member === undefined) throw this.#unprintable('union', at, `the union type ${tag} is not known`);
    const target = this.#target(at, false);
    if (member.kind === STRING) this.#string(target);
    else if (member.record !== null) {
      if (member.kind === TABLE) this.#table(member.record, target, level);
      else this.#struct(member.record, target, level);
    }
  }

  #vectorField(
    field: FieldPlan,
    at: number,
    vtable: number,
    size: number,
    table: number,
    level: number,
  ): void {
    const { element, wide } = field.value;
    if (element === null) return;
    const count = this.#view.getUint32(at, true);
    const first = at + (wide ? 8 : 4);
    if (field.nested !== null && this.#rules.nestedObjects)
      return this.#nested(field.nested, first, count, level);
    if (field.flexbuffer && this.#rules.flexbufferValues) return this.#flexbuffer(first, count);
    let tags = 0;
    let tagSize = 1;
    if (element.kind === UNION && field.tag !== null) {
      const offset = fieldOffset(this.#view, vtable, size, field.tag);
      // A verified buffer has as many tags as values.
      tags = this.#target(table + offset, false) + 4;
      tagSize = field.tag.value.element?.size ?? 1;
    }
    this.#list(count, level, (i) => {
      const each = first + i * element.size;
      if (element.kind === UNION)
        this.#union(field, each, this.#tagAt(tags + i * tagSize, tagSize), level + 1);
      else this.#value(element, each, false, level + 1);
    });
  }

  /** Prints `[`, the elements, `]`; an empty list has a blank line. */
  #list(count: number, level: number, print: (index: number) => void): void {
    const depth = this.#trail.length;
    this.#byte(91);
    for (let i = 0; i < count; i++) {
      if (i > 0 && !this.#rules.asciiProto) this.#byte(COMMA);
      this.#line(level + 1);
      this.#trail[depth] = i;
      print(i);
    }
    this.#trail.length = depth;
    if (count === 0) this.#line(-1);
    this.#line(level);
    this.#byte(93);
  }

  #nested(root: RecordPlan, first: number, count: number, level: number): void {
    const outer = this.#bytes;
    const view = this.#view;
    this.#bytes = outer.subarray(first, first + count);
    this.#view = dataViewOf(this.#bytes);
    this.#table(root, this.#view.getUint32(0, true), level);
    this.#bytes = outer;
    this.#view = view;
  }

  #flexbuffer(first: number, count: number): void {
    const root = getRoot(this.#bytes.subarray(first, first + count));
    try {
      const text = printText(root, { quoteStrings: true, quoteKeys: this.#rules.strict });
      appendBytes(this.out, encodeUtf8(text));
    } catch (error) {
      // Values that are shared very often make a text without end.
      if (!(error instanceof FlexBufferError)) throw error;
      throw this.#unprintable('flexbuffer', first, error.message);
    }
  }

  /** A line break and the indentation of a level; no indentation for a negative one. */
  #line(level: number): void {
    const { indent } = this.#rules;
    if (indent < 0) return;
    const width = level > 0 ? level * indent : 0;
    const at = this.out.reserve(1 + width);
    const { bytes } = this.out;
    bytes[at] = LINE_FEED;
    bytes.fill(SPACE, at + 1, at + 1 + width);
  }

  #byte(c: number): void {
    appendByte(this.out, c);
  }

  #unprintable(code: UnprintableErrorCode, offset: number, what: string): UnprintableError {
    const path = this.#trail.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return new UnprintableError(code, offset, path.replace(/^\./, ''), what);
  }
}
