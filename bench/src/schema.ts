// How fast is a schema compiled, and does the time grow linearly? A schema of 2,000 tables and 20,000 fields, a tree
// of 500 files, and a curve from 1,000 to 100,000 fields.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { typescriptGenerator } from '@fb/codegen-typescript';
import { loadSchema, memoryHost } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { writeBfbs } from '@fb/schema/bfbs';
import { inMs, medians, printTable, times } from './measure.js';
import { referenceCompiler, type Reference } from './reference.js';
import { includeTree, syntheticSchema, type SchemaFiles } from './synthetic-schema.js';

const FIELDS = 20_000;
const TREE_FILES = 500;
const CURVE = [1_000, 3_000, 10_000, 30_000, 100_000];
const ROUNDS = 5;

const cli = fileURLToPath(new URL('../../packages/cli/bin/flatc.js', import.meta.url));
const reference = await referenceCompiler();
try {
  console.log(
    `${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}, against ${reference.name}\n`,
  );
  const oneFile = { 'main.fbs': syntheticSchema(FIELDS) };
  await compare(`${FIELDS} fields in a file`, oneFile, 'main.fbs', reference);
  await compare(`a tree of ${TREE_FILES} files`, includeTree(TREE_FILES), 'file0.fbs', reference);
  await processes(oneFile);
  await curve();
} finally {
  reference.close();
}

/** Steps of this compiler in memory, and whole runs of the reference for the same work. */
async function compare(title: string, files: SchemaFiles, main: string, peer: Reference): Promise<void> {
  peer.prepare(files);
  const host = memoryHost(files);
  const load = (): Schema => loaded(loadSchema(main, host));
  const schema = load();
  const time = await medians(
    {
      load,
      bfbs: () => writeBfbs(schema),
      typescript: () => typescriptGenerator.generate(schema, { generateAll: true }),
      referenceBfbs: () => peer.run(['-b', '--schema', main]),
      referenceTypescript: () => peer.run(['--ts', '--gen-all', '-o', 'out', main]),
    },
    ROUNDS,
  );
  printTable(
    [title, 'here', 'reference', 'faster'],
    [
      ['text to schema', inMs(time.load), '', ''],
      besides('text to binary schema', time.load + time.bfbs, time.referenceBfbs),
      besides('text to TypeScript', time.load + time.typescript, time.referenceTypescript),
    ],
  );
  console.log();
}

function besides(work: string, own: number, peer: number): string[] {
  return [work, inMs(own), inMs(peer), times(peer, own)];
}

/** Whole runs of the command line, with node's start and all files on a disk. */
async function processes(files: SchemaFiles): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const run = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const time = await medians(
    {
      node: () => run('--eval', '0'),
      bfbs: () => run(cli, '-b', '--schema', 'main.fbs'),
      typescript: () => run(cli, '--ts', '-o', 'out', 'main.fbs'),
    },
    5,
  );
  rmSync(folder, { recursive: true });
  printTable(
    ['the command, start to end', 'time'],
    [
      ["node's own start", inMs(time.node)],
      [`${FIELDS} fields to a binary schema`, inMs(time.bfbs)],
      [`${FIELDS} fields to TypeScript, ${FIELDS / 10} files unchanged`, inMs(time.typescript)],
    ],
  );
  console.log();
}

/** Time for a field, which must not grow with the number of fields. */
async function curve(): Promise<void> {
  const rows: string[][] = [];
  const schemas = CURVE.map((fields) => ({ fields, text: Buffer.from(syntheticSchema(fields)) }));
  for (const { fields, text } of schemas) {
    const host = memoryHost({ 'main.fbs': text });
    const rounds = Math.min(50, Math.max(5, Math.round(200_000 / fields)));
    const time = await medians({ load: () => loaded(loadSchema('main.fbs', host)) }, rounds);
    const perField = ((time.load * 1e6) / fields).toFixed(0);
    rows.push([String(fields), `${(text.length / 1e6).toFixed(2)} MB`, inMs(time.load), `${perField} ns`]);
  }
  printTable(['fields', 'text', 'text to schema', 'a field'], rows);
}

function loaded({ schema, diagnostics }: ReturnType<typeof loadSchema>): Schema {
  if (schema === null) throw new Error(diagnostics[0]?.message);
  return schema;
}
