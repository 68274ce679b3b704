// Command lines and what the reference compiler makes of them: exit status, files, standard output, kind of message.
// On purpose different, and so not compared: flatc puts its name on standard output before a message, and its whole
// list of options on standard error.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { runVectors, vectorBytes, vectorJson } from '../src/vectors.js';
import { runCli, type CliRun } from './cli-run.js';

interface CommandLineVector {
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout_is: string;
  readonly stdout_lines: readonly string[];
  readonly stderr_has: string;
  readonly creates: readonly string[];
}

const names = readdirSync(new URL('../vectors/cli/', import.meta.url)).filter(
  (name) => name !== 'index.json',
);
const files = Object.fromEntries(names.map((name) => [name, vectorBytes(`cli/${name}`)]));
const vectors = vectorJson<readonly CommandLineVector[]>('cli/index.json');
const runs = new Map<CommandLineVector, CliRun>();
for (const vector of vectors) runs.set(vector, await runCli(vector.args, files));

runVectors(
  'cli',
  vectors,
  ({ args }) => ['flatc', ...args].join(' '),
  (vector) => {
    const { status, stdout, stderr, files: created } = runs.get(vector) ?? assert.fail();
    assert.deepEqual([...created.keys()], vector.creates);
    assert.equal(status, vector.exit);
    const lines = stdout.split('\n').filter((line) => line !== '');
    assert.deepEqual(lines.toSorted(), vector.stdout_lines);
    if (vector.stderr_has === '') assert.equal(stderr, '');
    else assert.match(stderr, new RegExp(`^(.*: )?${vector.stderr_has} [A-Z-]+: `, 'm'));
  },
);
