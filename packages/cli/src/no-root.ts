// Data of a schema that does not say what its data is.
import type { Diagnostic } from '@fb/diagnostics';
import { messages } from './messages.js';

/** What is wrong with the data file at `path` if the schema at `schemaPath` has no root. */
export function noRoot(path: string, schemaPath: string): Diagnostic {
  const hint = 'add `root_type T;` to the schema, or give --root-type T';
  return messages.create('DATA-NO-ROOT', null, { path, schema: schemaPath }, { hint });
}
