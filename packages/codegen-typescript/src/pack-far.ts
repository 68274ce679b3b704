// What an object of the object API holds behind 64-bit offsets, at any depth: the builder takes it before all else.
import { block, code, type Code, type Fragment } from '@fb/codegen';
import type { TableDef, TableField, UnionDef } from '@fb/schema';
import { objectRef, type Context } from './context.js';
import { reachesFar } from './far-types.js';
import { builderParameter, type ClassNames } from './members.js';
import { unlessNoBuffer } from './pack.js';
import { vectorCalls } from './vector-builder.js';

/** The method `packFar` of a table's plain class; none for a table that holds nothing of the kind. */
export function packFarMethod(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  if (!context.farTypes.has(def)) return [];
  const { far } = names.variables;
  const offsets = context.runtime('FarOffsets');
  return [
    '/** Writes what it holds behind 64-bit offsets, before all else; `pack` does so by itself. */',
    block(
      code`packFar(${builderParameter(context, names.variables)}, ${far}: ${offsets}): ${offsets} {`,
      [
        def.fields
          .filter(({ deprecated }) => !deprecated)
          .map((field) =>
            field.offset64 ? writeField(context, def, field, names) : walkField(context, field, names),
          ),
        code`return ${far};`,
      ],
      '}',
    ),
  ];
}

/** Writes a field's value and keeps its offset, 0 for none. */
function writeField(context: Context, def: TableDef, field: TableField, names: ClassNames<TableField>): Code {
  const { builder, far, i } = names.variables;
  const fieldNames = names.field(field);
  const { property, startVector, createVector } = fieldNames;
  const { type } = field;
  const owner = context.names.of(def).type;
  if (type.kind === 'vector' && type.element.kind === 'struct') {
    return [
      code`${owner}.${startVector}(${builder}, this.${property}.length);`,
      block(
        code`for (let ${i} = this.${property}.length - 1; ${i} >= 0; ${i}--) {`,
        code`this.${property}[${i}]!.pack(${builder});`,
        '}',
      ),
      code`${far}.add(${builder}.${vectorCalls(field).end}());`,
    ];
  }
  const offset: Fragment =
    type.kind === 'string'
      ? code`${builder}.createString64(this.${property})`
      : code`${owner}.${createVector}(${builder}, this.${property})`;
  return code`${far}.add(${unlessNoBuffer(field, fieldNames, offset)});`;
}

/** Asks what a field holds to write its own. */
function walkField(context: Context, field: TableField, names: ClassNames<TableField>): Code {
  const { type } = field;
  if (!reachesFar(context.farTypes, type)) return [];
  const { builder, far, item } = names.variables;
  const value = `this.${names.field(field).property}`;
  const call = `packFar(${builder}, ${far});`;
  const inner = type.kind === 'vector' ? type.element : type;
  const each = (of: string): Code =>
    inner.kind === 'union'
      ? reachingMembers(context, inner.union).map(
          (member) => code`if (${of} instanceof ${objectRef(context, member)}) ${of}.${call}`,
        )
      : code`${of}${type.kind === 'vector' ? '' : '?'}.${call}`;
  return type.kind === 'vector'
    ? block(code`for (const ${item} of ${value}) {`, each(item), '}')
    : each(value);
}

/** The distinct tables among the members of a union that may hold something. */
function reachingMembers(context: Context, def: UnionDef): readonly TableDef[] {
  const tables = def.members.flatMap(({ type }) => (type.kind === 'table' ? [type.table] : []));
  return [...new Set(tables)].filter((table) => context.farTypes.has(table));
}
