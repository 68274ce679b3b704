// Enums, and the tags of a union: a class of constants.
import { blank, block, code, Scope, type Code } from '@fb/codegen';
import type { EnumDef } from '@fb/schema';
import { classCode } from './class-code.js';
import type { Context } from './context.js';
import { documented, lang, quoted, RESERVED } from './language.js';
import { accessOf, literalOf, type Stored } from './scalar.js';

/** A table of names has less than this many entries for each value. */
const SPARSE = 5n;

/** The class of an enum's constants. */
export function enumCode(context: Context, def: EnumDef, doc: readonly string[] = def.doc): Code {
  const { type } = context.names.of(def);
  const stored: Stored = { kind: 'enum', enum: def };
  const names = constantNames(def);
  const constants = def.values.map((value) => {
    const name = names.get(value.name) ?? value.name;
    const literal = literalOf(stored, value.value, 'type');
    return documented(value.doc, `public static final ${accessOf(stored).type} ${name} = ${literal};`);
  });
  const body = [code`private ${type}() {}`, blank, constants, blank, nameTable(def, stored, names)];
  return classCode(context, def, code`final class ${type}`, body, doc);
}

/** The constant of each value, by the value's name. */
export function constantNames(def: EnumDef): ReadonlyMap<string, string> {
  const scope = new Scope(RESERVED);
  return new Map(def.values.map(({ name }) => [name, scope.claim(name)]));
}

/** Names by value, where that takes no long table. */
function nameTable(def: EnumDef, stored: Stored, constants: ReadonlyMap<string, string>): Code {
  const first = def.values[0]?.value ?? 0n;
  const last = def.values.at(-1)?.value ?? 0n;
  const distance = last - first;
  if (def.values.length === 0 || accessOf(stored).type === 'long') return [];
  if (distance / BigInt(def.values.length) >= SPARSE) return [];
  const byValue = new Map(def.values.map(({ name, value }) => [value, name]));
  const entries = Array.from({ length: Number(distance) + 1 }, (_, i) => {
    const name = byValue.get(first + BigInt(i)) ?? '';
    return `${quoted(name)},`;
  });
  const table = new Scope(new Set(constants.values())).claim('names');
  const base = first === 0n ? '' : ` - ${constants.get(def.values[0]?.name ?? '') ?? ''}`;
  return [
    block(code`public static final ${lang('String')}[] ${table} = {`, entries, '};'),
    blank,
    block(code`public static ${lang('String')} name(int e) {`, `return ${table}[e${base}];`, '}'),
  ];
}
