// The modern surface: each table's layout as a constant, and a function that verifies bytes against it. Other types'
// layouts are reached through getters, so that modules may import each other in circles.
import { block, code, indented, join, list, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { TableDef, UnionDef } from '@fb/schema';
import type { Context } from './context.js';
import { flexVerifyOptions } from './flexbuffer-field.js';
import { global, quoted } from './language.js';
import type { Layouts } from './layouts.js';
import type { Variables } from './members.js';

type TableLayout = Layouts['tables'] extends ReadonlyMap<string, infer L> ? L : never;
type FieldLayout = TableLayout['fields'][number];
type AnyLayout = FieldLayout['type'] | TableLayout;

/** The layout of a table, and its verifier; nothing for the classic interface alone. */
export function tableLayoutCode(context: Context, def: TableDef, variables: Variables): Code {
  const layout = context.layouts.tables.get(def.fullName);
  if (layout === undefined) return [];
  const names = context.names.of(def);
  const { runtime } = context;
  const { bytes, options } = variables;
  return [
    '/** What the verifier must know of this table. */',
    block(
      code`export const ${names.layout}: ${runtime('TableLayout')} = {`,
      [
        `kind: 'table',`,
        `name: ${quoted(layout.name)},`,
        block(
          'fields: [',
          layout.fields.map((field) => fieldCode(context, field)),
          '],',
        ),
      ],
      '};',
    ),
    '',
    '/** The first fault of bytes that should hold this table as root; `null` if reading them is safe. */',
    block(
      code`export function ${names.verify}(`,
      list([code`${bytes}: ${global('Uint8Array')}`, code`${options}?: ${runtime('VerifyOptions')}`], ','),
      code`): ${runtime('FlatBufferError')} | null {`,
    ),
    indented(
      code`return ${runtime('verify')}(${bytes}, ${names.layout}, ${flexVerifyOptions(context, def, variables)});`,
    ),
    '}',
  ];
}

/** The layout of a union; nothing for one that no table uses, or for the classic interface alone. */
export function unionLayoutCode(context: Context, def: UnionDef): Code {
  const layout = context.layouts.unions.get(def.fullName);
  if (layout === undefined) return [];
  const members = layout.members.map(
    (member) =>
      code`{ name: ${quoted(member.name)}, tag: ${member.tag}, ${property(context, 'type', member.type)} },`,
  );
  return [
    '/** What the verifier must know of this union. */',
    block(
      code`export const ${context.names.of(def).layout}: ${context.runtime('UnionLayout')} = {`,
      [
        `kind: 'union',`,
        `name: ${quoted(layout.name)},`,
        `tagSize: ${layout.tagSize},`,
        block('members: [', members, '],'),
      ],
      '};',
    ),
  ];
}

function fieldCode(context: Context, field: FieldLayout): Fragment {
  const parts: Piece[] = [
    `name: ${quoted(field.name)}`,
    `slot: ${field.slot}`,
    property(context, 'type', field.type),
  ];
  if (field.required) parts.push('required: true');
  if (field.offset64) parts.push('offset64: true');
  if (field.flexbuffer) parts.push('flexbuffer: true');
  if (field.nested !== undefined) parts.push(property(context, 'nested', field.nested));
  return code`{ ${join(parts, ', ')} },`;
}

/** `name: ...`, or a getter for a type whose layout is a constant of its own. */
function property(context: Context, name: string, layout: AnyLayout): Fragment {
  if (layout.kind !== 'table' && layout.kind !== 'union')
    return code`${name}: ${inlineLayout(context, layout)}`;
  const def = context.definition(layout.name);
  return code`get ${name}() { return ${context.names.ref(def, 'layout')}; }`;
}

function inlineLayout(context: Context, layout: Exclude<AnyLayout, { kind: 'table' | 'union' }>): Fragment {
  switch (layout.kind) {
    case 'scalar':
      return code`{ kind: 'scalar', size: ${layout.size} }`;
    case 'string':
      return code`{ kind: 'string' }`;
    case 'struct':
      return code`{ kind: 'struct', name: ${quoted(layout.name)}, size: ${layout.size}, align: ${layout.align} }`;
    case 'vector':
      return code`{ kind: 'vector', ${property(context, 'element', layout.element)}${layout.wide ? ', wide: true' : ''} }`;
  }
}
