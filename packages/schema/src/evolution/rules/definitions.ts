// EVO-KIND, W-EVO-TYPE-REMOVED: tables, structs, enums and unions as a whole.
import type { EnumDef, Schema, StructDef, TableDef, UnionDef } from '../../model.js';
import type { EvolutionRule } from '../rule.js';

export const definitions: EvolutionRule = {
  schema({ base, next }, { report }) {
    const all = allOf(next);
    const now = new Map(all.map((definition) => [definition.fullName, definition]));
    const namesakes = new Map(all.map(({ kind, name, fullName }) => [`${kind} ${name}`, fullName]));
    for (const before of allOf(base)) {
      const { kind, fullName: name } = before;
      const definition = now.get(name);
      if (definition === undefined) {
        const elsewhere = namesakes.get(`${kind} ${before.name}`);
        const hint = elsewhere === undefined ? undefined : `there is "${elsewhere}"`;
        report('W-EVO-TYPE-REMOVED', name, { base: before.span, next: null }, { kind, name }, hint);
      } else if (definition.kind !== kind) {
        const places = { base: before.span, next: definition.span };
        report('EVO-KIND', name, places, { name, was: kind, is: definition.kind });
      }
    }
  },
};

function allOf(schema: Schema): readonly (TableDef | StructDef | EnumDef | UnionDef)[] {
  return [...schema.objects, ...schema.enums];
}
