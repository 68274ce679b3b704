// Random values of the object API as the plain objects that the free functions take.
import { camelCase } from '@fb/codegen';
import { isLong, type StructDef, type TableDef, type Type, type UnionDef } from '@fb/schema';
import type { Plain } from './typescript-values.js';

type Properties = { readonly [name: string]: Plain };

/** `plain`, a value of `def`, with unions as `{ type, value }` and without the names of classes. */
export function toInit(def: TableDef | StructDef, plain: Plain): object {
  const given = plain as Properties;
  const init: Record<string, unknown> = {};
  for (const field of def.fields) {
    if (field.kind === 'tableField' && (field.deprecated || field.tagOf !== null)) continue;
    const name = camelCase(field.name);
    const value = given[name] ?? null;
    const tags = field.kind === 'tableField' && field.tag !== null ? given[camelCase(field.tag.name)] : null;
    init[name] = value === null ? null : valueOf(field.type, value, tags ?? null);
  }
  return init;
}

function valueOf(type: Type, value: Plain, tags: Plain): unknown {
  switch (type.kind) {
    case 'struct':
      return toInit(type.struct, value);
    case 'table':
      return toInit(type.table, value);
    case 'union':
      return unionValue(type.union, value, tags);
    case 'vector':
    case 'array': {
      const each = type.element;
      return (value as readonly Plain[]).map((item, i) =>
        valueOf(each, item, Array.isArray(tags) ? ((tags as readonly Plain[])[i] ?? null) : null),
      );
    }
    default:
      return value;
  }
}

function unionValue(def: UnionDef, value: Plain, tag: Plain): unknown {
  const member = def.members.find((each) => Number(each.value) === Number(tag));
  if (member === undefined) throw new Error(`${def.fullName} has no member ${String(tag)}`);
  const type = isLong(def.discriminator.underlying) ? member.value : Number(member.value);
  return { type, value: valueOf(member.type, value, null) };
}
