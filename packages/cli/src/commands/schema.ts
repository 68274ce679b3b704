// -b --schema: a schema as a buffer.
import type { Schema } from '@fb/schema';
import { writeBfbs } from '@fb/schema/bfbs';
import type { CommandResult } from '../command.js';
import type { DiskHost } from '../host.js';
import { stemOf, type DataInput, type SchemaInput } from '../input.js';
import type { Settings } from '../settings.js';

/** The binary form of a schema; given data, flatc writes that of its schema under the name of the data. */
export function generateBinarySchema(
  input: SchemaInput | DataInput,
  settings: Readonly<Settings>,
  host: DiskHost,
): CommandResult {
  const content = binarySchema(schemaOf(input, settings), settings, host);
  return { files: [{ path: `${stemOf(input.path)}.bfbs`, content }], diagnostics: [] };
}

/** A schema as bytes, the way the settings want them. */
export function binarySchema(schema: Schema, settings: Readonly<Settings>, host: DiskHost): Uint8Array {
  return writeBfbs(schema, {
    comments: settings.bfbsComments,
    builtins: settings.bfbsBuiltins,
    ...(settings.bfbsRoot === null ? {} : { projectRoot: settings.bfbsRoot }),
    absolutePaths: settings.bfbsAbsolutePaths,
    absolutePath: (file) => host.absolutePath(file),
    sizePrefixed: settings.sizePrefixed,
  });
}

/** What flatc writes is the state of its parser at that point. */
function schemaOf(input: SchemaInput | DataInput, settings: Readonly<Settings>): Schema {
  // The data's own extension has been replaced by then, and --root-type has been applied.
  if (input.kind === 'data') return { ...input.schema, fileExtension: 'bfbs' };
  // Here the type of --root-type is yet to come, and that of a schema's text is ignored.
  return settings.rootType === null || input.binary ? input.schema : { ...input.schema, root: null };
}
