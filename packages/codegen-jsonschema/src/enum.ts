// Enums, flags and unions: in JSON the name of a value.
import type { EnumDef, UnionDef } from '@fb/schema';
import { definitionName, quoted } from './language.js';

/** The definition of an enum, or of the names that the tag of a union has. */
export function enumLines(def: EnumDef | UnionDef): readonly string[] {
  const { values } = def.kind === 'union' ? def.discriminator : def;
  return [
    `    ${quoted(definitionName(def))} : {`,
    '      "type" : "string",',
    `      "enum": [${values.map(({ name }) => quoted(name)).join(', ')}]`,
    '    }',
  ];
}
