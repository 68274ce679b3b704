// --json: data as JSON text.
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
    // A verified buffer can still hold what the text has no form for, or be far smaller than its text.
    if (!(error instanceof UnprintableError || error instanceof FlexBufferError)) throw error;
    const params = { path: input.path, reason: error.message };
    return { files: [], diagnostics: [messages.create('DATA-UNPRINTABLE', null, params)] };
  }
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
