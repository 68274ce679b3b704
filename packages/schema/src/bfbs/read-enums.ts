// Enums and unions: the integer they are stored as and the numbers of their values first, since types of fields depend
// on these; the types of union members once all objects are known.
import type { Definition, EnumDef, EnumValue, IntegerName, UnionDef, UnionMember } from '../model.js';
import { integerRange } from '../scalar.js';
import { scalarOfBaseType } from './base-types.js';
import type { BfbsSource, Place } from './bfbs-source.js';
import { BaseType } from './generated/reflection/base-type.js';
import type { EnumVal } from './generated/reflection/enum-val.js';
import type { Enum } from './generated/reflection/enum.js';
import type { Open, OpenEnum } from './open.js';
import type { TypeReader } from './read-types.js';

/** An enum or union, and where it stands. */
export interface ReadEnum {
  readonly table: Enum;
  readonly path: string;
  readonly def: OpenEnum;
  /** Of a union: the values other than NONE, with their places. */
  readonly members: readonly ReadValue[];
}

/** A value, and where it stands. */
interface ReadValue {
  readonly table: EnumVal;
  readonly place: Place;
  readonly value: EnumValue;
}

/** Reads an enum or union, but for the types of a union's members. */
export function readEnum(
  source: BfbsSource,
  table: Enum,
  index: number,
  path: string,
  named: Definition,
): ReadEnum {
  const isUnion = table.isUnion();
  const { underlying, isExplicit } = readUnderlying(source, table, index, path);
  const bitFlags = named.attributes.some((attribute) => attribute.name === 'bit_flags');
  const def: Open<EnumDef> = { kind: 'enum', ...named, underlying, bitFlags, values: [], union: null };
  const members = readValues(source, table, path, def);
  if (!isUnion) return { table, path, def, members: [] };
  const union: Open<UnionDef> = {
    kind: 'union',
    ...named,
    discriminator: def,
    explicitUnderlying: isExplicit,
    members: [],
  };
  def.union = union;
  return { table, path, def: union, members };
}

/** Reads the types of a union's members. */
export function readMembers(source: BfbsSource, types: TypeReader, read: ReadEnum): void {
  if (read.def.kind !== 'union') return;
  read.def.members = read.members.map(({ place, table, value }): UnionMember => {
    const type = types.read(table.unionType(), `${place.path}.union_type`);
    if (type.kind === 'table' || type.kind === 'struct' || type.kind === 'string') return { ...value, type };
    return source.fail('type', place, `a union cannot hold a ${type.kind}`);
  });
}

function readUnderlying(
  source: BfbsSource,
  table: Enum,
  index: number,
  path: string,
): { underlying: IntegerName; isExplicit: boolean } {
  const type = table.underlyingType();
  const place = { table: type ?? table, path: `${path}.underlying_type` };
  if (type?.index() !== index)
    return source.fail('index', place, 'the type of an enum does not name that enum');
  const base = type.baseType();
  if (base === BaseType.UType && table.isUnion()) return { underlying: 'ubyte', isExplicit: false };
  const scalar = scalarOfBaseType(base);
  if (scalar === undefined || scalar === 'bool' || scalar === 'float' || scalar === 'double')
    return source.fail('type', place, 'the type of an enum is no integer');
  return { underlying: scalar, isExplicit: true };
}

/** Fills in the values and returns those of them that have a type, which are the members of a union. */
function readValues(source: BfbsSource, table: Enum, path: string, def: Open<EnumDef>): ReadValue[] {
  const { min, max } = integerRange(def.underlying);
  const names = new Map<string, EnumValue>();
  const read: ReadValue[] = [];
  source.spend(table.valuesLength(), { table, path });
  for (let i = 0; i < table.valuesLength(); i++) {
    const entry = table.values(i);
    if (entry === null) continue;
    const place = { table: entry, path: `${path}.values[${i}]` };
    const named = source.named(entry, place);
    const stored = entry.value();
    const number = def.underlying === 'ulong' ? BigInt.asUintN(64, stored) : stored;
    if (number < min || number > max)
      source.fail('value', place, `${number} is no value of type ${def.underlying}`);
    const value = { ...named, value: number };
    source.unique(names, named.name, value, place);
    read.push({ place, table: entry, value });
  }
  if (read.length === 0) source.fail('value', { table, path }, `${def.fullName} has no values`);
  read.sort((a, b) => compareValues(a.value, b.value));
  def.values = read.map(({ value }) => value);
  const isMember = (each: ReadValue): boolean => (each.table.unionType()?.baseType() ?? 0) !== BaseType.None;
  const members = read.filter(isMember);
  const others = read.filter((each) => !isMember(each));
  if (!table.isUnion()) {
    if (members.length > 0)
      source.fail('type', { table, path }, `values of the enum ${def.fullName} have types`);
  } else if (others.length !== 1 || others[0]?.value.name !== 'NONE') {
    source.fail('tag', { table, path }, `NONE must be the one value of ${def.fullName} without a type`);
  }
  return members;
}

function compareValues(a: EnumValue, b: EnumValue): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
