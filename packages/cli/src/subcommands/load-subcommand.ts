// Where each subcommand lives. Only the one in use is loaded.
import type { Subcommand } from './subcommand.js';
import type { SubcommandName } from './summaries.js';

/** Loads a subcommand. */
export async function loadSubcommand(name: SubcommandName): Promise<Subcommand> {
  switch (name) {
    case 'fmt':
      return (await import('./fmt.js')).fmt;
    case 'lint':
      return (await import('./lint.js')).lint;
    case 'breaking':
      return (await import('./breaking.js')).breaking;
    case 'inspect':
      return (await import('./inspect.js')).inspect;
    case 'convert':
      return (await import('./convert.js')).convert;
    case 'init':
      return (await import('./init.js')).init;
    case 'watch':
      return (await import('./watch.js')).watch;
    case 'completion':
      return (await import('./completion.js')).completion;
    case 'help':
      return (await import('./help.js')).help;
  }
}
