// -b: data to a FlatBuffer; with --schema, schemas in binary form.
import { nothing, type CommandResult } from '../command.js';
import type { DiskHost } from '../host.js';
import { stemOf, type Input } from '../input.js';
import type { Settings } from '../settings.js';

/** The buffer of a data file, or a schema as a buffer if the settings ask for it. */
export async function generateBinary(
  input: Input,
  settings: Readonly<Settings>,
  host: DiskHost,
): Promise<CommandResult> {
  if (input.kind === 'flexbuffer') return buffer(input.path, 'bin', input.bytes);
  if (settings.schema) return (await import('./schema.js')).generateBinarySchema(input, settings, host);
  if (input.kind === 'schema') return nothing();
  return buffer(input.path, input.schema.fileExtension ?? 'bin', input.bytes);
}

function buffer(inputPath: string, extension: string, content: Uint8Array): CommandResult {
  return { files: [{ path: `${stemOf(inputPath)}.${extension}`, content }], diagnostics: [] };
}
