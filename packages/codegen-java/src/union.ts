// The class of the object API that holds a union: its type and its value.
import { block, code, indented, paragraphs, type Code, type Piece } from '@fb/codegen';
import type { UnionDef, UnionMember } from '@fb/schema';
import { objectRef, typeRef, type Context } from './context.js';
import { constantNames } from './enum.js';
import { documented, lang } from './language.js';
import { builderParameter } from './table-builder.js';

/** The holder of a union. */
export function holderCode(context: Context, def: UnionDef): Code {
  const holder = context.names.ref(def, def, 'holder');
  const object = lang('Object');
  const body = paragraphs([
    ['private byte type;', code`private ${object} value;`],
    block('public byte getType() {', 'return type;', '}'),
    block('public void setType(byte type) {', 'this.type = type;', '}'),
    block(code`public ${object} getValue() {`, 'return value;', '}'),
    block(code`public void setValue(${object} value) {`, 'this.value = value;', '}'),
    ...def.members.map((member) => {
      const type = memberType(context, def, member);
      return block(code`public ${type} as${member.name}() {`, code`return (${type}) value;`, '}');
    }),
    packMethod(context, def, holder),
  ]);
  return documented(def.doc, block(code`public class ${context.names.of(def).holder} {`, body, '}'));
}

function memberType(context: Context, def: UnionDef, { type }: UnionMember): Piece {
  if (type.kind === 'string') return lang('String');
  return objectRef(context, def, type.kind === 'table' ? type.table : type.struct);
}

function packMethod(context: Context, def: UnionDef, holder: Piece): Code {
  const tags = typeRef(context, def, def);
  const constants = constantNames(def.discriminator);
  const cases = def.members.map(({ name, type }) => {
    const ref =
      type.kind === 'string' ? null : typeRef(context, def, type.kind === 'table' ? type.table : type.struct);
    const offset =
      ref === null
        ? `builder.createString(source.as${name}())`
        : code`${ref}.pack(builder, source.as${name}())`;
    return [code`case ${tags}.${constants.get(name) ?? name}:`, indented(code`return ${offset};`)];
  });
  return block(
    code`public static int pack(${builderParameter}, ${holder} source) {`,
    block('switch (source.type) {', [cases, 'default:', indented('return 0;')], '}'),
    '}',
  );
}
