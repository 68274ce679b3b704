// The calls that build a value, children first, so that every language builds in one order.
import type { TableDef, TableField, Type, VectorType } from '@fb/schema';
import { flexBytes, type Value } from './feature.js';
import {
  inlineOf,
  isMarked,
  list,
  memberOf,
  object,
  structOf,
  tableOf,
  tagOf,
  type Fields,
  type Inline,
  type StructValue,
} from './values.js';

/** What an earlier operation made. */
export interface Reference {
  readonly kind: 'reference';
  readonly id: number;
}

/** A call of the builder, in order. Each makes something that later ones refer to by `id`. */
export type Operation =
  | { readonly kind: 'string'; readonly id: number; readonly text: string; readonly wide: boolean }
  | {
      readonly kind: 'vector';
      readonly id: number;
      readonly owner: TableDef;
      /** For a vector of unions also called for the hidden vector of tags. */
      readonly field: TableField;
      readonly type: VectorType;
      readonly elements: readonly (Inline | Reference)[];
    }
  /** The bytes of a FlatBuffer of its own, as a vector of bytes. */
  | {
      readonly kind: 'nested';
      readonly id: number;
      readonly owner: TableDef;
      readonly field: TableField;
      readonly build: Build;
    }
  /** A struct behind an offset: the member of a union. */
  | { readonly kind: 'struct'; readonly id: number; readonly value: StructValue }
  | {
      readonly kind: 'table';
      readonly id: number;
      readonly def: TableDef;
      /** Present ones in slot order, tags of unions included. */
      readonly fields: readonly { readonly field: TableField; readonly value: Inline | Reference }[];
    };

/** Everything that builds one buffer; the last operation makes its root. */
export interface Build {
  readonly root: TableDef;
  readonly operations: readonly Operation[];
}

/** The calls that build `value`: fields in slot order, each with all its children before it. */
export function buildOf(root: TableDef, value: Fields): Build {
  const operations: Operation[] = [];
  const id = (): number => operations.length;
  const refer = (operation: Operation): Reference => {
    operations.push(operation);
    return { kind: 'reference', id: operation.id };
  };

  const table = (def: TableDef, fields: Fields): Reference => {
    const present = def.fields.flatMap((field) => {
      const of = field.tagOf ?? field;
      const given = fields[of.name];
      if (given === undefined || field.deprecated) return [];
      return [
        { field, value: field.tagOf === null ? fieldValue(def, field, given) : tag(def, field, given) },
      ];
    });
    return refer({ kind: 'table', id: id(), def, fields: present });
  };

  const tag = (owner: TableDef, field: TableField, given: Value): Inline | Reference => {
    const { type } = field;
    if (type.kind !== 'vector') return tagOf(type, given);
    const elements = list(given).map((each) => tagOf(type.element, each));
    return refer({ kind: 'vector', id: id(), owner, field, type, elements });
  };

  const fieldValue = (owner: TableDef, field: TableField, given: Value): Inline | Reference => {
    const { type } = field;
    if (type.kind !== 'vector') return valueOf(type, given, field.offset64);
    if (isMarked(given, '$nested')) {
      const inner = tableOf(field.nested);
      return refer({
        kind: 'nested',
        id: id(),
        owner,
        field,
        build: buildOf(inner, object(given['$nested'])),
      });
    }
    const elements = isMarked(given, '$flexbuffer') ? flexBytes(Number(given['$flexbuffer'])) : list(given);
    const values = elements.map((each) => valueOf(type.element, each, false));
    return refer({ kind: 'vector', id: id(), owner, field, type, elements: values });
  };

  const valueOf = (type: Type, given: Value, wide: boolean): Inline | Reference => {
    switch (type.kind) {
      case 'string':
        return refer({ kind: 'string', id: id(), text: String(given), wide });
      case 'table':
        return table(type.table, object(given));
      case 'union': {
        const { $member = null, $value = null } = object(given);
        const { type: inner } = memberOf(type.union.members, $member);
        if (inner.kind !== 'struct') return valueOf(inner, $value, false);
        return refer({ kind: 'struct', id: id(), value: structOf(inner.struct, $value) });
      }
      case 'vector':
        throw new Error('a vector is the value of a field only');
      default:
        return inlineOf(type, given);
    }
  };

  table(root, value);
  return { root, operations };
}
