// What every subcommand understands.
import type { SubcommandOption } from './subcommand.js';

/** Options that every subcommand has. */
export const COMMON_OPTIONS: readonly SubcommandOption[] = [
  { name: 'quiet', value: null, help: 'Print errors and results only.' },
  { name: 'json-diagnostics', value: null, help: 'Print each message as a line of JSON.' },
  {
    name: 'github-diagnostics',
    value: null,
    help: 'Print messages as GitHub Actions shows them in the code.',
  },
  { name: 'help', short: 'h', value: null, help: 'Show this text.' },
];
