// --plugin: what a generator of another package makes of a schema. Its code is not ours: what it gives is looked at
// before anything relies on it.
import {
  entryText,
  uniteEntries,
  type GeneratedFile,
  type Generator,
  type GeneratorResult,
} from '@fb/codegen';
import { renderDiagnostic } from '@fb/diagnostics';
import { nothing, type Command, type CommandResult } from '../command.js';
import { jsonDiagnostic } from '../diagnostic-lines.js';
import { generatorInput } from '../input.js';
import { messages } from '../messages.js';
import type { Settings } from '../settings.js';
import { thrownReason } from '../thrown-reason.js';

/** What a plugin is given: `--plugin-opt` as text; `generateAll` if included types are to be written, too. */
export type PluginOptions = Readonly<Record<string, string | boolean>>;

/** The command that runs the generator of `module`. */
export function generateByPlugin(module: string, generator: Generator<PluginOptions>): Command {
  return async (input, settings): Promise<CommandResult> => {
    if (input.kind !== 'schema') return nothing();
    const { schema, all } = generatorInput(input);
    const { path } = input;
    let result: unknown;
    try {
      result = generator.generate(schema, optionsOf(settings, all));
    } catch (error) {
      const params = { module, path, reason: thrownReason(error) };
      const hint = 'this is a defect of the plugin';
      return { files: [], diagnostics: [messages.create('PLUGIN-THREW', null, params, { hint })] };
    }
    if (isResult(result)) return result;
    const hint =
      'it must give { files: [{ path, content }], diagnostics: [] }: see GeneratorResult of @fb/codegen';
    return { files: [], diagnostics: [messages.create('PLUGIN-RESULT', null, { module, path }, { hint })] };
  };
}

function optionsOf(settings: Readonly<Settings>, all: boolean): PluginOptions {
  const pairs = settings.pluginOptions.map((assignment): [string, string] => {
    const at = assignment.indexOf('=');
    return [assignment.slice(0, at), assignment.slice(at + 1)];
  });
  // fromEntries makes own properties, whatever their names.
  return { ...(settings.generateAll || all ? { generateAll: true } : {}), ...Object.fromEntries(pairs) };
}

/** Whether all that is done with results can be done with this one; trying it is the test of what is deep inside. */
function isResult(value: unknown): value is GeneratorResult {
  try {
    const { files, diagnostics } = value as GeneratorResult;
    if (!Array.isArray(files) || !Array.isArray(diagnostics)) return false;
    for (const diagnostic of (value as GeneratorResult).diagnostics) {
      if (diagnostic.severity !== 'error' && diagnostic.severity !== 'warning') return false;
      if (typeof diagnostic.code !== 'string') return false;
      renderDiagnostic(diagnostic);
      jsonDiagnostic(diagnostic);
    }
    return (value as GeneratorResult).files.every(isFile);
  } catch {
    return false;
  }
}

function isFile({ path, content, entry }: GeneratedFile): boolean {
  if (entry !== undefined) uniteEntries(entry, { ...entry, head: [entryText(entry)] });
  return typeof path === 'string' && typeof content === 'string';
}
