// The work of a command line: each file in turn is read and handed to every command. Only when all went well are the
// outputs written, at once.
import { resolve } from 'node:path';
import type { Diagnostic } from '@fb/diagnostics';
import type { InputFile } from './arguments.js';
import { loadConformBase } from './conform-base.js';
import { deliver, deliverToStdout, toStdout } from './deliver.js';
import { diskHost, type DiskHost } from './host.js';
import type { Input, Loaded, SchemaInput } from './input.js';
import type { Io } from './io.js';
import { loadCommand, type LoadedCommand } from './load-command.js';
import { loadInput } from './load-input.js';
import { makeRule } from './make-rule.js';
import { messages } from './messages.js';
import { OutputPlan } from './output-plan.js';
import { progressOn } from './progress.js';
import { readStdin } from './read-stdin.js';
import type { Report } from './report.js';
import type { Settings } from './settings.js';

/** What a run carries along. */
interface Run {
  readonly settings: Readonly<Settings>;
  readonly host: DiskHost;
  readonly report: Report;
  readonly commands: readonly LoadedCommand[];
  readonly plan: OutputPlan;
}

/** Does what the settings ask for with `files`; whether all went well. What did not is reported. */
export async function compile(
  files: readonly InputFile[],
  settings: Readonly<Settings>,
  io: Io,
  reportTo: Report,
): Promise<boolean> {
  const stdin = files.some(({ path }) => path === '-') ? await readStdin(io) : null;
  const host = diskHost(io.cwd, stdin);
  const progress = progressOn(io, !settings.quiet);
  const report: Report = (diagnostics) => {
    if (diagnostics.length > 0) progress.clear();
    return reportTo(diagnostics);
  };
  const { bfbsRoot } = settings;
  if (bfbsRoot !== null && !host.isDirectory(bfbsRoot)) {
    return report([messages.create('CLI-FOLDER', null, { option: '--bfbs-filenames', path: bfbsRoot })]);
  }
  const base = await loadConformBase(host, settings);
  if (base !== null && !report(base.diagnostics)) return false;
  const commands = await Promise.all(settings.generators.map(loadCommand));
  if (settings.plugins.length > 0) {
    const { loadPlugins } = await import('./load-plugins.js');
    const loaded = await loadPlugins(settings.plugins, io.cwd);
    if (!report(loaded.diagnostics)) return false;
    commands.push(...loaded.commands);
  }
  const plan = new OutputPlan(settings.outputDirectory);
  const run: Run = { settings, host, report, commands, plan };
  const rules: string[] = [];
  const read: Input[] = [];
  let schema: SchemaInput | null = null;
  for (const [index, file] of files.entries()) {
    progress.step(index + 1, files.length, file.path);
    const { input, diagnostics }: Loaded<Input> = await loadInput(file, schema, host, settings);
    if (!report(diagnostics) || input === null) return false;
    if (input.kind === 'schema') {
      schema = input;
      if (base !== null && !report(base.check(input.schema))) return false;
    }
    const outputs = await generate(input, run);
    if (outputs === null) return false;
    read.push(input);
    if (outputs.length > 0) rules.push(makeRule(outputs, sourcesOf(input)));
  }
  progress.clear();
  if (settings.makeRules) return printRules(rules, io, report);
  if (toStdout(settings)) return deliverToStdout(plan.files, io, report);
  if (!settings.fileNamesOnly && !report(overwrittenInputs(plan, read, io.cwd))) return false;
  return deliver(plan.files, read.flatMap(sourcesOf), settings, io, report);
}

/** Plans what every command makes of `input` and gives the paths; `null` after an error. */
async function generate(input: Input, run: Run): Promise<readonly string[] | null> {
  const { settings, host, report, plan } = run;
  const paths: string[] = [];
  for (const { command, onClash } of run.commands) {
    const { files, diagnostics } = await command(input, settings, host);
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
