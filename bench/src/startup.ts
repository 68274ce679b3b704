// How long does a run of the command take, from its start to its end, for the little work that most runs have? Node's own
// start is in all of ours. Processor time, which bash tells: what else the machine does counts little.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inMs, median, printTable, times } from './measure.js';
import { syntheticSchema } from './synthetic-schema.js';

const ROUNDS = 9;
const FIELDS = 20_000;

const cli = fileURLToPath(new URL('../../packages/cli/', import.meta.url));
const native = nativeFlatc();

const WORK: Readonly<Record<string, readonly string[]>> = {
  '`--version`': ['--version'],
  '`--help`': ['--help'],
  'a small schema to TypeScript': ['--ts', '-o', 'out', 'small.fbs'],
  'a small schema to C++': ['--cpp', '-o', 'out', 'small.fbs'],
  'a small schema to a binary one': ['-b', '--schema', '-o', 'out', 'small.fbs'],
  'a small JSON file to a buffer': ['-b', '-o', 'out', 'small.fbs', 'small.json'],
  [`${FIELDS} fields to a binary schema`]: ['-b', '--schema', '-o', 'out', 'large.fbs'],
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
try {
  writeFileSync(path.join(folder, 'small.fbs'), syntheticSchema(20));
  writeFileSync(path.join(folder, 'small.json'), '{ "name": "x" }');
  writeFileSync(path.join(folder, 'large.fbs'), syntheticSchema(FIELDS));
  // As built, and as packed.
  execFileSync(process.execPath, ['bundle.mjs'], { cwd: cli });
  console.log(
    `${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}, against ${native?.name ?? 'nothing'}\n`,
  );
  printRows();
} finally {
  rmSync(path.join(cli, 'bundle'), { recursive: true, force: true });
  rmSync(folder, { recursive: true });
}

function printRows(): void {
  const node = [process.execPath];
  const start = processorTimes({ node: [...node, '--eval', '0'] }).node;
  const rows = Object.entries(WORK).map(([name, args]) => {
    const time = processorTimes({
      packed: [...node, path.join(cli, 'bin/flatc.js'), ...args],
      // The program as it is in a checkout, of many files.
      built: [...node, '--input-type=module', '--eval', script(args)],
      native: native === null ? [] : [native.path, ...args],
    });
    const peer = native === null ? '' : inMs(time.native);
    return [
      name,
      inMs(time.packed),
      inMs(time.packed - start),
      inMs(time.built),
      peer,
      times(time.built, time.packed),
    ];
  });
  printTable(
    ['processor time', 'packed', "... but node's", 'in many files', 'native', 'gained'],
    [["node's own start", inMs(start), '', '', '', ''], ...rows],
  );
}

function script(args: readonly string[]): string {
  const main = pathToFileURL(path.join(cli, 'dist/main.js')).href;
  return `process.argv = ['', '', ...${JSON.stringify(args)}]; await (await import('${main}')).main();`;
}

/** Median milliseconds of processor time that each command takes; all in turn. */
function processorTimes<Name extends string>(
  commands: Readonly<Record<Name, readonly string[]>>,
): Record<Name, number> {
  const names = (Object.keys(commands) as Name[]).filter((name) => commands[name].length > 0);
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const time = processorTime(commands[name]);
      // The first fills the caches of the disk.
      if (round > 0) measured.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

function processorTime(command: readonly string[]): number {
  const { stdout, stderr } = spawnSync('bash', ['-c', '"$@" > output || exit 1; times', 'bash', ...command], {
    cwd: folder,
    encoding: 'utf8',
  });
  // Of the shell itself, and of what it ran: minutes and seconds of the program, and of the system for it.
  const [, ...ran] = stdout.split('\n');
  const found = [...(ran[0] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (found.length !== 2) throw new Error(`${command.join(' ')}: ${stderr}`);
  return found.reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
}

/** The reference compiler, if there is one: not ours, which npm puts first on the path. */
function nativeFlatc(): { readonly path: string; readonly name: string } | null {
  for (const directory of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(directory, 'flatc');
    if (directory.includes('node_modules')) continue;
    const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { path: file, name: `native ${stdout.trim()}` };
  }
  return null;
}
