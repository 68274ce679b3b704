// The help text of one subcommand.
import type { Painter } from '../paint.js';
import type { Subcommand, SubcommandOption } from './subcommand.js';

/** A subcommand with all of its options, and how the text is coloured. */
interface HelpSubject {
  readonly name: string;
  readonly summary: string;
  readonly subcommand: Subcommand;
  readonly options: readonly SubcommandOption[];
  readonly paint: Painter;
}

/** What `flatc NAME --help` shows. */
export function subcommandHelp({ name, summary, subcommand, options, paint }: HelpSubject): string {
  const { usage, examples, notes = [] } = subcommand;
  const indent = options.some(({ short }) => short !== undefined) ? '    ' : '';
  const spelled = options.map(({ name: option, short, value, help }) => ({
    spelling: `${short === undefined ? indent : `-${short}, `}--${option}${value === null ? '' : ` ${value}`}`,
    help,
  }));
  const width = Math.max(...spelled.map(({ spelling }) => spelling.length)) + 2;
  const lineWidth = Math.max(...examples.map(([line]) => line.length)) + 2;
  const lines = [
    `flatc ${name}: ${summary}`,
    '',
    `Usage: flatc ${name} ${usage}`,
    '',
    paint('heading', 'Options:'),
    ...spelled.map(({ spelling, help }) => `  ${spelling.padEnd(width)}${help}`),
    ...notes.flatMap((note) => ['', note]),
    '',
    paint('heading', 'Examples:'),
    ...examples.map(([line, what]) => `  ${line.padEnd(lineWidth)}${what}`),
  ];
  return `${lines.join('\n')}\n`;
}
