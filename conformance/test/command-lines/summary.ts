// What two runs have to have in common. Generated TypeScript, C++, Java and Python and what --annotate says are compared
// by the names of their files: their content has tests of its own, or is ours.
import { printedOnce } from '../../src/oracle.js';
import type { CliRun } from '../cli-run.js';

/** What a run did, as far as it is compared. */
export interface Summary {
  readonly status: number;
  /** What standard error has, in whatever words. */
  readonly says: 'nothing' | 'warning' | 'error';
  /** Names of the files that were written. */
  readonly files: readonly string[];
  /** The content of those that are the same byte by byte. */
  readonly bytes: Readonly<Record<string, string>>;
  /** The lines of standard output in ascending order. */
  readonly prints: readonly string[];
}

/** A run that failed: neither files nor output. */
export const REFUSED: Summary = { status: 1, says: 'error', files: [], bytes: {}, prints: [] };

/** What the reference compiler did. Where it fails it may have written and printed something before, which ours never does. */
export function referenceSummary(args: readonly string[], run: CliRun): Summary {
  if (run.status !== 0) return REFUSED;
  const says = /warning:/.test(run.stderr) ? 'warning' : 'nothing';
  // It puts its name on standard output whenever it has a warning about the command line.
  const prints = printed(args, run.stdout.replaceAll('flatc: ', ''));
  return { status: 0, says, files: [...run.files.keys()], bytes: bytesOf(run), prints };
}

/** What ours did, without the files that it has beside those of the reference: entry files and sources beside headers. */
export function ourSummary(args: readonly string[], run: CliRun, reference: CliRun): Summary {
  const says = /(?:^|: )error [A-Z]/m.test(run.stderr)
    ? 'error'
    : /(?:^|: )warning W-/m.test(run.stderr)
      ? 'warning'
      : 'nothing';
  const files = [...run.files.keys()].filter(
    (path) => reference.files.has(path) || !/\.(?:ts|cpp)$/.test(path),
  );
  const prints = printed(args, run.stdout).filter((line) => !/^\S+\.cpp$/.test(line));
  return { status: run.status, says, files, bytes: bytesOf(run), prints };
}

function bytesOf({ files }: CliRun): Readonly<Record<string, string>> {
  const compared = [...files].filter(([path]) => !/\.(?:ts|js|cc|cpp|h|hpp|java|pyi?|afb)$/.test(path));
  return Object.fromEntries(compared.map(([path, bytes]) => [path, contentOf(path, Buffer.from(bytes))]));
}

function contentOf(path: string, bytes: Buffer): string {
  return path.endsWith('.fbs') ? printedOnce(bytes.toString()) : bytes.toString('hex');
}

function printed(args: readonly string[], stdout: string): readonly string[] {
  if (/^Usage: /m.test(stdout)) return ['the help'];
  const lines = stdout.split('\n').filter((line) => line !== '');
  return args.includes('-M') ? makeRules(stdout) : lines.toSorted();
}

/** A rule for each output. The reference names files twice, and prints rules twice, all of which means nothing to make. */
function makeRules(text: string): readonly string[] {
  const rules = text.replaceAll('\\\n', '').split('\n');
  const single = rules.flatMap((rule) => {
    const [outputs = '', inputs = ''] = rule.split(':');
    return words(outputs).map((output) => `${output}: ${words(inputs).join(' ')}`);
  });
  return [...new Set(single)].filter((rule) => !/^\S+\.cpp:/.test(rule)).toSorted();
}

function words(part: string): readonly string[] {
  return [...new Set(part.split(/(?<!\\) /))].filter((word) => word !== '').toSorted();
}
