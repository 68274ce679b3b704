// A schema file of the command line to a schema: `.fbs` text with its includes, or a `.bfbs`.
import type { Diagnostic } from '@fb/diagnostics';
import type { LoadOptions } from '@fb/idl';
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
  const file = host.read(path);
  if ('reason' in file) return notLoaded(messages.create('FILE-READ', null, { path, reason: file.reason }));
  const binary = path.endsWith('.bfbs');
  const { schema, diagnostics } = binary
    ? await readBinary(path, file.bytes)
    : await readText(path, host, settings);
  // Like flatc, which goes by the name, this takes a .proto file for a schema; most are none.
  if (path.endsWith('.proto') && diagnostics.some(({ code }) => code === 'SYN-DECL'))
    return notLoaded(messages.create('FILE-PROTO', null, { path }));
  if (schema === null) return notLoaded(...diagnostics);
  const dataSchema = settings.rootType === null ? schema : withRoot(schema, settings.rootType);
  if (dataSchema === null)
    return notLoaded(...diagnostics, unknownRoot(path, schema, settings.rootType ?? ''));
  const sources = binary ? [path] : schema.files.map((each) => each.path);
  return { input: { kind: 'schema', path, schema, dataSchema, sources, binary }, diagnostics };
}

/** A schema, or what is wrong with it. */
interface Read {
  readonly schema: Schema | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function readText(path: string, host: DiskHost, settings: Readonly<Settings>): Promise<Read> {
  const { loadSchema } = await import('@fb/idl');
  return loadSchema(path, host, loadOptions(settings));
}

function loadOptions(settings: Readonly<Settings>): LoadOptions {
  return {
    includePaths: settings.includePaths,
    strict: settings.strict,
    requireIds: settings.requireExplicitIds,
    forbidPrivateLeaks: settings.noPrivateLeaks,
    allowNonUtf8: settings.allowNonUtf8,
    shortUnionNames: settings.shortUnionNames,
  };
}

/** What tells the schema at `path` from one that is loaded with other settings. */
export function schemaKey(path: string, settings: Readonly<Settings>): string {
  return JSON.stringify([path, loadOptions(settings), settings.rootType]);
}

async function readBinary(path: string, bytes: Uint8Array): Promise<Read> {
  const { readBfbs } = await import('@fb/schema/bfbs');
  const { schema, error } = readBfbs(bytes);
  if (schema !== null) return { schema, diagnostics: [] };
  return { schema, diagnostics: [messages.create('SCHEMA-DAMAGED', null, { path, reason: error.message })] };
}

/** The schema with another root, or `null` if it has no table called `fullName`. */
function withRoot(schema: Schema, fullName: string): Schema | null {
  const root = schema.objects.find((object) => object.fullName === fullName);
  return root?.kind === 'table' ? { ...schema, root } : null;
}

function unknownRoot(path: string, schema: Schema, type: string): Diagnostic {
  const meant = schema.objects.find(({ kind, name }) => kind === 'table' && name === type);
  const extras = meant === undefined ? {} : { hint: `write the full name: --root-type ${meant.fullName}` };
  return messages.create('ROOT-UNKNOWN', null, { path, type }, extras);
}
