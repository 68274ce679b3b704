// What there is to complete: the option table and the subcommands, for the scripts of all shells.
import { OPTIONS, TOPIC_NAMES, type Option } from '../options.js';
import { COMMON_OPTIONS } from '../subcommands/common-options.js';
import type { SubcommandCall, SubcommandOption } from '../subcommands/subcommand.js';
import { SUBCOMMAND_NAMES, SUMMARIES } from '../subcommands/summaries.js';
import { SHELLS } from './shells.js';

/** An option, as shells see it. */
export interface CompletedOption {
  /** Every spelling, the short one first. */
  readonly names: readonly string[];
  readonly help: string;
  /** What follows: nothing, one of some words, a folder, or what may be a file. */
  readonly value: readonly string[] | 'folder' | 'file' | null;
}

/** A subcommand, as shells see it. */
export interface CompletedSubcommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What may follow; `null` for files. */
  readonly words: readonly string[] | null;
}

/** All that can be completed. */
export interface Completions {
  readonly options: readonly CompletedOption[];
  readonly subcommands: readonly CompletedSubcommand[];
}

/** Collects it; `load` loads a subcommand. */
export async function completions(load: SubcommandCall['load']): Promise<Completions> {
  return {
    options: OPTIONS.filter(isOffered).map(completedOption),
    subcommands: await Promise.all(
      SUBCOMMAND_NAMES.map(async (name) => ({
        name,
        summary: SUMMARIES[name],
        options: [...(await load(name)).options, ...COMMON_OPTIONS].map(completedSubcommandOption),
        words: wordsAfter(name),
      })),
    ),
  };
}

/** Not those that do nothing, and not those that only old scripts use. */
function isOffered({ deprecated, effect }: Option): boolean {
  return deprecated === null && effect.kind !== 'none' && effect.kind !== 'unsupported';
}

function completedOption({ names, help, value, choices }: Option): CompletedOption {
  const spellings = names.filter((name) => !name.includes('='));
  return { names: spellings, help, value: choices ?? valueKind(value) };
}

function completedSubcommandOption({ name, short, help, value }: SubcommandOption): CompletedOption {
  return {
    names: [...(short === undefined ? [] : [`-${short}`]), `--${name}`],
    help,
    value: valueKind(value),
  };
}

function valueKind(value: string | null): 'folder' | 'file' | null {
  return value === null ? null : value === 'DIR' ? 'folder' : 'file';
}

function wordsAfter(name: string): readonly string[] | null {
  if (name === 'completion') return SHELLS;
  if (name !== 'help') return null;
  return [...Object.values(TOPIC_NAMES), ...SUBCOMMAND_NAMES];
}
