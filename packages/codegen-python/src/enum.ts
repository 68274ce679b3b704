// Enums, and the class of a union's tags: integers as attributes of a class.
import { code, type Code, type Piece } from '@fb/codegen';
import type { EnumDef } from '@fb/schema';
import type { Module } from './context.js';
import { typing } from './hints.js';
import { builtin, classCode, comments, external } from './language.js';
import { isPrivate, memberNames } from './names.js';

/** The class of an enum. */
export function enumCode(module: Module, def: EnumDef, doc: readonly string[] = def.doc): Code {
  const { type } = module.names.of(def);
  const names = memberNames(def, module.names.reserved);
  const asEnum = isIntEnum(module, names);
  const hint: Piece = module.form === 'plain' || asEnum ? '' : code`: ${typing('Final')}`;
  const inside = def.values.map(({ value, doc: text }, i) => {
    const name = names[i] ?? '';
    return isPrivate(name) ? [] : [comments(text), code`${name}${hint} = ${value}`];
  });
  // In a class Python would change such a name; outside it does not.
  const outside = def.values.flatMap(({ value }, i) => {
    const name = names[i] ?? '';
    return isPrivate(name) && module.form !== 'stub'
      ? [code`${builtin('setattr')}(${type}, '${name}', ${value})`]
      : [];
  });
  const base: Piece = asEnum ? external('enum', 'IntEnum') : builtin('object');
  return [comments(doc), classCode(code`class ${type}(${base}):`, inside, names.every(isPrivate)), outside];
}

/** Stubs for a known version 3 say what editors like to know, although the values are plain integers when it runs. */
function isIntEnum(module: Module, names: readonly string[]): boolean {
  if (module.form !== 'stub' || !module.settings.pythonVersion.startsWith('3')) return false;
  return names.length > 0 && names.every((name) => !/^(?:_|name$|value$|mro$)/.test(name));
}
