// A project: what its config file asks for, with the files there are now, as jobs for the current folder.
import { decodeSource, hasErrors, TextSource, type Diagnostic } from '@fb/diagnostics';
import path from 'node:path';
import type { Job } from '../compile.js';
import { diskHost } from '../host.js';
import { messages } from '../messages.js';
import type { Settings } from '../settings.js';
import { expandInputs } from './expand-inputs.js';
import { readConfig } from './read-config.js';

/** Jobs, or what is wrong with the config file. */
export interface Project {
  readonly jobs: readonly Job[];
  /** What the config file says of the run as a whole. */
  readonly settings: Pick<Settings, 'noWarnings' | 'warningsAsErrors'>;
  /** Where new inputs could turn up: absolute paths. */
  readonly folders: ReadonlySet<string>;
  /** What names of such inputs end in; empty if that could be anything. */
  readonly extensions: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the config file at `file` (absolute) for work in `cwd`. */
export async function loadProject(file: string, cwd: string): Promise<Project> {
  const folder = path.dirname(file);
  // All that is shown starts from the current folder, as files named on the command line do.
  const here = (name: string): string =>
    path.relative(cwd, path.resolve(folder, name)).replaceAll(path.sep, '/') || '.';
  const shown = here(file);
  const content = diskHost(cwd).read(file);
  if ('reason' in content)
    return notLoaded([messages.create('FILE-READ', null, { path: shown, reason: content.reason })]);
  const { config, diagnostics } = readConfig(new TextSource(shown, decodeSource(content.bytes)), here);
  if (config === null) return notLoaded(diagnostics);
  const jobs: Job[] = [];
  const folders = new Set<string>();
  const extensions = new Set<string>();
  let anything = false;
  const found = new Map<unknown, Diagnostic>();
  for (const { span, inputs, settings } of config.outputs) {
    const expanded = await expandInputs(inputs, folder);
    for (const each of expanded.folders) folders.add(each);
    for (const each of expanded.extensions) extensions.add(each);
    if (expanded.extensions.length === 0) anything = true;
    // Outputs share patterns: each is complained about once.
    for (const each of expanded.diagnostics) found.set(each.span?.start, each);
    const files = expanded.files.map((each) => ({ path: here(each), binary: false }));
    jobs.push({ files, settings, folder, span });
  }
  const problems = [...found.values()];
  return {
    jobs: hasErrors(problems) ? [] : jobs,
    settings: config.settings,
    folders,
    extensions: anything ? new Set() : extensions,
    diagnostics: problems,
  };
}

function notLoaded(diagnostics: readonly Diagnostic[]): Project {
  const settings = { noWarnings: false, warningsAsErrors: false };
  return { jobs: [], settings, folders: new Set(), extensions: new Set(), diagnostics };
}
