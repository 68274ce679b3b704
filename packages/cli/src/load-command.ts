// Where each command lives. Only those in use are loaded: start-up time is for them.
import type { Command } from './command.js';
import type { OnClash } from './output-plan.js';
import type { GeneratorName } from './settings.js';

/** A command, and what happens when two of its inputs give outputs at one path. */
export interface LoadedCommand {
  /** What tells it from all others. */
  readonly name: string;
  readonly command: Command;
  readonly onClash: OnClash;
}

/** Loads what a generator option asks for; plugins have a file of their own. */
export async function loadCommand(name: GeneratorName): Promise<LoadedCommand> {
  switch (name) {
    case 'binary':
      return { name, command: (await import('./commands/binary.js')).generateBinary, onClash: 'refuse' };
    case 'json':
      return { name, command: (await import('./commands/json.js')).generateJson, onClash: 'refuse' };
    case 'jsonschema':
      return {
        name,
        command: (await import('./commands/jsonschema.js')).generateJsonSchema,
        onClash: 'refuse',
      };
    case 'cpp':
      return { name, command: (await import('./commands/cpp.js')).generateCpp, onClash: 'refuse' };
    case 'java':
      return { name, command: (await import('./commands/java.js')).generateJava, onClash: 'refuse' };
    case 'python':
      // With --gen-all, schemas that share includes each give the modules of these; flatc keeps the last.
      return { name, command: (await import('./commands/python.js')).generatePython, onClash: 'replace' };
    case 'typescript':
      // Schemas that declare the same type each give a file for it; flatc keeps the last.
      return {
        name,
        command: (await import('./commands/typescript.js')).generateTypeScript,
        onClash: 'replace',
      };
  }
}
