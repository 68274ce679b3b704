// flatc's own argument grammar over the option table: left to right, files in between, and `--` before binaries.
// No argument-parsing library expresses it: short options end at the first file and are never bundled.
import { nearestName, type Diagnostic } from '@fb/diagnostics';
import { messages } from './messages.js';
import { OPTIONS, type Option } from './options.js';
import { defaultSettings, type GeneratorName, type Settings } from './settings.js';
import { isSubcommandName, SUBCOMMAND_NAMES } from './subcommands/summaries.js';

/** A file on the command line. */
export interface InputFile {
  readonly path: string;
  /** Whether it stands after `--`, so that it is a buffer. */
  readonly binary: boolean;
}

/** What a command line means. */
export type CommandLine =
  | { readonly kind: 'show'; readonly what: 'help' | 'version' }
  | { readonly kind: 'mistake'; readonly diagnostic: Diagnostic }
  | {
      /** No file and nothing to make is named: a config file says it, if there is one. */
      readonly kind: 'project';
      readonly settings: Readonly<Settings>;
    }
  | {
      readonly kind: 'work';
      readonly settings: Readonly<Settings>;
      readonly files: readonly InputFile[];
      readonly warnings: readonly Diagnostic[];
    };

/** What may stand beside a config file: how this run goes, not what it makes. */
export const OF_ANY_RUN: ReadonlySet<keyof Settings> = new Set([
  'config',
  'makeRules',
  'fileNamesOnly',
  'dryRun',
  'quiet',
  'jsonDiagnostics',
  'githubDiagnostics',
  'noWarnings',
  'warningsAsErrors',
]);

/** Reads the arguments, without the names of the interpreter and the program. */
export function parseArguments(args: readonly string[]): CommandLine {
  const settings = defaultSettings();
  const paths: string[] = [];
  const warnings: Diagnostic[] = [];
  let binariesFrom = Number.POSITIVE_INFINITY;
  let making: string | null = null;

  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? '';
    // Standard input, which flatc does not know; as a schema it would be none by its name.
    if (!argument.startsWith('-') || argument === '-') {
      paths.push(slashes(argument));
      continue;
    }
    if (argument === '--') {
      binariesFrom = paths.length;
      continue;
    }
    if (paths.length > 0 && !argument.startsWith('--')) return mistake(lateOption(argument));
    const found = findOption(argument);
    if (found === null) return mistake(unknownOption(argument, args));
    const { option } = found;

    if (option.effect.kind === 'show') return option.effect;
    if (option.effect.kind === 'unsupported') return mistake(unsupportedOption(argument, option.effect.what));
    let { value } = found;
    if (option.value !== null && value === null) {
      value = args[++i] ?? null;
      if (value === null) return mistake(missingValue(argument, option.value));
    }
    value ??= '';
    if (option.anyCase) value = value.toLowerCase();
    const { choices, deprecated, emptyIsDefault } = option;
    const known = choices === null || choices.includes(value) || (emptyIsDefault && value === '');
    if (!known) return mistake(unknownChoice(argument, choices, value));
    if (deprecated !== null) warnings.push(deprecatedOption(argument, deprecated));
    if (!('setting' in option.effect && OF_ANY_RUN.has(option.effect.setting))) making ??= argument;
    apply(option, value, settings);
  }

  const files = paths.map((path, i) => ({ path, binary: i >= binariesFrom }));
  const beside = files[0]?.path ?? making;
  if (beside === null) return { kind: 'project', settings };
  if (settings.config !== null) return mistake(configNotAlone(beside));
  if (files.length === 0) return mistake(messages.create('CLI-NO-FILE', null, {}));
  if (settings.annotate !== null) return { kind: 'work', settings, files, warnings };
  const asked = settings.generators.length > 0 || settings.plugins.length > 0;
  if (settings.proto) {
    if (asked || settings.conform !== null) return mistake(protoNotAlone());
    warnings.push(messages.create('W-CLI-PROTO', null, {}));
  } else if (!asked && settings.conform === null) {
    return mistake(messages.create('CLI-NO-GENERATOR', null, {}, { hint: generatorHint(settings, args) }));
  }
  const conflict = conflictIn(settings);
  if (conflict !== null) return mistake(conflict);
  if (settings.grpc) warnings.push(...settings.generators.flatMap(withoutServices));
  return { kind: 'work', settings, files, warnings };
}

/** What is wrong with options that cannot stand together. */
export function conflictIn(settings: Readonly<Settings>): Diagnostic | null {
  const cpp = settings.generators.includes('cpp');
  if (cpp && settings.cppStaticReflection && settings.cppStandard !== 'c++17') {
    const params = { option: '--cpp-static-reflection', other: '--cpp-std c++17' };
    return messages.create('CLI-OPTION-NEEDS', null, params);
  }
  const vague = settings.pluginOptions.find((assignment) => !/^[^=]+=/.test(assignment));
  if (vague !== undefined) return unknownChoice('--plugin-opt', ['KEY=VALUE'], vague);
  if (settings.pluginOptions.length > 0 && settings.plugins.length === 0) {
    return messages.create('CLI-OPTION-NEEDS', null, { option: '--plugin-opt', other: '--plugin MODULE' });
  }
  if (settings.csJsonSerializer && !settings.objectApi) {
    const params = { option: '--cs-gen-json-serializer', other: '--gen-object-api' };
    return messages.create('CLI-OPTION-NEEDS', null, params);
  }
  return null;
}

function apply(option: Option, value: string, settings: Settings): void {
  const { effect } = option;
  switch (effect.kind) {
    case 'generator':
      if (!settings.generators.includes(effect.name)) settings.generators.push(effect.name);
      // flatc forgets this one at each generator option, so scripts give it last and some rely on its absence.
      settings.bfbsComments = false;
      break;
    case 'switch':
      settings[effect.setting] = effect.to;
      break;
    case 'text':
      settings[effect.setting] = value === '' && option.emptyIsDefault ? null : value;
      break;
    case 'folder':
      settings[effect.setting] = slashes(value);
      break;
    case 'folders':
      settings[effect.setting].push(slashes(value));
      break;
    case 'list':
      settings[effect.setting].push(value);
      break;
    case 'show':
    case 'none':
    case 'unsupported':
  }
}

/** The row for an argument, and its value if that is attached by `=`. */
function findOption(argument: string): { option: Option; value: string | null } | null {
  const exact = OPTIONS.find(({ names }) => names.includes(argument));
  if (exact !== undefined) return { option: exact, value: null };
  const at = argument.indexOf('=');
  if (at < 0) return null;
  const option = OPTIONS.find(({ names, equals }) => equals && names.includes(argument.slice(0, at)));
  return option === undefined ? null : { option, value: argument.slice(at + 1) };
}

function mistake(diagnostic: Diagnostic): CommandLine {
  return { kind: 'mistake', diagnostic };
}

/** What to do where nothing is asked for. */
function generatorHint(settings: Readonly<Settings>, args: readonly string[]): string {
  const subcommand = subcommandHint(args);
  if (subcommand !== null) return subcommand;
  if (settings.schema) return '--schema goes with -b: flatc -b --schema ...';
  if (settings.grpc) return '--grpc goes with --cpp, --java, --python or --ts';
  return `the choices are ${generators()}, --plugin MODULE`;
}

/** What is to say about words that look like a subcommand. */
function subcommandHint([first = '', ...others]: readonly string[]): string | null {
  // As the first word it is one, but for a file of that name.
  const late = isSubcommandName(first) ? undefined : others.find(isSubcommandName);
  if (late !== undefined) return `a subcommand is the first word: flatc ${late} ...`;
  const meant = /^[a-z]+$/i.test(first) ? nearestName(first, SUBCOMMAND_NAMES) : null;
  return meant === null ? null : `did you mean flatc ${meant}?`;
}

function unknownOption(argument: string, args: readonly string[]): Diagnostic {
  const hint = subcommandHint(args) ?? unknownOptionHint(argument);
  return messages.create('CLI-OPTION', null, { option: argument }, hint === null ? {} : { hint });
}

function unknownOptionHint(argument: string): string | null {
  const names = OPTIONS.flatMap((row) => row.names);
  const [assigned = '', ...value] = argument.split('=');
  const option = OPTIONS.find((row) => row.names.includes(assigned));
  if (option !== undefined) {
    return option.value === null ? `${assigned} takes no value` : `write ${assigned} ${value.join('=')}`;
  }
  const letters = /^-([A-Za-z]{2,})$/.exec(argument)?.[1];
  if (letters !== undefined) {
    if (names.includes(`-${argument}`)) return `did you mean -${argument}?`;
    const apart = [...letters].map((letter) => `-${letter}`);
    if (apart.every((name) => names.includes(name))) return `write short options apart: ${apart.join(' ')}`;
  }
  const meant = nearestName(argument, names);
  return meant === null ? null : `did you mean ${meant}?`;
}

function lateOption(argument: string): Diagnostic {
  const long = findOption(argument)?.option.names.find((name) => name.startsWith('--'));
  const move = `put ${argument} before the files`;
  const hint = long === undefined ? move : `${move}, or write ${long}`;
  return messages.create('CLI-OPTION-LATE', null, { option: argument }, { hint });
}

function missingValue(option: string, value: string): Diagnostic {
  return messages.create('CLI-OPTION-VALUE', null, { option, value });
}

function unknownChoice(option: string, choices: readonly string[], value: string): Diagnostic {
  return messages.create('CLI-OPTION-CHOICE', null, { option, choices: choices.join(', '), value });
}

function deprecatedOption(option: string, advice: string): Diagnostic {
  return messages.create('W-CLI-DEPRECATED', null, { option, advice });
}

function protoNotAlone(): Diagnostic {
  const hint = 'run flatc once with --proto, then again on the .fbs it wrote';
  return messages.create('CLI-PROTO-ALONE', null, {}, { hint });
}

function configNotAlone(beside: string): Diagnostic {
  const hint = 'put it into the config file, or leave --config out';
  return messages.create('CLI-CONFIG-ALONE', null, { beside }, { hint });
}

/** What is to say about `--grpc` beside an output that knows no services. */
function withoutServices(name: GeneratorName): readonly Diagnostic[] {
  if (name !== 'binary' && name !== 'json' && name !== 'jsonschema') return [];
  return [messages.create('W-CLI-GRPC', null, { option: `--${name}` })];
}

/** An option that flatc has and this does not. */
function unsupportedOption(option: string, what: string): Diagnostic {
  const hint = `supported so far are ${generators()}, and --schema with -b`;
  return messages.create('CLI-UNSUPPORTED', null, { option, what }, { hint });
}

/** The generator options in words, as in `-b (--binary), -t (--json)`. */
function generators(): string {
  return OPTIONS.filter(({ effect }) => effect.kind === 'generator')
    .map(({ names: [name = '', ...others] }) => [name, ...others.map((other) => `(${other})`)].join(' '))
    .join(', ');
}

/** Paths may be written the Windows way everywhere. */
function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
