// What each subcommand is for. Names alone: nothing is loaded for them.

/** The subcommands, in the order of the help. */
export const SUMMARIES = {
  fmt: 'lay out schemas the one way',
  lint: 'check schemas and their style',
  breaking: 'find changes of schemas that break data or code',
  inspect: 'show what each byte of a buffer is, and verify it',
  convert: 'turn streams of JSON lines into size-prefixed buffers, and back',
  init: 'write a config file, so that plain flatc makes all outputs',
  watch: 'make the outputs anew whenever a file changes',
  completion: 'print a script by which a shell completes command lines',
  help: 'show the help of one topic or subcommand',
} as const;

/** The name of a subcommand. */
export type SubcommandName = keyof typeof SUMMARIES;

/** Their names. */
export const SUBCOMMAND_NAMES: readonly SubcommandName[] = Object.keys(SUMMARIES).filter(isSubcommandName);

/** Whether `word` is one. */
export function isSubcommandName(word: string): word is SubcommandName {
  return Object.hasOwn(SUMMARIES, word);
}
