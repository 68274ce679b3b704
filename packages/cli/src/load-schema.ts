// A schema file of the command line to a schema: `.fbs` text with its includes, or a `.bfbs`.
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema } from '@fb/schema';
import type { DiskHost } from './host.js';
import { notLoaded, type Loaded, type SchemaInput } from './input.js';
import { messages } from './messages.js';
import type { Settings } from './settings.js';

/** Whether the name says that the file is a schema; flatc goes by the name alone, and by its exact case. */
export function isSchemaPath(path: string): boolean {
  return /\.(fbs|bfbs|proto)$/.test(path);
}

/** Reads the schema at `path`, which {@link isSchemaPath} knows. */
export async function loadSchemaFile(
  path: string,
  host: DiskHost,
  settings: Readonly<Settings>,
): Promise<Loaded<SchemaInput>> {
  if (path.endsWith('.proto'))
    return notLoaded(messages.create('FILE-UNSUPPORTED', null, { path, what: '.proto' }));
  if (path.endsWith('.bfbs'))
    return notLoaded(messages.create('FILE-UNSUPPORTED', null, { path, what: '.bfbs' }));
  const file = host.read(path);
  if ('reason' in file) return notLoaded(messages.create('FILE-READ', null, { path, reason: file.reason }));
  const { loadSchema } = await import('@fb/idl');
  const { schema, diagnostics } = loadSchema(path, host, {
    includePaths: settings.includePaths,
    strict: settings.strict,
    requireIds: settings.requireExplicitIds,
    forbidPrivateLeaks: settings.noPrivateLeaks,
    allowNonUtf8: settings.allowNonUtf8,
    shortUnionNames: settings.shortUnionNames,
  });
  if (schema === null) return notLoaded(...diagnostics);
  const dataSchema = settings.rootType === null ? schema : withRoot(schema, settings.rootType);
  if (dataSchema === null) return notLoaded(...diagnostics, unknownRoot(schema, settings.rootType ?? ''));
  return { input: { kind: 'schema', path, schema, dataSchema }, diagnostics };
}

/** The schema with another root, or `null` if it has no table called `fullName`. */
function withRoot(schema: Schema, fullName: string): Schema | null {
  const root = schema.objects.find((object) => object.fullName === fullName);
  return root?.kind === 'table' ? { ...schema, root } : null;
}

function unknownRoot(schema: Schema, type: string): Diagnostic {
  const meant = schema.objects.find(({ kind, name }) => kind === 'table' && name === type);
  const extras = meant === undefined ? {} : { hint: `write the full name: --root-type ${meant.fullName}` };
  return messages.create('ROOT-UNKNOWN', null, { path: schema.mainFile.path, type }, extras);
}
