// -I: where included schemas are looked for, too.
import { textOption, type GivenOptions, type SubcommandOption } from './subcommand.js';

/** The option. */
export const INCLUDE: SubcommandOption = {
  ...textOption('include', 'DIR', 'Look for included schemas in DIR too; may be repeated.'),
  short: 'I',
};

/** The folders that were given for it, with `/` between folders. */
export function includePaths(given: GivenOptions): string[] {
  return given.all(INCLUDE.name).map((folder) => folder.replaceAll('\\', '/'));
}
