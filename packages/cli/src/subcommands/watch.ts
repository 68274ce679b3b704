// flatc watch: the outputs of a project or of an ordinary command line, made anew whenever a file changes.
import path from 'node:path';
import { parseArguments, type CommandLine } from '../arguments.js';
import { compileJobs, type Job } from '../compile.js';
import { loadProject } from '../config/load-project.js';
import { configFor, noFile, withProject } from '../config/run-project.js';
import type { Diagnostic } from '@fb/diagnostics';
import { counted } from '../counted.js';
import { FileStates } from '../file-states.js';
import type { Io } from '../io.js';
import { messages } from '../messages.js';
import { policyOf, reporter } from '../report.js';
import { SchemaCache } from '../schema-cache.js';
import type { Settings } from '../settings.js';
import { thrownReason } from '../thrown-reason.js';
import { ChangeWatcher } from '../watch/change-watcher.js';
import type { Subcommand } from './subcommand.js';

/** The subcommand. */
export const watch: Subcommand = {
  usage: '[--config FILE] | [OPTION]... FILE...',
  options: [],
  ordinary: true,
  examples: [
    ['flatc watch', 'what flatc.config.json here or above asks for'],
    ['flatc watch --ts -o src/generated monster.fbs', 'what this command line without watch does'],
  ],
  async run({ operands, io, report, note }) {
    const line = parseArguments(operands);
    const problem = problemOf(line);
    if (problem !== null) return report([problem]);
    const source =
      line.kind === 'work' ? ofCommandLine(line, io) : line.kind === 'project' ? ofProject(line, io) : null;
    if (source === null) return report([noFile()]);

    const schemas = new SchemaCache(io.cwd);
    const watcher = new ChangeWatcher();
    try {
      let work = await source.load();
      let what = '';
      let failed = false;
      // Ends by Ctrl-C.
      for (;;) {
        const start = performance.now();
        const files = new FileStates();
        files.add(work.files);
        // Also where nothing is read because something else is wrong.
        for (const file of inputsOf(work, io.cwd)) files.note(file);
        const settings = work.settings;
        const reportNow = reporter(io, policyOf(settings));
        const { good, outputs } = reportNow(work.diagnostics)
          ? await compileJobs(work.jobs, settings, io, reportNow, { schemas, files })
          : { good: false, outputs: 0 };
        const time = `${Math.round(performance.now() - start)} ms`;
        files.add(schemas.files);
        const outcome = good ? `${failed ? 'mended, ' : ''}${counted(outputs, 'output')}` : 'failed';
        note(`${clock()} ${what}${outcome} in ${time}${what === '' ? '; watching, Ctrl-C ends it' : ''}`);
        failed = !good;

        await watcher.watch({ files, folders: work.folders, extensions: work.extensions });
        for (;;) {
          const changed = await watcher.changes(io.signal);
          if (changed === null) return true;
          const next = await source.load();
          if (changed.size === 0 && sameInputs(work, next)) continue;
          const known = new Set(inputsOf(work, io.cwd));
          const added = inputsOf(next, io.cwd).filter((file) => !known.has(file));
          work = next;
          what = `${named(changed.size > 0 ? [...changed] : added, io.cwd)} changed: `;
          schemas.renew(new Set([...changed, ...added]));
          break;
        }
      }
    } catch (error) {
      return report([messages.create('WATCH-FAILED', null, { reason: thrownReason(error) })]);
    } finally {
      await watcher.close();
    }
  },
};

/** What there is to do now. */
interface Work {
  readonly jobs: readonly Job[];
  readonly settings: Readonly<Settings>;
  readonly diagnostics: readonly Diagnostic[];
  /** What this was read from. */
  readonly files: FileStates;
  readonly folders: ReadonlySet<string>;
  readonly extensions: ReadonlySet<string>;
}

/** Says again and again what there is to do. */
interface WorkSource {
  load(): Promise<Work>;
}

function ofCommandLine(
  { settings, files, warnings }: Extract<CommandLine, { kind: 'work' }>,
  io: Io,
): WorkSource {
  reporter(io, { ...policyOf(settings), warningsAsErrors: false })(warnings);
  const jobs: Job[] = [{ files, settings, folder: io.cwd, span: null }];
  const work: Work = {
    jobs,
    settings,
    diagnostics: [],
    files: new FileStates(),
    folders: new Set(),
    extensions: new Set(),
  };
  return { load: async () => work };
}

function ofProject({ settings }: Extract<CommandLine, { kind: 'project' }>, io: Io): WorkSource | null {
  const file = configFor(settings, io.cwd);
  if (file === null) return null;
  return {
    async load() {
      const files = new FileStates();
      files.note(file);
      const project = await loadProject(file, io.cwd);
      return { ...project, settings: withProject(settings, project.settings), files };
    },
  };
}

/** What keeps a command line from being repeated. */
function problemOf(line: CommandLine): Diagnostic | null {
  if (line.kind === 'mistake') return line.diagnostic;
  if (line.kind === 'project') return null;
  const argument =
    line.kind === 'show'
      ? '--version'
      : line.settings.proto
        ? '--proto'
        : line.settings.annotate !== null
          ? '--annotate'
          : line.files.some((file) => file.path === '-')
            ? '-'
            : null;
  return argument === null ? null : messages.create('WATCH-LINE', null, { argument });
}

function sameInputs(one: Work, other: Work): boolean {
  const inputs = ({ jobs, diagnostics }: Work): string =>
    JSON.stringify([jobs.map(({ files }) => files), diagnostics.map(({ message }) => message)]);
  return inputs(one) === inputs(other);
}

/** The absolute paths of the inputs. */
function inputsOf({ jobs }: Work, cwd: string): readonly string[] {
  return jobs.flatMap(({ files }) => files.map((file) => path.resolve(cwd, file.path)));
}

/** The changed files in words: the first, and how many more. */
function named(changed: readonly string[], cwd: string): string {
  const [first, ...more] = changed;
  if (first === undefined) return 'the list of inputs';
  const name = path.relative(cwd, first).replaceAll(path.sep, '/');
  return more.length === 0 ? name : `${name} and ${more.length} more`;
}

/** The time of day, such as 14:02:09. */
function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}
