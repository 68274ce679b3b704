// A feature's value as JSON text: the form in which the reference compiler and @fb/json take it.
import { isLong, type StructDef, type TableDef, type Type } from '@fb/schema';
import type { Value } from './feature.js';
import type { Program } from './program.js';
import { isMarked, list, memberOf, object, scalarOf, tableOf, type Fields } from './values.js';

/** JSON text of the program's value. */
export function jsonOf({ root, feature }: Program): string {
  return fieldsOf(root, feature.value);
}

function fieldsOf(def: TableDef | StructDef, value: Fields): string {
  const entries = def.fields.flatMap((field) => {
    const given = value[field.name];
    if (given === undefined) return [];
    if (field.kind === 'structField') return [`"${field.name}": ${textOf(field.type, given)}`];
    if (isMarked(given, '$nested'))
      return [`"${field.name}": ${fieldsOf(tableOf(field.nested), object(given['$nested']))}`];
    // The text of a FlexBuffer field is its value.
    if (isMarked(given, '$flexbuffer')) return [`"${field.name}": ${String(given['$flexbuffer'])}`];
    const tag = field.tag === null ? [] : [`"${field.tag.name}": ${tagsOf(given)}`];
    return [...tag, `"${field.name}": ${textOf(field.type, given)}`];
  });
  return `{ ${entries.join(', ')} }`;
}

function tagsOf(given: Value): string {
  if (Array.isArray(given)) return `[${list(given).map(tagsOf).join(', ')}]`;
  return JSON.stringify(object(given)['$member']);
}

function textOf(type: Type, given: Value): string {
  switch (type.kind) {
    case 'vector':
    case 'array':
      return `[${list(given)
        .map((each) => textOf(type.element, each))
        .join(', ')}]`;
    case 'table':
      return fieldsOf(type.table, object(given));
    case 'struct':
      return fieldsOf(type.struct, object(given));
    case 'string':
      return JSON.stringify(given);
    case 'union': {
      const { $member = null, $value = null } = object(given);
      return textOf(memberOf(type.union.members, $member).type, $value);
    }
    case 'enum':
    case 'scalar': {
      const { value } = scalarOf(type, given);
      return type.kind === 'scalar' && isLong(type.scalar) ? value.toString() : String(value);
    }
  }
}
