// --json: data as JSON text.
import type { Diagnostic } from '@fb/diagnostics';
import { FlatBufferError } from '@fb/flatbuffers';
import { FlexBufferError } from '@fb/flexbuffers';
import { printFlexJson, printJsonBytes, UnprintableError } from '@fb/json';
import { nothing, type CommandResult } from '../command.js';
import { stemOf, type DataInput, type FlexBufferInput, type Input } from '../input.js';
import { messages } from '../messages.js';
import type { Settings } from '../settings.js';

/** The text of a data file. */
export async function generateJson(input: Input, settings: Readonly<Settings>): Promise<CommandResult> {
  if (input.kind === 'schema') return nothing();
  try {
    const content = textOf(input, settings);
    return { files: [{ path: `${stemOf(input.path)}.json`, content }], diagnostics: [] };
  } catch (error) {
    const problem = problemOf(error, input.path);
    if (problem === null) throw error;
    return { files: [], diagnostics: [problem] };
  }
}

/** The diagnostic for what printing throws because of the data; `null` for anything else. */
function problemOf(error: unknown, path: string): Diagnostic | null {
  if (error instanceof FlatBufferError)
    return messages.create('DATA-DAMAGED', null, { path, reason: error.message });
  // A valid buffer can still hold what the text has no form for, or be far smaller than its text.
  if (error instanceof UnprintableError || error instanceof FlexBufferError)
    return messages.create('DATA-UNPRINTABLE', null, { path, reason: error.message });
  return null;
}

function textOf(input: DataInput | FlexBufferInput, settings: Readonly<Settings>): string | Uint8Array {
  const { strictJson: strict, naturalUtf8, defaultsJson: defaults, allowNonUtf8, sizePrefixed } = settings;
  return input.kind === 'flexbuffer'
    ? printFlexJson(input.bytes, { strict })
    : printJsonBytes(input.schema, input.bytes, {
        strict,
        naturalUtf8,
        defaults,
        allowNonUtf8,
        sizePrefixed,
      });
}
