// The style of a schema: what compiles, and readers of generated code in any language will stumble over.
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema } from '@fb/schema';
import { messages } from '../messages.js';

/** What is to say about the definitions of a schema's own file; includes are looked at when they are named. */
export function lintSchema(schema: Schema): Diagnostic[] {
  const own = schema.mainFile.path;
  const found: Diagnostic[] = [];
  for (const { name, span } of [...schema.objects, ...schema.enums, ...schema.services]) {
    if (span?.source.path === own && !/^[A-Z][A-Za-z0-9]*$/.test(name))
      found.push(messages.create('W-LINT-TYPE', span, { name }));
  }
  const { root } = schema;
  if (root?.span?.source.path === own && schema.fileIdentifier === null)
    found.push(messages.create('W-LINT-IDENTIFIER', root.span, { name: root.fullName }));
  return found;
}
