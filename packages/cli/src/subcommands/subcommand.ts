// What a subcommand is: a word that may stand first on the command line, with options of its own.
import type { Io } from '../io.js';
import { OPTIONS } from '../options.js';
import type { Report } from '../report.js';
import type { SubcommandName } from './summaries.js';

/** An option of a subcommand: a switch, or text that follows. */
export interface SubcommandOption {
  readonly name: string;
  /** One letter that does for it. */
  readonly short?: string;
  /** What the text is called in the help; `null` for a switch. */
  readonly value: string | null;
  readonly help: string;
}

/** The options that were given. */
export interface GivenOptions {
  has(name: string): boolean;
  /** The texts given for an option, in order. */
  all(name: string): readonly string[];
  /** The last of them. */
  text(name: string): string | null;
}

/** What a subcommand gets. */
export interface SubcommandCall {
  readonly operands: readonly string[];
  readonly given: GivenOptions;
  readonly io: Io;
  readonly report: Report;
  /** Says what went well, on standard error; nothing with --quiet. */
  note(text: string): void;
  /** Loads a subcommand, for one that tells of others. */
  load(name: SubcommandName): Promise<Subcommand>;
}

/** A subcommand. */
export interface Subcommand {
  /** What stands behind its name. */
  readonly usage: string;
  readonly options: readonly SubcommandOption[];
  /** What else its help says. */
  readonly notes?: readonly string[];
  /** Whether an ordinary command line follows, all of which are the operands then. */
  readonly ordinary?: boolean;
  /** Command lines that show what it is for, and what each does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Does the work; whether all went well. */
  run(call: SubcommandCall): Promise<boolean>;
}

/** A switch. */
export function toggle(name: string, help: string): SubcommandOption {
  return { name, value: null, help };
}

/** An option with a text behind it. */
export function textOption(name: string, value: string, help: string): SubcommandOption {
  return { name, value, help };
}

/** The option that flatc itself has by this name. */
export function optionAs(name: string): SubcommandOption {
  const option = OPTIONS.find(({ names }) => names.includes(`--${name}`));
  if (option === undefined) throw new Error(`there is no option --${name}`);
  return { name, value: option.value, help: option.help };
}
