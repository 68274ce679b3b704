// JavaScript values to a FlatBuffer, written in the order in which JSON with the same members would be. Values are not
// trusted: only own members are looked at, each once, and nesting is limited, so that cycles are an error.
import { encodeUtf8 } from '@fb/bytes';
import { didYouMean } from '@fb/diagnostics';
import type { Offset } from '@fb/flatbuffers';
import { encode as encodeFlexBuffer } from '@fb/flexbuffers';
import { ARRAY, DOUBLE, LONG, STRING, STRUCT, TABLE, ULONG, UNION } from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import { DEPTH_LIMIT } from '../text/cursor.js';
import { pathStep } from '../text/excerpt.js';
import type { Assembler } from '../write/assembler.js';
import { PRESENT } from '../write/frames.js';
import { ObjectError } from './object-error.js';
import { describeValue, scalarWords, type ScalarWords } from './scalar-words.js';

/** Encodes one object. */
export class ObjectEncoder {
  readonly #into: Assembler;
  readonly #unknownFields: boolean;
  /** Names and indexes from the root to the value being written. */
  readonly #trail: (string | number)[] = [];
  #depth = 0;

  constructor(into: Assembler, unknownFields: boolean) {
    this.#into = into;
    this.#unknownFields = unknownFields;
  }

  /** Writes a table. */
  table(plan: RecordPlan, value: unknown): Offset {
    const { frames, staged } = this.#into;
    const members = this.#members(plan, value);
    const stage = staged.length;
    const base = frames.open(plan.fields.length);
    for (const [field, member] of members) {
      this.#trail.push(field.name);
      this.#field(field, member, members, base);
      this.#trail.pop();
    }
    this.#checkTable(plan, base);
    const table = this.#into.table(plan, base);
    frames.close(base);
    staged.length = stage;
    this.#depth--;
    return table;
  }

  /** The members of an object, in their order, each read once; goes a level deeper. */
  #members(plan: RecordPlan, value: unknown): Map<FieldPlan, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
      throw this.#wrong(`expected ${plan.name}, found ${describeValue(value)}`);
    if (this.#depth++ === DEPTH_LIMIT)
      throw this.#wrong(`values are nested deeper than ${DEPTH_LIMIT} levels`);
    const members = new Map<FieldPlan, unknown>();
    for (const name of Object.keys(value)) {
      const field = plan.byName.get(name);
      if (field !== undefined) {
        const member = (value as Readonly<Record<string, unknown>>)[name];
        // Absence is not a value; of optional scalars neither is null.
        if (member === undefined || (member === null && (field.kind > DOUBLE || field.optional))) continue;
        members.set(field, member);
      } else if (!this.#unknownFields) {
        const hint = didYouMean(name, plan.byName.keys());
        throw this.#wrong(
          `${plan.name} has no field ${name.slice(0, 60)}${hint === null ? '' : `: ${hint}`}`,
        );
      }
    }
    return members;
  }

  #field(field: FieldPlan, value: unknown, members: ReadonlyMap<FieldPlan, unknown>, base: number): void {
    const { frames } = this.#into;
    const cell = base + field.index;
    const { kind } = field;
    if (kind <= DOUBLE) {
      const scalar = this.#scalar(field.value, value);
      if (kind === LONG || kind === ULONG) frames.setWords(cell, scalar.low, scalar.high);
      else frames.set(cell, scalar.value);
    } else {
      frames.set(cell, this.#reference(field, value, members));
    }
  }

  /** Writes a value that lives outside its table and returns its offset, or where a struct is staged. */
  #reference(field: FieldPlan, value: unknown, members: ReadonlyMap<FieldPlan, unknown>): Offset {
    const type = field.value;
    const into = this.#into;
    if (type.kind === STRING) return this.#string(value, field.shared);
    if (type.kind === UNION) return this.#union(field, this.#tag(field, members), value);
    if (type.kind === TABLE && type.record !== null) return this.table(type.record, value);
    if (type.kind === STRUCT && type.record !== null) {
      const at = into.stageStruct(type.size);
      this.#struct(type.record, value, at);
      return at;
    }
    const { nested } = field;
    if (nested !== null && !ArrayBuffer.isView(value)) return into.nested(() => this.table(nested, value));
    if (field.flexbuffer) return into.bytes(encodeFlexBuffer(value), 8);
    return this.#vector(field, value, members);
  }

  #string(value: unknown, shared: boolean): Offset {
    if (typeof value !== 'string') throw this.#wrong(`expected string, found ${describeValue(value)}`);
    const bytes = encodeUtf8(value);
    return this.#into.string(bytes, 0, bytes.length, shared);
  }

  #vector(field: FieldPlan, value: unknown, members: ReadonlyMap<FieldPlan, unknown>): Offset {
    const type = field.value;
    const { element } = type;
    if (element === null) throw this.#wrong(`expected ${type.name}`);
    const { staged } = this.#into;
    const tags = element.kind === UNION ? this.#tags(field, members) : [];
    const list = this.#list(type, value);
    if (element.kind === UNION && tags.length !== list.length)
      throw this.#wrong(`${tags.length} types for ${list.length} values`);
    const start = staged.length;
    for (let i = 0; i < list.length; i++) {
      this.#trail.push(i);
      const at =
        element.kind === STRUCT ? this.#into.stageStruct(element.size) : staged.reserve(element.size);
      if (element.kind <= STRUCT) {
        this.#inline(element, list[i], at);
      } else {
        const offset = this.#object(field, element, tags[i] ?? 0, list[i]);
        // What was written may have moved the staged bytes.
        staged.view.setInt32(at, offset, true);
      }
      this.#trail.pop();
    }
    const align = Number(field.forceAlign ?? 0);
    return this.#into.vector(type, element, start, list.length, align >= 1 && align <= 32 ? align : 0);
  }

  /** The elements of an array or a typed array. */
  #list(type: ValuePlan, value: unknown): ArrayLike<unknown> {
    if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
      return value as unknown as ArrayLike<unknown>;
    throw this.#wrong(`expected ${type.name}, found ${describeValue(value)}`);
  }

  #object(field: FieldPlan, element: ValuePlan, tag: number, value: unknown): Offset {
    if (element.kind === STRING) return this.#string(value, false);
    if (element.kind === TABLE && element.record !== null) return this.table(element.record, value);
    return this.#union(field, tag, value);
  }

  /** Writes a scalar, struct or array at a staged position. */
  #inline(type: ValuePlan, value: unknown, at: number): void {
    const { element } = type;
    if (type.kind === STRUCT && type.record !== null) return this.#struct(type.record, value, at);
    if (type.kind !== ARRAY || element === null) {
      const { value: number, low, high } = this.#scalar(type, value);
      return this.#into.stageScalar(type.kind, at, number, low, high);
    }
    const list = this.#list(type, value);
    if (list.length !== type.length)
      throw this.#wrong(`expected ${type.length} elements, found ${list.length}`);
    for (let i = 0; i < type.length; i++) {
      this.#trail.push(i);
      this.#inline(element, list[i], at + i * element.size);
      this.#trail.pop();
    }
  }

  #struct(plan: RecordPlan, value: unknown, at: number): void {
    const members = this.#members(plan, value);
    for (const [field, member] of members) {
      this.#trail.push(field.name);
      this.#inline(field.value, member, at + field.offset);
      this.#trail.pop();
    }
    const missing = plan.fields.find((field) => !members.has(field));
    if (missing !== undefined)
      throw this.#wrong(`the struct ${plan.name} needs all its fields: ${missing.name} is missing`);
    this.#into.alignForStruct(plan.align);
    this.#depth--;
  }

  #scalar(type: ValuePlan, value: unknown): ScalarWords {
    const scalar = scalarWords(type, value);
    if (typeof scalar === 'string') throw this.#wrong(scalar);
    return scalar;
  }

  // Unions

  #tag(field: FieldPlan, members: ReadonlyMap<FieldPlan, unknown>): number {
    const { tag } = field;
    if (tag === null || !members.has(tag))
      throw this.#wrong(`the value needs its type in ${tag?.name ?? ''}`);
    return this.#scalar(tag.value, members.get(tag)).value;
  }

  #tags(field: FieldPlan, members: ReadonlyMap<FieldPlan, unknown>): number[] {
    const element = field.tag?.value.element;
    if (field.tag === null || element === null || element === undefined || !members.has(field.tag))
      throw this.#wrong(`the values need their types in ${field.tag?.name ?? ''}`);
    const list = this.#list(field.tag.value, members.get(field.tag));
    return Array.from({ length: list.length }, (_, i) => this.#scalar(element, list[i]).value);
  }

  #union(field: FieldPlan, tag: number, value: unknown): Offset {
    const union = field.value.union ?? field.value.element?.union;
    const member = union?.members.get(tag);
    if (member?.kind === STRING) return this.#string(value, field.shared);
    if (member?.kind === TABLE && member.record !== null) return this.table(member.record, value);
    if (member === undefined || member.record === null)
      throw this.#wrong(`${tag} is not a member of ${union?.name ?? ''} that can have a value`);
    const { staged } = this.#into;
    const stage = staged.length;
    const at = this.#into.stageStruct(member.size);
    this.#struct(member.record, value, at);
    staged.length = stage;
    return this.#into.structObject(at, member);
  }

  #checkTable(plan: RecordPlan, base: number): void {
    const { states } = this.#into.frames;
    for (const field of plan.required)
      if (states[base + field.index] !== PRESENT)
        throw this.#wrong(`${plan.name} needs the field ${field.name}`);
    for (const { name, index, tag } of plan.unionVectors)
      if (tag !== null && states[base + tag.index] !== states[base + index])
        throw this.#wrong(`${tag.name} and ${name} must be as long as each other`);
  }

  #wrong(what: string): ObjectError {
    return new ObjectError(`$${this.#trail.map(pathStep).join('')}`, what);
  }
}
