// Whether a command line begins with a subcommand, and running it.
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearestName, type Diagnostic } from '@fb/diagnostics';
import type { Io } from '../io.js';
import { messages } from '../messages.js';
import { diagnosticFormat, reporter } from '../report.js';
import { COMMON_OPTIONS } from './common-options.js';
import { loadSubcommand } from './load-subcommand.js';
import { subcommandHelp } from './subcommand-help.js';
import type { GivenOptions, Subcommand, SubcommandOption } from './subcommand.js';
import { isSubcommandName, SUMMARIES, type SubcommandName } from './summaries.js';

/**
 * The subcommand that `args` begin with, if any: its name, as the very first argument. A file of that name in the
 * current folder goes first, as the reference would read it; `./fmt` is always a file.
 */
export function subcommandName(args: readonly string[], cwd: string): SubcommandName | null {
  const [name = ''] = args;
  if (!isSubcommandName(name)) return null;
  return statSync(path.resolve(cwd, name), { throwIfNoEntry: false })?.isFile() === true ? null : name;
}

/** Runs the subcommand `name` with what follows it; gives the exit status. */
export async function runSubcommand(name: SubcommandName, args: readonly string[], io: Io): Promise<number> {
  const [first = ''] = args;
  if (name === 'help' && isSubcommandName(first)) return runSubcommand(first, ['--help'], io);
  const subcommand = await loadSubcommand(name);
  const options = [...subcommand.options, ...COMMON_OPTIONS];
  const { given, operands, mistake } =
    subcommand.ordinary === true
      ? ordinaryArguments(args)
      : readArguments(name === 'help' ? args.map(subjectOf) : args, options);
  const quiet = given.has('quiet');
  const format = diagnosticFormat(given.has('json-diagnostics'), given.has('github-diagnostics'));
  const report = reporter(io, { noWarnings: quiet, warningsAsErrors: false, format });
  if (mistake !== null) {
    report([mistake]);
    if (format === 'text')
      io.stderr.write(`\n${usageOf(name, subcommand)}All options: flatc ${name} --help\n`);
    return 1;
  }
  if (given.has('help')) {
    const { painterFor } = await import('../paint.js');
    const paint = painterFor(io.stdout, io.env);
    io.stdout.write(subcommandHelp({ name, summary: SUMMARIES[name], subcommand, options, paint }));
    return 0;
  }
  const note = (text: string): void => {
    if (!quiet && format === 'text') io.stderr.write(`${text}\n`);
  };
  return (await subcommand.run({ operands, given, io, report, note, load: loadSubcommand })) ? 0 : 1;
}

/** An option that help is asked for is no option of help. */
function subjectOf(argument: string): string {
  const isOwn = COMMON_OPTIONS.some(({ name, short }) => [`--${name}`, `-${short}`].includes(argument));
  return isOwn ? argument : argument.replace(/^-+/, '');
}

function usageOf(name: string, { usage }: Subcommand): string {
  return `Usage: flatc ${name} ${usage}\n`;
}

interface ReadArguments {
  readonly given: GivenOptions;
  readonly operands: readonly string[];
  readonly mistake: Diagnostic | null;
}

/** Only what this file has to know is looked for. */
function ordinaryArguments(args: readonly string[]): ReadArguments {
  const has = (name: string): boolean =>
    args.includes(`--${name}`) || (name === 'help' && args.includes('-h'));
  return { given: { has, all: () => [], text: () => null }, operands: args, mistake: null };
}

function readArguments(args: readonly string[], options: readonly SubcommandOption[]): ReadArguments {
  const config: NonNullable<ParseArgsConfig['options']> = {};
  for (const { name, short, value } of options) {
    config[name] = {
      type: value === null ? 'boolean' : 'string',
      multiple: true,
      ...(short === undefined ? {} : { short }),
    };
  }
  // Not strict: its exceptions have neither our words nor a hint.
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const texts = new Map<string, string[]>();
  let mistake: Diagnostic | null = null;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) mistake ??= unknown(token.rawName, options);
    else if (option.value === null && token.value !== undefined)
      mistake ??= messages.create('CLI-OPTION', null, { option: `${token.rawName}=${token.value}` });
    else if (option.value !== null && token.value === undefined)
      mistake ??= messages.create('CLI-OPTION-VALUE', null, { option: token.rawName, value: option.value });
    texts.set(token.name, [...(texts.get(token.name) ?? []), token.value ?? '']);
  }
  const given: GivenOptions = {
    has: (name) => texts.has(name),
    all: (name) => texts.get(name) ?? [],
    text: (name) => texts.get(name)?.at(-1) ?? null,
  };
  return { given, operands: positionals.map((each) => each.replaceAll('\\', '/')), mistake };
}

function unknown(option: string, options: readonly SubcommandOption[]): Diagnostic {
  const meant = nearestName(
    option,
    options.map(({ name }) => `--${name}`),
  );
  return messages.create(
    'CLI-OPTION',
    null,
    { option },
    meant === null ? {} : { hint: `did you mean ${meant}?` },
  );
}
