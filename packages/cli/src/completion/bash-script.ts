// The script for bash. Where it offers nothing, bash offers files.
import type { CompletedOption, Completions } from './completions.js';
import { quoted } from './shell-quotes.js';

/** The text of the script. */
export function bashScript({ options, subcommands }: Completions): string {
  const names = subcommands.map(({ name }) => name);
  const cases = subcommands.map(
    (each) =>
      `    ${each.name})\n      values=${quoted(valuesOf(each.options))} options=${quoted(namesOf(each.options))}` +
      ` words=${quoted((each.words ?? []).join(' '))} ;;`,
  );
  return `# Completion of flatc for bash: source <(flatc completion bash)
_flatc() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" pair options values words
  COMPREPLY=()
  values=${quoted(valuesOf(options))}
  options=${quoted(namesOf(options))}
  if [[ $COMP_CWORD -gt 1 ]]; then
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
  else
    words=${quoted(names.join(' '))}
  fi
  for pair in $values; do
    if [[ $before == "\${pair%%=*}" ]]; then
      case "\${pair#*=}" in
      folder) COMPREPLY=($(compgen -d -- "$word")) ;;
      file) ;;
      *) pair="\${pair#*=}"; COMPREPLY=($(compgen -W "\${pair//,/ }" -- "$word")) ;;
      esac
      return
    fi
  done
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  fi
}
complete -o default -F _flatc flatc
`;
}

/** Long names; a short one is typed as fast as it is completed. */
function namesOf(options: readonly CompletedOption[]): string {
  return options
    .flatMap(({ names }) => names)
    .filter((name) => name.startsWith('--'))
    .join(' ');
}

/** What follows each name that something follows, as in `--ts-import-ext=js,ts,none -o=folder`. */
function valuesOf(options: readonly CompletedOption[]): string {
  return options
    .flatMap(({ names, value }) =>
      value === null
        ? []
        : names.map((name) => `${name}=${typeof value === 'string' ? value : value.join(',')}`),
    )
    .join(' ');
}
