// --json: data as JSON text.
import { JsonCodec, printFlexJson } from '@fb/json';
import { nothing, type CommandResult } from '../command.js';
import { stemOf, type DataInput, type FlexBufferInput, type Input } from '../input.js';
import { printProblem } from '../print-problem.js';
import type { Settings } from '../settings.js';

/** The text of a data file. */
export async function generateJson(input: Input, settings: Readonly<Settings>): Promise<CommandResult> {
  if (input.kind === 'schema') return nothing();
  try {
    const content = textOf(input, settings);
    return { files: [{ path: `${stemOf(input.path)}.json`, content }], diagnostics: [] };
  } catch (error) {
    const problem = printProblem(error, input.path);
    if (problem === null) throw error;
    return { files: [], diagnostics: [problem] };
  }
}

/** From this many bytes on, code made for the schema pays. */
const COMPILE_FROM = 50_000;

function textOf(input: DataInput | FlexBufferInput, settings: Readonly<Settings>): string | Uint8Array {
  const { strictJson: strict, naturalUtf8, defaultsJson: defaults, allowNonUtf8, sizePrefixed } = settings;
  if (input.kind === 'flexbuffer') return printFlexJson(input.bytes, { strict });
  const codec = new JsonCodec(input.schema, { compile: input.bytes.length >= COMPILE_FROM });
  return codec.print(input.bytes, {
    strict,
    naturalUtf8,
    defaults,
    allowNonUtf8,
    sizePrefixed,
    precise: settings.jsonPrecise,
    longStrings: settings.jsonLongStrings,
    base64: settings.jsonBase64,
    ...(settings.jsonCompact ? { indent: false } : {}),
    ...(settings.jsonSelect === null ? {} : { select: settings.jsonSelect }),
  });
}
