// Unions: the class of the tags, and the function that makes the plain object for a tag.
import { code, paragraphs, Scope, unreachable, type Code, type Piece } from '@fb/codegen';
import type { TableDef, UnionDef, UnionMember } from '@fb/schema';
import type { Module } from './context.js';
import { enumCode } from './enum.js';
import { classHint, either, localName, optional } from './hints.js';
import { BODY_WORDS, builtin, functionCode, suite } from './language.js';
import { runtime } from './runtime.js';

/** Everything that belongs to a union. */
export function unionCode(module: Module, def: UnionDef): Code {
  return paragraphs([
    enumCode(module, def.discriminator, def.doc),
    module.settings.objectApi ? creator(module, def) : [],
  ]);
}

/** The plain objects that a union can hold. */
export function unionHint(module: Module, def: UnionDef): Piece {
  const tables = [...new Set(def.members.map(tableOf))];
  return tables.length === 0
    ? 'None'
    : optional(either(tables.map((table) => classHint(module, table, 'object'))));
}

function creator(module: Module, def: UnionDef): Code {
  const parameters = [
    { name: 'unionType', hint: builtin('int') },
    { name: 'table', hint: optional(runtime('table.Table')) },
  ];
  const signature = { name: module.names.of(def).creator, parameters, result: unionHint(module, def) };
  return functionCode(module.form, signature, () => [
    suite(code`if not ${builtin('isinstance')}(table, ${runtime('table.Table')}):`, 'return None'),
    def.members.map((member) => {
      const scope = new Scope(module.names.reserved, [...BODY_WORDS, 'table', 'unionType']);
      const name = localName(module, tableOf(member), 'object', scope);
      return suite(`if unionType == ${member.value}:`, [
        name.setup,
        `return ${name.name}.InitFromBuf(table.Bytes, table.Pos)`,
      ]);
    }),
    'return None',
  ]);
}

function tableOf(member: UnionMember): TableDef {
  return member.type.kind === 'table' ? member.type.table : unreachable('such unions are refused');
}
