// Enums, and the enum of a union's tags.
import { block, code, type Code } from '@fb/codegen';
import { isLong, type EnumDef } from '@fb/schema';
import type { Context } from './context.js';
import { documented, quoted } from './language.js';

/** The declaration. Members of 64 bits are the decimal text of their value, as an enum cannot hold a bigint. */
export function enumCode(context: Context, def: EnumDef, doc: readonly string[] = def.doc): Code {
  const { type } = context.names.of(def);
  const constant = context.settings.enums === 'const';
  const assign = constant ? ':' : ' =';
  const names = context.names.members(def);
  const members = def.values.map((value, i) => {
    const initial = isLong(def.underlying) ? quoted(String(value.value)) : value.value;
    const apart = i > 0 && value.doc.length > 0;
    return [apart ? '' : [], documented(value.doc, code`${names[i] ?? value.name}${assign} ${initial},`)];
  });
  if (!constant) return documented(doc, block(`export enum ${type} {`, members, '}'));
  return [
    documented(doc, block(`export const ${type} = {`, members, '} as const;')),
    '',
    // Flags combine to numbers that are no member.
    `export type ${type} = ${def.bitFlags ? 'number' : `(typeof ${type})[keyof typeof ${type}]`};`,
  ];
}
