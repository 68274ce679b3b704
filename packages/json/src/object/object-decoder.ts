// A FlatBuffer to JavaScript values. The buffer must have been verified for the same root.
import { dataViewOf, decodeUtf8 } from '@fb/bytes';
import { decode as decodeFlexBuffer } from '@fb/flexbuffers';
import { fieldOffset } from '../plan/field-offset.js';
import {
  BOOL,
  BYTE,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  SHORT,
  STRING,
  STRUCT,
  TABLE,
  UBYTE,
  UINT,
  ULONG,
  UNION,
  USHORT,
  VECTOR,
} from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import type { FlatObject, FlatScalar, FlatValue } from './object-options.js';

/** What the decoder does where there is a choice. */
export interface DecodeRules {
  readonly defaults: boolean;
  readonly longNumbers: boolean;
  readonly enumNames: boolean;
}

/** Decodes one buffer. */
export class ObjectDecoder {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #rules: DecodeRules;

  constructor(bytes: Uint8Array, rules: DecodeRules) {
    this.#bytes = bytes;
    this.#view = dataViewOf(bytes);
    this.#rules = rules;
  }

  /** The table whose offset is at position `start`. */
  document(root: RecordPlan, start: number): FlatObject {
    return this.#table(root, start + this.#view.getUint32(start, true));
  }

  #table(plan: RecordPlan, at: number): FlatObject {
    const view = this.#view;
    const vtable = at - view.getInt32(at, true);
    const size = view.getUint16(vtable, true);
    const object: Record<string, FlatValue> = {};
    for (const field of plan.fields) {
      const offset = fieldOffset(view, vtable, size, field);
      if (offset !== 0) setMember(object, field.name, this.#member(field, at, offset, vtable, size));
      else if (this.#rules.defaults && field.kind <= DOUBLE && !field.deprecated)
        setMember(object, field.name, this.#default(field));
    }
    return object;
  }

  #struct(plan: RecordPlan, at: number): FlatObject {
    const object: Record<string, FlatValue> = {};
    for (const field of plan.fields)
      setMember(object, field.name, this.#value(field.value, at + field.offset, false));
    return object;
  }

  #member(field: FieldPlan, table: number, offset: number, vtable: number, size: number): FlatValue {
    const at = table + offset;
    if (field.kind === UNION && field.tag !== null) {
      const tag = fieldOffset(this.#view, vtable, size, field.tag);
      return this.#union(field, at, tag === 0 ? 0 : this.#tag(table + tag, field.tag.value.size));
    }
    if (field.kind !== VECTOR) return this.#value(field.value, at, field.offset64);
    const { element, wide } = field.value;
    if (element === null) return null;
    const vector = this.#target(at, field.offset64);
    const count = this.#view.getUint32(vector, true);
    const first = vector + (wide ? 8 : 4);
    const bytes = this.#bytes.subarray(first, first + count);
    if (field.nested !== null) return new ObjectDecoder(bytes, this.#rules).document(field.nested, 0);
    if (field.flexbuffer) return decodeFlexBuffer(bytes) as FlatValue;
    if (element.kind === UBYTE && element.enum === null) return bytes.slice();
    if (element.kind !== UNION || field.tag === null)
      return Array.from({ length: count }, (_, i) => this.#value(element, first + i * element.size, false));
    // A verified buffer has as many tags as values.
    const tags = this.#target(table + fieldOffset(this.#view, vtable, size, field.tag), false) + 4;
    const tagSize = field.tag.value.element?.size ?? 1;
    return Array.from({ length: count }, (_, i) =>
      this.#union(field, first + i * 4, this.#tag(tags + i * tagSize, tagSize)),
    );
  }

  #value(type: ValuePlan, at: number, wide: boolean): FlatValue {
    const { kind, record, element } = type;
    if (kind <= DOUBLE) return this.#scalar(type, at);
    if (kind === STRING) return this.#string(this.#target(at, wide));
    if (record !== null)
      return kind === STRUCT ? this.#struct(record, at) : this.#table(record, this.#target(at, wide));
    if (element === null) return null;
    return Array.from({ length: type.length }, (_, i) => this.#value(element, at + i * element.size, false));
  }

  #scalar(type: ValuePlan, at: number): FlatScalar {
    const view = this.#view;
    const named = (value: number): FlatScalar =>
      (this.#rules.enumNames ? type.enum?.byNumber.get(value)?.name : undefined) ?? value;
    switch (type.kind) {
      case BOOL:
        return view.getUint8(at) !== 0;
      case BYTE:
        return named(view.getInt8(at));
      case UBYTE:
        return named(view.getUint8(at));
      case SHORT:
        return named(view.getInt16(at, true));
      case USHORT:
        return named(view.getUint16(at, true));
      case INT:
        return named(view.getInt32(at, true));
      case UINT:
        return named(view.getUint32(at, true));
      case FLOAT:
        return view.getFloat32(at, true);
      case DOUBLE:
        return view.getFloat64(at, true);
      default:
        return this.#long(
          type,
          type.kind === LONG ? view.getBigInt64(at, true) : view.getBigUint64(at, true),
        );
    }
  }

  #long(type: ValuePlan, value: bigint): FlatScalar {
    const name = this.#rules.enumNames ? type.enum?.byBits.get(BigInt.asUintN(64, value))?.name : undefined;
    return name ?? (this.#rules.longNumbers ? Number(value) : value);
  }

  #default(field: FieldPlan): FlatValue {
    if (field.optional) return null;
    const type = field.value;
    const value = field.default ?? 0;
    if (type.kind === BOOL) return value !== 0;
    if (type.kind === LONG || type.kind === ULONG) {
      const bits = (BigInt(field.defaultHigh) << 32n) | BigInt(field.defaultLow >>> 0);
      return this.#long(type, type.kind === LONG ? bits : BigInt.asUintN(64, bits));
    }
    return (this.#rules.enumNames ? type.enum?.byNumber.get(value)?.name : undefined) ?? value;
  }

  #string(at: number): string {
    const start = at + 4;
    return decodeUtf8(this.#bytes, start, start + this.#view.getUint32(at, true));
  }

  /** A union value whose offset is at `at`; `null` if its type is not known. */
  #union(field: FieldPlan, at: number, tag: number): FlatValue {
    const member = (field.value.union ?? field.value.element?.union)?.members.get(tag);
    const target = this.#target(at, false);
    if (member?.kind === STRING) return this.#string(target);
    if (member === undefined || member.record === null) return null;
    return member.kind === TABLE ? this.#table(member.record, target) : this.#struct(member.record, target);
  }

  #tag(at: number, size: number): number {
    const view = this.#view;
    if (size === 1) return view.getUint8(at);
    return size === 2 ? view.getUint16(at, true) : view.getInt32(at, true);
  }

  #target(at: number, wide: boolean): number {
    const high = wide ? this.#view.getUint32(at + 4, true) * 0x100000000 : 0;
    return at + high + this.#view.getUint32(at, true);
  }
}

/** Assigning to `__proto__` would not make a member. */
function setMember(object: Record<string, FlatValue>, name: string, value: FlatValue): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
