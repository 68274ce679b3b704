// Names of a schema go into code as they are, so they must be names. Those of a schema text are; those of a schema
// that was read from bytes can be anything.
import type { Diagnostic } from '@fb/diagnostics';
import type { Named, Schema } from '@fb/schema';
import { generatorMessages } from './messages.js';

/** An error for each name of the schema that is no identifier: a letter or `_`, then letters, digits and `_`. @public */
export function checkIdentifiers(schema: Schema): readonly Diagnostic[] {
  return [...namesOf(schema)]
    .filter(({ name }) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    .map(({ name, span }) => generatorMessages.create('GEN-NAME', span, { name: JSON.stringify(name) }));
}

function* namesOf(schema: Schema): Generator<Pick<Named, 'name' | 'span'>> {
  for (const def of [...schema.enums, ...schema.objects, ...schema.services]) {
    yield def;
    for (const name of def.namespace) yield { name, span: def.span };
    if (def.kind === 'enum') yield* def.values;
    else if (def.kind === 'union') yield* [...def.members, ...def.discriminator.values];
    else if (def.kind === 'service') yield* def.calls;
    else yield* def.fields;
  }
}
