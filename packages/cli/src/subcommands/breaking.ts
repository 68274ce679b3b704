// flatc breaking: what in schemas breaks data or code made with an earlier version of them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '@fb/diagnostics';
import { evolutionBreaks, type EvolutionCode, type Schema } from '@fb/schema';
import { withBreakage } from '../conform-base.js';
import { gitHost, leadsOut } from '../git-host.js';
import { diskHost, type DiskHost } from '../host.js';
import { loadSchemaFile } from '../load-schema.js';
import { messages } from '../messages.js';
import { defaultSettings } from '../settings.js';
import { INCLUDE, includePaths } from './include-option.js';
import { schemaFiles } from './schema-files.js';
import { textOption, type Subcommand, type SubcommandCall } from './subcommand.js';

/** Where the earlier version of a schema is. */
interface Base {
  readonly host: DiskHost;
  /** The path of the earlier version of the schema at `file`. */
  pathOf(file: string): string;
  /** Whether there can be no earlier version of the schema at `file`, wherever that path may lead. */
  isOutside(file: string): boolean;
  /** Files that are not there are new ones, not mistakes. */
  readonly mayLack: boolean;
}

/** The subcommand. */
export const breaking: Subcommand = {
  usage: '--against (GIT_REF | FOLDER | FILE) [OPTION]... (FILE | FOLDER)...',
  options: [
    textOption(
      'against',
      'BASE',
      'The earlier version: a .bfbs or .fbs file, a folder with the same files, or a git ref.',
    ),
    INCLUDE,
    textOption('ignore', 'CODE', 'Leave out findings with this code; may be repeated.'),
  ],
  examples: [
    ['flatc breaking --against main schemas', 'the working folder, compared with the branch main'],
    ['flatc breaking --against v1.2.0 monster.fbs', 'compared with a tag'],
    ['flatc breaking --against released.bfbs monster.fbs', 'compared with what was shipped'],
  ],
  async run(call) {
    const { operands, given, io, report, note } = call;
    const against = given.text('against');
    if (against === null)
      return report([messages.create('CLI-OPTION-MISSING', null, { option: '--against BASE' })]);
    if (operands.length === 0) return report([messages.create('CLI-NO-FILE', null, {})]);
    const ignored = given.all('ignore');
    const unknown = ignored.find((code) => !Object.hasOwn(evolutionBreaks, code));
    if (unknown !== undefined) {
      const choices = Object.keys(evolutionBreaks).join(', ');
      return report([
        messages.create('CLI-OPTION-CHOICE', null, { option: '--ignore', choices, value: unknown }),
      ]);
    }
    const host = diskHost(io.cwd);
    const { paths, problem } = schemaFiles(operands, host, io.cwd);
    if (problem !== null) return report([problem]);
    const base = baseOf(against, host, io.cwd);
    if (base === null) return report([messages.create('BREAKING-BASE', null, { base: against })]);
    const outside = paths.find((file) => base.isOutside(file));
    if (outside !== undefined) return report([outsideOf(against, outside)]);
    const { compareSchemas } = await import('@fb/schema');
    let good = true;
    let compared = 0;
    for (const file of paths) {
      const pair = await loadPair(file, base, host, call);
      if (pair === 'failed') good = false;
      if (typeof pair === 'string') continue;
      const findings = compareSchemas(pair.earlier, pair.next, { ignore: ignored as EvolutionCode[] });
      good = report(findings.map(withBreakage)) && good;
      compared++;
    }
    note(`${compared} of ${paths.length} compared with ${against}`);
    return good;
  },
};

async function loadPair(
  file: string,
  base: Base,
  host: DiskHost,
  { given, report, note }: SubcommandCall,
): Promise<{ earlier: Schema; next: Schema } | 'new' | 'failed'> {
  const settings = {
    ...defaultSettings(),
    includePaths: includePaths(given),
  };
  const next = await loadSchemaFile(file, host, settings);
  if (!report(next.diagnostics.filter(({ severity }) => severity === 'error')) || next.input === null)
    return 'failed';
  const before = base.pathOf(file);
  if (base.mayLack && base.host.readFile(before) === null) {
    note(`${file} is new`);
    return 'new';
  }
  const earlier = await loadSchemaFile(before, base.host, settings);
  if (!report(earlier.diagnostics.filter(({ severity }) => severity === 'error')) || earlier.input === null)
    return 'failed';
  return { earlier: earlier.input.schema, next: next.input.schema };
}

/** A file, a folder, or a ref of git, whichever is there first; `null` if nothing is. */
function baseOf(against: string, host: DiskHost, cwd: string): Base | null {
  if (/\.b?fbs$/.test(against) && existsSync(path.resolve(cwd, against)))
    return { host, pathOf: () => against, isOutside: () => false, mayLack: false };
  if (host.isDirectory(against)) {
    const folder = path.resolve(cwd, against);
    return {
      host: diskHost(folder),
      pathOf: (file) => relativeTo(cwd, file),
      isOutside: (file) => leadsOut(relativeTo(cwd, file)),
      mayLack: true,
    };
  }
  const repository = gitHost(against, cwd);
  if (repository === null) return null;
  return {
    host: repository,
    pathOf: (file) => relativeTo(cwd, file),
    isOutside: (file) => repository.isOutside(file),
    mayLack: true,
  };
}

function relativeTo(cwd: string, file: string): string {
  return path.relative(cwd, path.resolve(cwd, file)).replaceAll(path.sep, '/');
}

function outsideOf(base: string, file: string): Diagnostic {
  const hint = `run flatc in the folder that ${base} is the earlier version of, or compare with one file: --against FILE`;
  return messages.create('BREAKING-OUTSIDE', null, { base, path: file }, { hint });
}
