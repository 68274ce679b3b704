// One run of flatc, from arguments to exit status, in whatever surroundings it is given.
import { parseArguments } from './arguments.js';
import type { Io } from './io.js';
import { policyOf, reporter } from './report.js';
import { showMistake } from './show-mistake.js';

/**
 * Runs `flatc` with `args` (without interpreter and program name) and resolves to the exit status: 0 if all went well,
 * also with warnings, else 1. Everything a person has to know is on `io.stderr`; files are read and written below
 * `io.cwd` or where the arguments say, and none is written if anything went wrong.
 * @public
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  // A bare word: most files have an extension, so that what follows is not loaded for them.
  if (/^[a-z]+$/.test(args[0] ?? '')) {
    const { runSubcommand, subcommandName } = await import('./subcommands/run-subcommand.js');
    const name = subcommandName(args, io.cwd);
    if (name !== null) return runSubcommand(name, args.slice(1), io);
  }
  const line = parseArguments(args);
  switch (line.kind) {
    case 'show':
      io.stdout.write(line.what === 'help' ? await help(io) : await version(io));
      return 0;
    case 'mistake':
      return showMistake(line.diagnostic, args, io);
    case 'project': {
      const { runProject } = await import('./config/run-project.js');
      return runProject(line.settings, args, io);
    }
    case 'work': {
      const { settings, files, warnings } = line;
      const policy = policyOf(settings);
      const report = reporter(io, policy);
      // What is odd about the command line itself never counts as an error.
      reporter(io, { ...policy, warningsAsErrors: false })(warnings);
      if (settings.proto) {
        const { importProtos } = await import('./import-protos.js');
        return importProtos(files, settings, io, report) ? 0 : 1;
      }
      if (settings.annotate !== null) {
        const { annotate } = await import('./annotate.js');
        return (await annotate(settings.annotate, files, settings, io, report)) ? 0 : 1;
      }
      const { compile } = await import('./compile.js');
      return (await compile(files, settings, io, report)) ? 0 : 1;
    }
  }
}

async function help(io: Io): Promise<string> {
  const [{ helpText }, { painterFor }] = await Promise.all([import('./help.js'), import('./paint.js')]);
  return helpText(Math.min(io.stdout.columns ?? 100, 100), painterFor(io.stdout, io.env));
}

async function version(io: Io): Promise<string> {
  const { versionText } = await import('./version.js');
  return versionText(io.stdout.isTTY === true);
}
