// The work of a command line: each file in turn is read and handed to every command. Only when all went well are the
// outputs written, at once.
import { resolve } from 'node:path';
import type { Diagnostic, Span } from '@fb/diagnostics';
import type { InputFile } from './arguments.js';
import { loadConformBase } from './conform-base.js';
import { deliver, deliverToStdout, toStdout } from './deliver.js';
import type { FileStates } from './file-states.js';
import { diskHost, notingHost, type DiskHost } from './host.js';
import type { Input, Loaded, SchemaInput } from './input.js';
import type { Io } from './io.js';
import { loadCommand, type LoadedCommand } from './load-command.js';
import { loadInput } from './load-input.js';
import { isSchemaPath } from './load-schema.js';
import { makeRule } from './make-rule.js';
import { messages } from './messages.js';
import { OutputPlan } from './output-plan.js';
import { progressOn, type Progress } from './progress.js';
import { readStdin } from './read-stdin.js';
import { onceEach, type Report } from './report.js';
import { SchemaCache } from './schema-cache.js';
import type { Settings } from './settings.js';

/** Files, and what to make of them. */
export interface Job {
  readonly files: readonly InputFile[];
  readonly settings: Readonly<Settings>;
  /** Where packages of plugins are looked for. */
  readonly folder: string;
  /** Where a config file asks for it. */
  readonly span: Span | null;
}

/** What a watching flatc keeps from run to run and learns of each. */
export interface Watched {
  readonly schemas: SchemaCache;
  /** Gets the files that the outputs depend on, beside those of the schemas. */
  readonly files: FileStates;
}

/** How a run of all jobs ended. */
export interface Compiled {
  /** Whether all went well. What did not is reported. */
  readonly good: boolean;
  readonly outputs: number;
}

/** Does what the settings ask for with `files`; whether all went well. What did not is reported. */
export async function compile(
  files: readonly InputFile[],
  settings: Readonly<Settings>,
  io: Io,
  report: Report,
): Promise<boolean> {
  const job: Job = { files, settings, folder: io.cwd, span: null };
  return (await compileJobs([job], settings, io, report)).good;
}

/** Does all jobs and delivers their outputs at once, as `settings` say: all of them, or after an error none. */
export async function compileJobs(
  jobs: readonly Job[],
  settings: Readonly<Settings>,
  io: Io,
  reportTo: Report,
  watched: Watched | null = null,
): Promise<Compiled> {
  const stdin = jobs.some(({ files }) => files.some(({ path }) => path === '-')) ? await readStdin(io) : null;
  const disk = diskHost(io.cwd, stdin);
  const progress = progressOn(io, !settings.quiet);
  const work: Work = {
    io,
    host: watched === null ? disk : notingHost(disk, io.cwd, watched.files),
    // Outputs of the same schemas would say the same of them.
    report: jobs.length > 1 ? onceEach(cleared(reportTo, progress)) : cleared(reportTo, progress),
    progress,
    total: jobs.reduce((sum, { files }) => sum + files.length, 0),
    watched,
    schemas: watched?.schemas ?? new SchemaCache(io.cwd),
    plan: new OutputPlan(''),
    rules: [],
    read: [],
    done: 0,
  };
  const { report, plan, rules, read } = work;
  let good = true;
  for (const job of jobs) if (!(await planJob(job, work))) good = false;
  progress.clear();
  const finish = (): boolean => {
    if (settings.makeRules) return printRules(rules, io, report);
    if (toStdout(settings)) return deliverToStdout(plan.files, io, report);
    if (!settings.fileNamesOnly && !report(overwrittenInputs(plan, read, io.cwd))) return false;
    return deliver(plan.files, read.flatMap(sourcesOf), settings, io, report);
  };
  return { good: good && finish(), outputs: plan.files.size };
}

/** What the jobs of a run share, and what they come to. */
interface Work {
  readonly io: Io;
  readonly host: DiskHost;
  readonly report: Report;
  readonly progress: Progress;
  readonly total: number;
  readonly watched: Watched | null;
  readonly schemas: SchemaCache;
  readonly plan: OutputPlan;
  readonly rules: string[];
  readonly read: Input[];
  done: number;
}

/** Plans the outputs of one job; whether all went well. */
async function planJob({ files, settings, folder, span }: Job, work: Work): Promise<boolean> {
  const { host, report, progress, watched, schemas } = work;
  const { bfbsRoot } = settings;
  if (bfbsRoot !== null && !host.isDirectory(bfbsRoot)) {
    return report([messages.create('CLI-FOLDER', span, { option: '--bfbs-filenames', path: bfbsRoot })]);
  }
  const base = await loadConformBase(host, settings);
  if (base !== null && !report(base.diagnostics)) return false;
  const commands = await Promise.all(settings.generators.map(loadCommand));
  if (settings.plugins.length > 0) {
    const { loadPlugins } = await import('./load-plugins.js');
    const loaded = await loadPlugins(settings.plugins, folder, watched !== null);
    for (const file of loaded.files) watched?.files.note(file);
    if (!report(loaded.diagnostics.map((each) => ({ ...each, span })))) return false;
    commands.push(...loaded.commands);
  }
  const plan = new OutputPlan(settings.outputDirectory);
  const run: Run = { settings, host, report, commands, schemas, plan };
  let schema: SchemaInput | null = null;
  let good = true;
  for (const file of files) {
    // Data of a schema that failed would only seem to be wrong, too.
    if (!good && !isSchemaPath(file.path)) continue;
    progress.step(++work.done, work.total, file.path);
    const { input, diagnostics }: Loaded<Input> = await loadInput(file, schema, host, settings, schemas);
    if (!report(diagnostics) || input === null) {
      // A command line ends at its first error, as flatc's does; of a project people want to see all.
      if (span === null) return false;
      good = false;
      continue;
    }
    if (input.kind === 'schema') {
      schema = input;
      if (base !== null && !report(base.check(input.schema))) return false;
    }
    const outputs = await generate(input, run);
    if (outputs === null) return false;
    work.read.push(input);
    if (outputs.length > 0) work.rules.push(makeRule(outputs, sourcesOf(input)));
  }
  const clashes = work.plan.unite(plan);
  const hint = 'give one of them another folder';
  return report(clashes.map((path) => messages.create('OUTPUT-SHARED', span, { path }, { hint }))) && good;
}

/** The report, with the line of progress out of its way. */
function cleared(report: Report, progress: Progress): Report {
  return (diagnostics) => {
    if (diagnostics.length > 0) progress.clear();
    return report(diagnostics);
  };
}

/** What a job carries along. */
interface Run {
  readonly settings: Readonly<Settings>;
  readonly host: DiskHost;
  readonly report: Report;
  readonly commands: readonly LoadedCommand[];
  readonly schemas: SchemaCache;
  readonly plan: OutputPlan;
}

/** Plans what every command makes of `input` and gives the paths; `null` after an error. */
async function generate(input: Input, run: Run): Promise<readonly string[] | null> {
  const { settings, host, report, schemas, plan } = run;
  const paths: string[] = [];
  for (const { name, command, onClash } of run.commands) {
    const key = JSON.stringify([name, settings]);
    const { files, diagnostics } = await schemas.result(input, key, () => command(input, settings, host));
    if (!report(diagnostics)) return null;
    for (const file of files) {
      const problem = plan.add(file, input.path, onClash);
      if (problem !== null && !report([problem])) return null;
      paths.push(plan.pathOf(file));
    }
  }
  return paths;
}

function printRules(rules: readonly string[], io: Io, report: Report): boolean {
  if (rules.length === 0) return report([messages.create('CLI-NO-RULE', null, {})]);
  io.stdout.write(rules.map((rule) => `${rule}\n`).join(''));
  return true;
}

/**
 * Inputs that would be overwritten. A schema must not be lost (`file_extension` may be anything); data may be, as flatc
 * does when it formats JSON in its place, but not without a word.
 */
function overwrittenInputs(plan: OutputPlan, read: readonly Input[], cwd: string): Diagnostic[] {
  const outputs = new Set([...plan.files.keys()].map((file) => resolve(cwd, file)));
  const schemas = new Set(read.flatMap((input) => (input.kind === 'flexbuffer' ? [] : input.sources)));
  const data = read.filter(({ kind }) => kind !== 'schema').map((input) => input.path);
  const overwritten = (file: string): boolean => outputs.has(resolve(cwd, file));
  return [
    ...[...schemas]
      .filter(overwritten)
      .map((file) => messages.create('OUTPUT-IS-SCHEMA', null, { path: file })),
    ...data.filter(overwritten).map((file) => messages.create('W-OUTPUT-IS-DATA', null, { path: file })),
  ];
}

/** The files that an input was made of, itself first. */
function sourcesOf(input: Input): readonly string[] {
  return [input.path, ...(input.kind === 'flexbuffer' ? [] : input.sources)];
}
