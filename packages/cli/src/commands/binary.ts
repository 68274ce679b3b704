// -b: data to a FlatBuffer; with --schema, schemas in binary form.
import type { FlatBufferError } from '@fb/flatbuffers';
import { nothing, type CommandResult } from '../command.js';
import type { DiskHost } from '../host.js';
import { stemOf, type DataInput, type Input } from '../input.js';
import { messages } from '../messages.js';
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
  const damage = input.binary ? await damageOf(input, settings) : null;
  if (damage !== null)
    return {
      files: [],
      diagnostics: [messages.create('DATA-DAMAGED', null, { path: input.path, reason: damage.message })],
    };
  return buffer(input.path, input.schema.fileExtension ?? 'bin', input.bytes);
}

/** What is wrong with a buffer that is to be written as it was read. */
async function damageOf(
  { schema, bytes }: DataInput,
  { sizePrefixed }: Readonly<Settings>,
): Promise<FlatBufferError | null> {
  if (schema.root === null) return null;
  const { verify } = await import('@fb/flatbuffers');
  const { verify: verifyFlexBuffer } = await import('@fb/flexbuffers');
  const { tableLayout } = await import('@fb/schema');
  return verify(bytes, tableLayout(schema.root), {
    sizePrefixed,
    verifyFlexBuffer: (nested) => verifyFlexBuffer(nested) === null,
  });
}

function buffer(inputPath: string, extension: string, content: Uint8Array): CommandResult {
  return { files: [{ path: `${stemOf(inputPath)}.${extension}`, content }], diagnostics: [] };
}
