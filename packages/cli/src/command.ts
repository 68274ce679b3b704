// What a command is: it turns one input into outputs, and touches no disk and no terminal.
import type { Diagnostic } from '@fb/diagnostics';
import type { DiskHost } from './host.js';
import type { Input } from './input.js';
import type { OutputFile } from './output-plan.js';
import type { Settings } from './settings.js';

/** What a command gives for one input. */
export interface CommandResult {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns one input into outputs; none if the input is not its business. */
export type Command = (input: Input, settings: Readonly<Settings>, host: DiskHost) => Promise<CommandResult>;

/** The result of a command that has nothing to do with an input. */
export function nothing(): CommandResult {
  return { files: [], diagnostics: [] };
}
