// Unions: the enum of the tags, and the functions that make the right object for a tag.
import {
  blank,
  block,
  code,
  indented,
  join,
  list,
  unreachable,
  type Code,
  type Fragment,
  type Piece,
} from '@fb/codegen';
import { isLong, type StructDef, type TableDef, type UnionDef, type UnionMember } from '@fb/schema';
import { objectRef, orAbsent, typeRef, type Context } from './context.js';
import { enumCode } from './enum.js';
import { unionFunctions } from './functions.js';
import { unionLayoutCode } from './layout.js';
import type { FileNames, Variables } from './members.js';

/** Everything in the file of a union. */
export function unionCode(context: Context, def: UnionDef, names: FileNames): Code {
  const { variables } = names;
  const { unionTo, unionListTo } = context.names.of(def);
  return [
    enumCode(context, def.discriminator, def.doc),
    blank,
    context.settings.classes
      ? [
          unionFunction(context, def, variables, unionTo, []),
          blank,
          unionFunction(context, def, variables, unionListTo, [code`${variables.index}: number`]),
          blank,
        ]
      : [],
    unionLayoutCode(context, def),
    blank,
    unionFunctions(context, def, names),
  ];
}

/** The types of its values, as accessor classes: distinct, sorted by name, strings last. */
export function unionType(context: Context, def: UnionDef): Fragment {
  return alternatives(def, (member) =>
    member.type.kind === 'string' ? 'string' : typeRef(context, targetOf(member)),
  );
}

/** The same as plain objects. */
export function unionObjectType(context: Context, def: UnionDef): Fragment {
  return alternatives(def, (member) =>
    member.type.kind === 'string' ? 'string' : objectRef(context, targetOf(member)),
  );
}

/** Whether a string can be its value. */
export function hasString(def: UnionDef): boolean {
  return def.members.some((member) => member.type.kind === 'string');
}

/** Whether a table or struct can be its value. */
export function hasTableOrStruct(def: UnionDef): boolean {
  return def.members.some((member) => member.type.kind !== 'string');
}

function alternatives(def: UnionDef, pieceOf: (member: UnionMember) => Piece): Fragment {
  const distinct = new Map<string, UnionMember>();
  for (const member of def.members) distinct.set(orderOf(member), member);
  const sorted = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0
    ? code`never`
    : join(
        sorted.map(([, member]) => pieceOf(member)),
        ' | ',
      );
}

/** Strings after all classes: `~` follows every letter. */
function orderOf(member: UnionMember): string {
  return member.type.kind === 'string' ? '~' : targetOf(member).fullName;
}

function targetOf(member: UnionMember): TableDef | StructDef {
  if (member.type.kind === 'table') return member.type.table;
  if (member.type.kind === 'struct') return member.type.struct;
  return unreachable('a string has no definition');
}

/** `extra` are parameters that only the function for vectors has; it hands them to the accessor first. */
function unionFunction(
  context: Context,
  def: UnionDef,
  variables: Variables,
  name: string,
  extra: readonly Fragment[],
): Code {
  const { type, accessor, obj, index } = variables;
  const value = unionType(context, def);
  const result = orAbsent(context, value);
  const tag = isLong(def.discriminator.underlying) ? 'bigint' : typeRef(context, def);
  const parameters = [...extra, code`${obj}: ${value}`];
  const members = context.names.members(def.discriminator);
  const cases = def.members.map((member) => {
    const fresh = member.type.kind === 'string' ? `''` : code`new ${typeRef(context, targetOf(member))}()`;
    const at = def.discriminator.values.findIndex((each) => each.value === member.value);
    const label = tag === 'bigint' ? `${member.value}n` : code`${tag}.${members[at] ?? member.name}`;
    return [
      code`case ${label}:`,
      indented(code`return ${accessor}(${join([...extra.map(() => index), fresh], ', ')});`),
    ];
  });
  const head = [code`${type}: ${tag}`, code`${accessor}: (${join(parameters, ', ')}) => ${result}`, ...extra];
  return [
    block(code`export function ${name}(`, list(head, ','), code`): ${result} {`),
    indented(
      block(code`switch (${type}) {`, [cases, 'default:', indented(code`return ${context.absent};`)], '}'),
    ),
    '}',
  ];
}
