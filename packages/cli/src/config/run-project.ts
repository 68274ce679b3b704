// flatc without files: what the nearest config file asks for.
import path from 'node:path';
import { compileJobs } from '../compile.js';
import type { Io } from '../io.js';
import { messages } from '../messages.js';
import { policyOf, reporter } from '../report.js';
import type { Settings } from '../settings.js';
import { showMistake } from '../show-mistake.js';
import { findConfig } from './find-config.js';
import { loadProject } from './load-project.js';

/** Runs what the config file of `settings` asks for, or else the nearest one; gives the exit status. */
export async function runProject(
  settings: Readonly<Settings>,
  args: readonly string[],
  io: Io,
): Promise<number> {
  const file = configFor(settings, io.cwd);
  if (file === null) return showMistake(noFile(), args, io);
  const project = await loadProject(file, io.cwd);
  const all = withProject(settings, project.settings);
  const report = reporter(io, policyOf(all));
  if (!report(project.diagnostics)) return 1;
  return (await compileJobs(project.jobs, all, io, report)).good ? 0 : 1;
}

/** The absolute path of the config file that holds, if there is one. */
export function configFor({ config }: Readonly<Settings>, cwd: string): string | null {
  return config === null ? findConfig(cwd) : path.resolve(cwd, config);
}

/** What the command line and the config file say of the run as a whole. */
export function withProject(
  settings: Readonly<Settings>,
  { noWarnings, warningsAsErrors }: Pick<Settings, 'noWarnings' | 'warningsAsErrors'>,
): Readonly<Settings> {
  return {
    ...settings,
    noWarnings: settings.noWarnings || noWarnings,
    warningsAsErrors: settings.warningsAsErrors || warningsAsErrors,
  };
}

/** What is wrong where no file is named and no config file found. */
export function noFile(): ReturnType<typeof messages.create> {
  const hint = 'name files, or write a flatc.config.json with flatc init';
  return messages.create('CLI-NO-FILE', null, {}, { hint });
}
