// The script for zsh: to be read by .zshrc behind compinit, or to lie in a folder of fpath as _flatc.
import type { CompletedOption, Completions } from './completions.js';
import { quoted } from './shell-quotes.js';

/** The text of the script. */
export function zshScript({ options, subcommands }: Completions): string {
  const cases = subcommands.map(
    ({ name, options: own, words }) => `    ${name})
      shift words; (( CURRENT-- ))
      _arguments \\
${specs(own)}
        ${quoted(words === null ? '*:file:_files' : `*:word:(${words.join(' ')})`)}
      return ;;`,
  );
  const summaries = subcommands.map(({ name, summary }) => quoted(`${name}:${summary}`));
  return `#compdef flatc
# Completion of flatc for zsh: source <(flatc completion zsh)
_flatc() {
  if (( CURRENT > 2 )); then
    case $words[2] in
${cases.join('\n')}
    esac
  elif [[ $words[2] != -* ]]; then
    local -a subcommands=(
      ${summaries.join('\n      ')}
    )
    _describe subcommand subcommands
  fi
  _arguments \\
${specs(options)}
        '*:file:_files'
}
if [[ $funcstack[1] == _flatc ]]; then
  _flatc "$@"
else
  compdef _flatc flatc
fi
`;
}

/** The options as arguments of `_arguments`, a line each. */
function specs(options: readonly CompletedOption[]): string {
  return options
    .flatMap(({ names, help, value }) =>
      // What takes a value may be given again.
      names.map((name) => `${value === null ? '' : '*'}${name}[${escaped(help)}]${valueSpec(value)}`),
    )
    .map((spec) => `        ${quoted(spec)} \\`)
    .join('\n');
}

function valueSpec(value: CompletedOption['value']): string {
  if (value === null) return '';
  if (value === 'folder') return ':folder:_files -/';
  return value === 'file' ? ':value:_files' : `:value:(${value.join(' ')})`;
}

function escaped(help: string): string {
  return help.replace(/[\\[\]:]/g, '\\$&');
}
