// NAME-CLASH: names that generators derive from one field must not be those of another.
import type { Type } from '@fb/schema';
import type { FieldDraft } from '../bind/draft.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

/** What is appended to the name of a field of such a type. */
const SUFFIXES: readonly {
  readonly endings: readonly string[];
  readonly applies: (type: Type) => boolean;
}[] = [
  // `_type` is the hidden field itself, a duplicate.
  { endings: ['Type'], applies: (type) => type.kind === 'union' },
  { endings: ['_length', 'Length'], applies: (type) => type.kind === 'vector' && !type.wide },
  { endings: ['_byte_vector', 'ByteVector'], applies: (type) => type.kind === 'string' },
];

/** Few names end like a derived one. */
const LAST_LETTERS = new Set(SUFFIXES.flatMap(({ endings }) => endings.map((ending) => ending.at(-1))));

export const nameClash: Rule = {
  object({ fields }, { report }) {
    const suspects = fields.filter(({ name }) => LAST_LETTERS.has(name.at(-1)));
    if (suspects.length === 0) return;
    const byName = new Map<string, FieldDraft>();
    for (const field of fields) if (!byName.has(field.name)) byName.set(field.name, field);
    for (const other of suspects) {
      const owner = ownerOf(other.name, byName);
      if (owner === null) continue;
      const related = [{ message: 'clashes with this field', span: owner.span }];
      report(messages.create('NAME-CLASH', other.span, { name: owner.name, other: other.name }, { related }));
    }
  },
};

/** The field from whose name this one would be derived. */
function ownerOf(name: string, byName: ReadonlyMap<string, FieldDraft>): FieldDraft | null {
  for (const { endings, applies } of SUFFIXES) {
    for (const ending of endings) {
      if (!name.endsWith(ending)) continue;
      const owner = byName.get(name.slice(0, -ending.length));
      if (owner !== undefined && owner.type !== null && applies(owner.type)) return owner;
    }
  }
  return null;
}
