// What a reader of a feature's value must see, at which path.
import type {
  ArrayType,
  StructDef,
  StructField,
  TableDef,
  TableField,
  Type,
  UnionMember,
  VectorType,
} from '@fb/schema';
import type { Value } from './feature.js';
import {
  isMarked,
  list,
  memberOf,
  object,
  scalarOf,
  tableOf,
  type Fields,
  type ScalarValue,
} from './values.js';

/** A step from the root towards a value. */
export type Segment =
  | { readonly kind: 'field'; readonly owner: TableDef | StructDef; readonly field: TableField | StructField }
  | { readonly kind: 'element'; readonly type: VectorType | ArrayType; readonly index: number }
  /** From a union field or element to its value as one of the members. */
  | { readonly kind: 'member'; readonly member: UnionMember }
  /** From a vector of bytes to the root of the FlatBuffer in it. */
  | { readonly kind: 'nested'; readonly root: TableDef };

/** What is at a path. `absent` is of strings, vectors, structs, tables, unions and optional scalars. */
export type Expected =
  | ScalarValue
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'absent'; readonly type: Type }
  /** The tag of a union: its field or element. */
  | { readonly kind: 'tag'; readonly member: UnionMember | null }
  /** The integer that is the root of the FlexBuffer in a vector of bytes. */
  | { readonly kind: 'flexbuffer'; readonly value: number };

/** A thing that a reader checks. */
export interface Check {
  /** For messages: `weapons[1].damage`. */
  readonly name: string;
  readonly path: readonly Segment[];
  readonly expected: Expected;
}

/** A check for every field that can be read below `value`, absent ones too. */
export function checkTable(def: TableDef, value: Fields, path: readonly Segment[], checks: Check[]): void {
  for (const field of def.fields) {
    if (field.deprecated || field.tagOf !== null) continue;
    checkField(field, value[field.name], [...path, { kind: 'field', owner: def, field }], checks);
  }
}

function checkField(
  field: TableField,
  given: Value | undefined,
  path: readonly Segment[],
  checks: Check[],
): void {
  const { type } = field;
  const add = (expected: Expected): void => void checks.push({ name: nameOf(path), path, expected });
  if (given === undefined) {
    const held = field.default;
    if (type.kind === 'union') add({ kind: 'tag', member: null });
    else if (typeof held === 'string') add({ kind: 'string', text: held });
    else if (typeof held === 'number' || typeof held === 'bigint') add(defaultOf(type, held));
    else if (held !== null) add({ kind: 'length', length: 0 });
    else add({ kind: 'absent', type });
  } else if (isMarked(given, '$nested')) {
    const root = tableOf(field.nested);
    checkTable(root, object(given['$nested']), [...path, { kind: 'nested', root }], checks);
  } else if (isMarked(given, '$flexbuffer')) {
    add({ kind: 'flexbuffer', value: Number(given['$flexbuffer']) });
  } else checkValue(type, given, path, checks);
}

function checkValue(type: Type, given: Value, path: readonly Segment[], checks: Check[]): void {
  const add = (expected: Expected): void => void checks.push({ name: nameOf(path), path, expected });
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return add(scalarOf(type, given));
    case 'string':
      return add({ kind: 'string', text: String(given) });
    case 'table':
      return checkTable(type.table, object(given), path, checks);
    case 'struct':
      for (const field of type.struct.fields)
        checkValue(
          field.type,
          object(given)[field.name] ?? null,
          [...path, { kind: 'field', owner: type.struct, field }],
          checks,
        );
      return;
    case 'union': {
      const { $member = null, $value = null } = object(given);
      const member = memberOf(type.union.members, $member);
      add({ kind: 'tag', member });
      return checkValue(member.type, $value, [...path, { kind: 'member', member }], checks);
    }
    case 'vector':
      add({ kind: 'length', length: list(given).length });
      return checkElements(type, list(given), path, checks);
    case 'array':
      return checkElements(type, list(given), path, checks);
  }
}

function checkElements(
  type: VectorType | ArrayType,
  elements: readonly Value[],
  path: readonly Segment[],
  checks: Check[],
): void {
  for (const [index, each] of elements.entries())
    checkValue(type.element, each, [...path, { kind: 'element', type, index }], checks);
}

/** A default as the value that a reader gives. */
function defaultOf(type: Type, held: number | bigint): ScalarValue {
  if (type.kind !== 'enum') return scalarOf(type, held);
  const constant = type.enum.values.find(({ value }) => value === BigInt(held)) ?? null;
  return { kind: 'scalar', type, value: held, constant };
}

function nameOf(path: readonly Segment[]): string {
  const parts = path.map((segment) => {
    if (segment.kind === 'field') return `.${segment.field.name}`;
    return segment.kind === 'element' ? `[${segment.index}]` : '';
  });
  return parts.join('').slice(1);
}
