// Unions as plain objects: the tag decides which function writes or reads the value.
import { blank, block, code, indented, type Code, type Fragment } from '@fb/codegen';
import { isLong, type UnionDef, type UnionMember } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { tagOf } from './init-type.js';
import { farUnionWriter } from './far-encoder.js';
import type { FileNames } from './members.js';

/** The functions that write and read the value of a union. */
export function unionCodec(context: Context, def: UnionDef, names: FileNames): Code {
  const { write, read, init, value: plain } = context.names.of(def);
  const { value, type } = names.variables;
  const [encoder, decoder, at] = names.parameters(['encoder', 'decoder', 'at']) as [string, string, string];
  const { runtime } = context;
  const tag = isLong(def.discriminator.underlying) ? 'bigint' : typeRef(context, def);
  return [
    '/** For other encoders: writes the value, without its tag. */',
    block(
      code`export function ${write}(${encoder}: ${runtime('Encoder')}, ${value}: ${init}): ${runtime('Offset')} {`,
      [
        ...(def.members.length === 0
          ? []
          : [
              block(
                code`switch (${value}.type) {`,
                [
                  def.members.map((member) => [
                    code`case ${tagOf(context, def, member)}:`,
                    indented(writeMember(context, member, encoder, value)),
                  ]),
                  'default:',
                  indented(
                    code`throw ${runtime('invalidValue')}(${value}, 'type', 'is no member of the union');`,
                  ),
                ],
                '}',
              ),
            ]),
        def.members.length === 0
          ? code`throw ${runtime('invalidValue')}(${value}, 'type', 'is no member of the union');`
          : [],
      ],
      '}',
    ),
    blank,
    farUnionWriter(context, def, names),
    blank,
    '/** For other decoders: reads what the offset at a position leads to; `null` for a tag that is not known. */',
    block(
      code`export function ${read}(${decoder}: ${runtime('Decoder')}, ${at}: number, ${type}: ${tag}): ${plain} | null {`,
      block(
        code`switch (${type}) {`,
        [
          def.members.map((member) => [
            code`case ${tagOf(context, def, member)}:`,
            indented(
              code`return { type: ${tagOf(context, def, member)}, value: ${readMember(context, member, decoder, at)} };`,
            ),
          ]),
          'default:',
          indented('return null;'),
        ],
        '}',
      ),
      '}',
    ),
  ];
}

function writeMember(context: Context, member: UnionMember, encoder: string, value: string): Code {
  const { type } = member;
  if (type.kind === 'string')
    return code`return ${context.runtime('encodeString')}(${encoder}, ${value}.value);`;
  if (type.kind === 'table') {
    return code`return ${context.names.ref(type.table, 'write')}(${encoder}, ${value}.value);`;
  }
  const { size, align } = type.struct;
  return [
    code`${encoder}.reserve(${size}, ${align});`,
    code`${context.names.ref(type.struct, 'write')}(${encoder}.view, ${encoder}.at, ${value}.value);`,
    code`return ${encoder}.offset();`,
  ];
}

function readMember(context: Context, member: UnionMember, decoder: string, at: string): Fragment {
  const { type } = member;
  if (type.kind === 'string') return code`${context.runtime('decodeString')}(${decoder}, ${at})`;
  if (type.kind === 'table') {
    return code`${context.names.ref(type.table, 'read')}(${decoder}, ${decoder}.follow(${at}))`;
  }
  return code`${context.names.ref(type.struct, 'read')}(${decoder}.view, ${decoder}.follow(${at}))`;
}
