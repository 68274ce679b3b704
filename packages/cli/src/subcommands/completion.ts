// flatc completion: a script by which bash completes subcommands, options and the values they choose from.
import { messages } from '../messages.js';
import { OPTIONS } from '../options.js';
import type { Subcommand } from './subcommand.js';
import { SUMMARIES } from './summaries.js';

/** The subcommand. */
export const completion: Subcommand = {
  usage: 'bash',
  options: [],
  examples: [['source <(flatc completion bash)', 'in ~/.bashrc']],
  async run({ operands, io, report }) {
    if (operands.length !== 1 || operands[0] !== 'bash') {
      const params = { option: 'flatc completion', choices: 'bash', value: operands.join(' ') };
      return report([messages.create('CLI-OPTION-CHOICE', null, params)]);
    }
    io.stdout.write(bashScript());
    return true;
  },
};

/** Where it offers nothing, bash offers files. The options of subcommands are asked for when they are needed. */
function bashScript(): string {
  const subcommands = Object.keys(SUMMARIES);
  const options = OPTIONS.filter(({ deprecated }) => deprecated === null)
    .flatMap(({ names }) => names)
    .filter((name) => name.startsWith('--'));
  const choices = OPTIONS.filter((option) => option.choices !== null).map(
    ({ names, choices: words }) =>
      `    ${names.join('|')}) COMPREPLY=($(compgen -W "${(words ?? []).join(' ')}" -- "$word")); return ;;`,
  );
  return `# Completion of flatc for bash: source <(flatc completion bash)
_flatc() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" first="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [[ $COMP_CWORD -gt 1 ]]; then
    case "$first" in
    ${subcommands.join('|')})
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(flatc "$first" --help | grep -oE '^  --[a-z-]+')" -- "$word"))
      fi
      return ;;
    esac
  elif [[ $word != -* ]]; then
    COMPREPLY=($(compgen -W "${subcommands.join(' ')}" -- "$word"))
    return
  fi
  case "$before" in
${choices.join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "${options.join(' ')}" -- "$word"))
  fi
}
complete -o default -F _flatc flatc
`;
}
