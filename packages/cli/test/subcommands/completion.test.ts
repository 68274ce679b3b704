import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPTIONS } from '../../src/options.js';
import { flatc, temporaryFolder } from '../temporary-folder.js';

/** Command lines up to the cursor, and what is offered there. */
const CASES: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ['flatc fm', ['fmt']],
  ['flatc --size', ['--size-prefixed']],
  ['flatc -b --raw', ['--raw-binary']],
  ['flatc --ts --ts-import-ext ', ['js', 'none', 'ts']],
  ['flatc --ts --ts-import-ext n', ['none']],
  ['flatc fmt --ch', ['--check']],
  ['flatc convert --json-s', ['--json-select']],
  ['flatc completion z', ['zsh']],
  ['flatc help ja', ['java']],
  ['flatc help bu', ['buffers']],
];

/** Where what is offered are files. */
const FILES = ['flatc -b m', 'flatc fmt m', 'flatc --conform m'] as const;

/** How each shell is asked: a program that gets the script and the line, and prints what is offered. */
const ASK = {
  bash: `source "$1"; read -ra COMP_WORDS <<< "$2"; [[ $2 != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _flatc; printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: 'source $argv[1]; complete -C $argv[2] | string replace -r "\\t.*" ""',
  // Only a shell with a terminal completes: one with a false terminal, which is told to write down what it offers.
  zsh: `zmodload zsh/zpty; found=$1.found; zpty -b z 'zsh -f -i'
zpty -w z "PS1=; autoload -Uz compinit; compinit -u -D; source $1"
zpty -w z "compadd() { [[ \\" \\$*\\" == *' -'[AOD]* ]] || { local -a new; builtin compadd -O new \\"\\$@\\"; print -rl -- \\$new >> $found }; builtin compadd \\"\\$@\\" }"
zpty -w z "tell() { zle complete-word; print -r -- END >> $found }; zle -N tell; bindkey '^I' tell"
zpty -n -w z "$2"$'\\t'
until [[ -e $found ]] && grep -q '^END$' $found; do zpty -r -t z out; sleep .02; done
zpty -d z; grep -v '^END$' $found`,
} as const;

type Shell = keyof typeof ASK;

/** What `shell` offers at the end of `line`, in a folder that holds `m.fbs`. */
async function offered(shell: Shell, line: string): Promise<string[]> {
  const folder = temporaryFolder({ 'm.fbs': '' });
  const { stdout: script } = await flatc(folder, ['completion', shell]);
  const file = path.join(folder, '.flatc-completion');
  writeFileSync(file, script);
  const args =
    shell === 'fish' ? ['--no-config', '-c', ASK.fish, file, line] : ['-c', ASK[shell], shell, file, line];
  const { stdout, stderr } = spawnSync(shell, args, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
  expect(stderr).toBe('');
  return [...new Set(stdout.split('\n').filter((word) => word !== ''))].toSorted();
}

describe.each(Object.keys(ASK) as Shell[])('flatc completion %s', (shell) => {
  const { status } = spawnSync(shell, ['--version']);

  describe.skipIf(status !== 0)(`with ${shell}`, () => {
    it.each(CASES)('offers for "%s": %j', async (line, expected) => {
      expect(await offered(shell, line)).toEqual(expected);
    });

    it.each(FILES)('offers files for "%s"', async (line) => {
      // bash itself offers them where the script offers nothing.
      expect(await offered(shell, line)).toEqual(shell === 'bash' ? [] : ['m.fbs']);
    });
  });

  it('names every option that does something', async () => {
    const { stdout } = await flatc(temporaryFolder(), ['completion', shell]);
    for (const { names, deprecated, effect } of OPTIONS) {
      const long = names.find((name) => name.startsWith('--'))?.slice(2);
      if (long === undefined || deprecated !== null) continue;
      const isOffered = new RegExp(`(?:--|-l )${long}['[ \n]`).test(stdout);
      expect({ long, isOffered }).toEqual({
        long,
        isOffered: effect.kind !== 'none' && effect.kind !== 'unsupported',
      });
    }
  });
});

describe('flatc completion', () => {
  it.each([[[]], [['tcsh']], [['bash', 'zsh']]])('refuses %j', async (shells) => {
    const { status, stdout, stderr } = await flatc(temporaryFolder(), ['completion', ...shells]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('takes the name of a shell (bash, zsh, fish)');
  });
});
