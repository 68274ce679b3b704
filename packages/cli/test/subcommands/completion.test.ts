import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder } from '../temporary-folder.js';

const hasBash = spawnSync('bash', ['--version']).status === 0;

/** What bash offers for the last of `words`, where `flatc fmt --help` prints what ours does. */
async function offered(...words: string[]): Promise<string[]> {
  const folder = temporaryFolder();
  const { stdout: script } = await flatc(folder, ['completion', 'bash']);
  const { stdout: help } = await flatc(folder, ['fmt', '--help']);
  const test = `flatc() { printf '%s' "$HELP"; }
COMP_WORDS=(flatc "$@"); COMP_CWORD=$#; _flatc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', `${script}${test}`, 'bash', ...words], {
    encoding: 'utf8',
    env: { ...process.env, HELP: help },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((line) => line !== '');
}

describe.runIf(hasBash)('flatc completion bash', () => {
  it.each([
    [['f'], ['fmt']],
    [['--size'], ['--size-prefixed']],
    [['-b', '--raw'], ['--raw-binary']],
    [
      ['--ts', '--ts-import-ext', ''],
      ['js', 'ts', 'none'],
    ],
    [['-b', 'x'], []],
    [['fmt', '--c'], ['--check']],
    [['fmt', 'x'], []],
  ])('offers for %j: %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

describe('flatc completion', () => {
  it.each([[[]], [['tcsh']], [['bash', 'zsh']]])('refuses %j', async (shells) => {
    const { status, stdout, stderr } = await flatc(temporaryFolder(), ['completion', ...shells]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('takes bash');
  });
});
