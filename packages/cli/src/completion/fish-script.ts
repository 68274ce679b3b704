// The script for fish, which shows what each word is for. Where it offers nothing, fish offers files.
import type { CompletedOption, Completions } from './completions.js';

/** The text of the script. */
export function fishScript({ options, subcommands }: Completions): string {
  const names = subcommands.map(({ name }) => name).join(' ');
  const lines = subcommands.flatMap(({ name, summary, options: own, words }) => [
    `complete -c flatc -n __flatc_at_first -a ${name} -d ${quoted(summary)}`,
    ...(words === null
      ? []
      : [`complete -c flatc -n '__flatc_after ${name}' -f -a ${quoted(words.join(' '))}`]),
    ...own.map((option) => optionLine(`__flatc_after ${name}`, option)),
  ]);
  return `# Completion of flatc for fish: flatc completion fish | source
function __flatc_at_first
    test (count (commandline -opc)) -eq 1
end
function __flatc_after
    set -l words (commandline -opc)
    test (count $words) -gt 1; and contains -- $words[2] $argv
end
${[...lines, ...options.map((option) => optionLine(`not __flatc_after ${names}`, option))].join('\n')}
`;
}

function optionLine(condition: string, { names, help, value }: CompletedOption): string {
  const spelled = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  return [
    `complete -c flatc -n ${quoted(condition)}`,
    ...spelled,
    ...(help === '' ? [] : [`-d ${quoted(help)}`]),
    ...valueWords(value),
  ].join(' ');
}

function valueWords(value: CompletedOption['value']): string[] {
  if (value === null) return [];
  if (value === 'folder') return ["-x -a '(__fish_complete_directories)'"];
  return value === 'file' ? ['-r -F'] : [`-x -a ${quoted(value.join(' '))}`];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
