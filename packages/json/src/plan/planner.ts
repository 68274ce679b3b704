// From a schema to plans. A type is planned when it is first asked for, with all that it reaches.
import { encodeUtf8 } from '@fb/bytes';
import {
  integerRange,
  scalarSize,
  storedScalar,
  type EnumDef,
  type HashName,
  type Schema,
  type StructDef,
  type StructField,
  type TableDef,
  type TableField,
  type Type,
  type UnionDef,
} from '@fb/schema';
import { nameTable, type NameTable } from './name-table.js';
import { ARRAY, LONG, STRING, STRUCT, TABLE, ULONG, UNION, VECTOR, kindOf } from './kind.js';
import type { EnumEntry, EnumPlan, EnumScope, FieldPlan, RecordPlan, UnionPlan, ValuePlan } from './plan.js';

/** A plan whose fields are still to come. */
type Shell = { -readonly [K in keyof RecordPlan]: RecordPlan[K] };

/** Makes and keeps the plans of one schema. */
export class Planner implements EnumScope {
  readonly schema: Schema;
  readonly #records = new Map<TableDef | StructDef, Shell>();
  readonly #enums = new Map<EnumDef, EnumPlan>();
  readonly #unions = new Map<UnionDef, UnionPlan>();
  /** Records without fields yet: a queue instead of recursion, for schemas of any depth. */
  readonly #pending: [TableDef | StructDef, Shell][] = [];
  #globalEnums: ReadonlyMap<string, EnumDef> | null = null;

  constructor(schema: Schema) {
    this.schema = schema;
  }

  /** The plan of a table or struct. */
  record(def: TableDef | StructDef): RecordPlan {
    const plan = this.#record(def);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const [pending, shell] = next;
      if (pending.kind === 'table') this.#fillTable(shell, pending);
      else this.#fillStruct(shell, pending);
    }
    return plan;
  }

  globalEnum(name: string): EnumPlan | null {
    const def = this.#global().get(name);
    return def === undefined ? null : this.#enum(def);
  }

  globalEnumNames(): Iterable<string> {
    return this.#global().keys();
  }

  #global(): ReadonlyMap<string, EnumDef> {
    this.#globalEnums ??= new Map(
      this.schema.enums
        .filter((def) => def.namespace.length === 0)
        .map((def) => [def.name, def.kind === 'enum' ? def : def.discriminator]),
    );
    return this.#globalEnums;
  }

  #record(def: TableDef | StructDef): Shell {
    let shell = this.#records.get(def);
    if (shell === undefined) {
      const isStruct = def.kind === 'struct';
      shell = {
        id: this.#records.size,
        name: def.fullName,
        isStruct,
        size: isStruct ? def.size : 4,
        align: isStruct ? def.align : 4,
        fields: [],
        byName: new Map(),
        names: NO_NAMES,
        room: 0,
        writeOrder: [],
        required: [],
        unionVectors: [],
        key: null,
      };
      this.#records.set(def, shell);
      this.#pending.push([def, shell]);
    }
    return shell;
  }

  #fillTable(shell: Shell, def: TableDef): void {
    const byField = new Map<TableField, FieldPlan>();
    for (const [index, field] of def.fields.entries()) {
      const tag = field.tag === null ? null : (byField.get(field.tag) ?? null);
      byField.set(field, this.#tableField(field, index, tag));
    }
    shell.fields = [...byField.values()];
    shell.byName = new Map(shell.fields.map((field) => [field.name, field]));
    shell.names = nameTable(shell.fields.map((field) => field.name));
    shell.room = shell.fields.reduce((sum, { value }) => sum + Math.max(value.size, 8) + value.align, 0);
    shell.writeOrder = def.writeOrder.flatMap((field) => byField.get(field) ?? []);
    shell.required = shell.fields.filter((field) => field.required);
    shell.unionVectors = shell.fields.filter((field) => field.value.element?.kind === UNION);
    shell.key = def.key === null ? null : (byField.get(def.key) ?? null);
  }

  #fillStruct(shell: Shell, def: StructDef): void {
    shell.fields = def.fields.map((field, index) => this.#structField(field, index));
    shell.byName = new Map(shell.fields.map((field) => [field.name, field]));
    shell.names = nameTable(shell.fields.map((field) => field.name));
    shell.key = shell.fields.find((field) => field.key) ?? null;
  }

  #tableField(field: TableField, index: number, tag: FieldPlan | null): FieldPlan {
    const value = this.#value(field.type, field.hash);
    const nested = field.nested !== null && field.nested.kind === 'table' ? this.#record(field.nested) : null;
    return {
      ...NO_FIELD,
      name: field.name,
      ...keyTexts(field.name),
      kind: value.kind,
      value,
      index,
      slot: field.slot,
      vtableOffset: field.vtableOffset,
      required: field.presence === 'required',
      ...scalarDefault(field, value.kind),
      optional: field.presence === 'optional' && value.kind < STRUCT,
      deprecated: field.deprecated,
      key: field.key,
      tag,
      shared: field.shared,
      offset64: field.offset64,
      flexbuffer: field.flexbuffer,
      nested,
      forceAlign: field.attributes.find(({ name }) => name === 'force_align')?.value ?? null,
    };
  }

  #structField(field: StructField, index: number): FieldPlan {
    const value = this.#value(field.type, null);
    const { name, offset, key } = field;
    return { ...NO_FIELD, name, ...keyTexts(name), kind: value.kind, value, index, offset, key };
  }

  #value(type: Type, hash: HashName | null): ValuePlan {
    const scalar = storedScalar(type);
    if (scalar !== null) {
      const size = scalarSize(scalar);
      const kind = kindOf(scalar);
      const range = kind < LONG && scalar !== 'float' && scalar !== 'double' ? integerRange(scalar) : null;
      const min = range === null ? 0 : Number(range.min);
      const max = range === null ? 0 : Number(range.max);
      const plan = type.kind === 'enum' ? this.#enum(type.enum) : null;
      return { ...NO_VALUE, kind, name: plan?.name ?? scalar, size, align: size, min, max, enum: plan, hash };
    }
    switch (type.kind) {
      case 'struct': {
        const record = this.#record(type.struct);
        return {
          ...NO_VALUE,
          kind: STRUCT,
          name: record.name,
          size: record.size,
          align: record.align,
          record,
        };
      }
      case 'array': {
        const element = this.#value(type.element, null);
        const name = `[${element.name}:${type.length}]`;
        const size = element.size * type.length;
        return { ...NO_VALUE, kind: ARRAY, name, size, align: element.align, element, length: type.length };
      }
      case 'table': {
        const record = this.#record(type.table);
        return { ...NO_VALUE, kind: TABLE, name: record.name, record };
      }
      case 'vector': {
        const element = this.#value(type.element, hash);
        return { ...NO_VALUE, kind: VECTOR, name: `[${element.name}]`, element, wide: type.wide };
      }
      case 'union':
        return { ...NO_VALUE, kind: UNION, name: type.union.fullName, union: this.#union(type.union) };
      default:
        return { ...NO_VALUE, kind: STRING, name: 'string' };
    }
  }

  #enum(def: EnumDef): EnumPlan {
    let plan = this.#enums.get(def);
    if (plan === undefined) {
      const entries = def.values.map(({ name, value }) => enumEntry(name, value));
      const byNumber = new Map<number, EnumEntry>();
      const byBits = new Map<bigint, EnumEntry>();
      for (const entry of entries.toReversed()) {
        byNumber.set(entry.number, entry);
        byBits.set(BigInt.asUintN(64, entry.value), entry);
      }
      const byName = new Map(entries.map((entry) => [entry.name, entry]));
      const names = nameTable(entries.map((entry) => entry.name));
      plan = { name: def.fullName, bitFlags: def.bitFlags, byName, names, entries, byNumber, byBits };
      this.#enums.set(def, plan);
    }
    return plan;
  }

  #union(def: UnionDef): UnionPlan {
    let plan = this.#unions.get(def);
    if (plan === undefined) {
      const members = new Map<number, ValuePlan>();
      for (const member of def.members) members.set(Number(member.value), this.#value(member.type, null));
      plan = { name: def.fullName, members };
      this.#unions.set(def, plan);
    }
    return plan;
  }
}

const NO_NAMES: NameTable = /* @__PURE__ */ nameTable([]);

const NO_VALUE: ValuePlan = {
  kind: STRING,
  name: '',
  size: 4,
  align: 4,
  min: 0,
  max: 0,
  enum: null,
  hash: null,
  record: null,
  union: null,
  element: null,
  length: 0,
  wide: false,
};

const NO_FIELD: FieldPlan = {
  name: '',
  bareKey: new Uint8Array(0),
  quotedKey: new Uint8Array(0),
  kind: STRING,
  value: NO_VALUE,
  index: 0,
  slot: 0,
  vtableOffset: 0,
  offset: 0,
  required: false,
  optional: false,
  deprecated: false,
  key: false,
  default: null,
  defaultLow: 0,
  defaultHigh: 0,
  tag: null,
  shared: false,
  offset64: false,
  flexbuffer: false,
  nested: null,
  forceAlign: null,
};

function keyTexts(name: string): Pick<FieldPlan, 'bareKey' | 'quotedKey'> {
  return { bareKey: encodeUtf8(`${name}: `), quotedKey: encodeUtf8(`"${name}": `) };
}

function enumEntry(name: string, value: bigint): EnumEntry {
  return {
    name,
    value,
    number: Number(value),
    low: Number(BigInt.asIntN(32, value)),
    high: Number(BigInt.asIntN(32, value >> 32n)),
    quoted: encodeUtf8(`"${name}"`),
  };
}

function scalarDefault(
  field: TableField,
  kind: number,
): Pick<FieldPlan, 'default' | 'defaultLow' | 'defaultHigh'> {
  const value = field.default;
  if (kind >= STRUCT || (typeof value !== 'number' && typeof value !== 'bigint')) {
    return { default: null, defaultLow: 0, defaultHigh: 0 };
  }
  if (kind === LONG || kind === ULONG) {
    const { number, low, high } = enumEntry('', BigInt(value));
    return { default: number, defaultLow: low, defaultHigh: high };
  }
  const number = storedScalar(field.type) === 'float' ? Math.fround(Number(value)) : value;
  return { default: Number(number), defaultLow: 0, defaultHigh: 0 };
}
