// The same command lines given to the reference compiler and to ours: the same exit status, streams, files and bytes. Each option
// of the reference's help is given at least once so that it works, and at least once as the last word, where its value is missing.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flatc, type OracleRun } from '../src/oracle.js';
import { runCli } from './cli-run.js';
import { additions, differences, expectedSummary, differentOptions } from './command-lines/differences.js';
import { filesOf, inputFiles } from './command-lines/inputs.js';
import { argumentsOf, commandLines } from './command-lines/lines.js';
import { ourSummary, referenceSummary, type Summary } from './command-lines/summary.js';

let oracle = await flatc();
let failures = 0;
const files = inputFiles(oracle);

/** The options of the reference's help, both spellings. */
const options = [...oracle.run(['--help']).stdout.matchAll(/^ {2}(-[^ ,]+)(?:, (--[^ ]+))?/gm)].flatMap(
  ([, short, long]) => [short, long].filter((name) => name !== undefined),
);

/** Failing runs leave something behind in the reference compiler, until it crashes: it is replaced now and then. */
async function reference(args: readonly string[]): Promise<OracleRun> {
  if (failures > 60) {
    oracle = await flatc();
    failures = 0;
  }
  const run = oracle.run(args, filesOf(args, files));
  if (run.status !== 0) failures++;
  return run;
}

async function compare(line: string, stdin?: string): Promise<{ ours: Summary; theirs: Summary }> {
  const args = argumentsOf(line);
  const run = await reference(args);
  const ours = await runCli(args, filesOf(args, files), stdin);
  return { ours: ourSummary(args, ours, run), theirs: referenceSummary(args, run) };
}

describe.each(commandLines())('$name', ({ lines }) => {
  it.each(lines)('flatc %s', async (line) => {
    const { ours, theirs } = await compare(line);
    expect(ours).toEqual(theirs);
  });
});

describe('on purpose different', () => {
  const rows = readFileSync(new URL('../../docs/deviations.md', import.meta.url), 'utf8');

  describe.each(differences)('$row', ({ row, lines, stdin }) => {
    it.each(Object.entries(lines))('flatc %s', async (line, answer) => {
      const { ours, theirs } = await compare(line, stdin);
      const model = answer.kind === 'like' ? (await compare(answer.line)).theirs : theirs;
      expect(ours).toEqual(expectedSummary(answer, model));
      expect(ours).not.toEqual(theirs);
    });

    it('is in docs/deviations.md', () => {
      const cells = rows.split('\n').map((each) => each.split(/(?<!\\)\|/)[1]?.trim());
      expect(cells).toContain(row);
    });
  });
});

describe('each option as the last word, where its value is missing, and with a value that few take', () => {
  const alike = options.filter((option) => !differentOptions.has(option));
  const others = differences.flatMap((difference) => Object.keys(difference.lines));
  const lines = alike
    .flatMap((option) => [`-b s.fbs ${option}`, `-b ${option}=1 s.fbs`])
    .filter((line) => !others.includes(line));

  it.each(lines)('flatc %s', async (line) => {
    const { ours, theirs } = await compare(line);
    expect(ours).toEqual(theirs);
  });
});

describe('every option of the help stands in a line that the reference takes', () => {
  const lines = [
    ...commandLines().flatMap((topic) => topic.lines),
    ...differences.flatMap((difference) => Object.keys(difference.lines)),
  ].map(argumentsOf);

  it.each(options.filter((option) => !additions.includes(option)))('%s', async (option) => {
    const uses = lines.filter((args) => args.includes(option));
    let taken = false;
    for (const args of uses) taken ||= (await reference(args)).status === 0;
    expect(taken).toBe(true);
  });
});

describe('a binary schema', () => {
  // What the reference writes of what it read from a binary schema lacks the names of files, and is sorted by name.
  it.each(['main', 'monster', 'ns', 'plain', 's'])('%s is written again as it was', async (name) => {
    const args = ['-b', '--schema', '--bfbs-comments', '--bfbs-builtins', '-o', 'out', `bin/${name}.bfbs`];
    const { status, files: created } = await runCli(args, files);
    const before = Buffer.from(files[`bin/${name}.bfbs`] ?? []);
    expect({ status, hex: Buffer.from(created.get(`out/${name}.bfbs`) ?? []).toString('hex') }).toEqual({
      status: 0,
      hex: before.toString('hex'),
    });
  });

  it.each(['main', 'monster', 'ns'])('%s gives the TypeScript of its text', async (name) => {
    expect(await typescriptOf(`bin/${name}.bfbs`)).toEqual(await typescriptOf(`${name}.fbs`));
  });

  it('that is damaged is refused with the place of the damage', async () => {
    const { status, stderr } = await runCli(['-b', 'bin/cut.bfbs'], files);
    expect(status).toBe(1);
    expect(stderr).toMatch(/SCHEMA-DAMAGED.*bin\/cut\.bfbs is not a valid binary schema: .*\(byte \d+/);
  });

  it('is named in make rules, not the files that it was made from', async () => {
    const { stdout } = await runCli(['-M', '-b', 'bin/main.bfbs', 'm.json'], files);
    expect(stdout).toBe('m.bin: m.json bin/main.bfbs\n');
  });
});

/** The generated files of a schema, without the first line, which names it. */
async function typescriptOf(path: string): Promise<readonly (readonly [string, string])[]> {
  const run = await runCli(['--ts', '--gen-object-api', '--gen-all', '-o', 'out', path], files);
  return [...run.files].map(([file, bytes]) => [file, Buffer.from(bytes).toString().replace(/^.*\n/, '')]);
}
