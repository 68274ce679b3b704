// flatc completion: a script by which a shell completes subcommands, options and the values they choose from.
import { isShell, SHELLS, type Shell } from '../completion/shells.js';
import { messages } from '../messages.js';
import type { Subcommand, SubcommandCall } from './subcommand.js';

/** The subcommand. */
export const completion: Subcommand = {
  usage: SHELLS.join(' | '),
  options: [],
  examples: [
    ['source <(flatc completion bash)', 'in ~/.bashrc'],
    ['source <(flatc completion zsh)', 'in ~/.zshrc, behind compinit'],
    ['flatc completion fish > ~/.config/fish/completions/flatc.fish', 'once'],
  ],
  async run({ operands, io, report, load }) {
    const [shell] = operands;
    if (operands.length !== 1 || !isShell(shell)) {
      const params = {
        option: 'flatc completion',
        choices: `the name of a shell (${SHELLS.join(', ')})`,
        value: operands.join(' '),
      };
      return report([messages.create('CLI-OPTION-CHOICE', null, params)]);
    }
    io.stdout.write(await script(shell, load));
    return true;
  },
};

async function script(shell: Shell, load: SubcommandCall['load']): Promise<string> {
  const { completions } = await import('../completion/completions.js');
  const all = await completions(load);
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash-script.js')).bashScript(all);
    case 'zsh':
      return (await import('../completion/zsh-script.js')).zshScript(all);
    case 'fish':
      return (await import('../completion/fish-script.js')).fishScript(all);
  }
}
