// flatc fmt: the layout of schemas, in place, from standard input to standard output, or only looked at.
import { decodeSource, encodeSource } from '@fb/diagnostics';
import { format } from '@fb/idl';
import { diskHost } from '../host.js';
import { messages } from '../messages.js';
import { readStdin } from '../read-stdin.js';
import { writeFiles } from '../write-files.js';
import { schemaFiles } from './schema-files.js';
import { toggle, type Subcommand, type SubcommandCall } from './subcommand.js';

/** The subcommand. */
export const fmt: Subcommand = {
  usage: '[--check | --dry-run] (FILE | FOLDER)... | -',
  options: [
    toggle(
      'check',
      'Name the files that are not laid out so, write nothing, and end with status 1 if there are any.',
    ),
    toggle('dry-run', 'Name the files that would change, and write nothing.'),
  ],
  examples: [
    ['flatc fmt schemas', 'every .fbs file below schemas/'],
    ['flatc fmt --check schemas', 'for a build: status 1 if one is not'],
    ['flatc fmt - < in.fbs > out.fbs', 'standard input to standard output'],
  ],
  async run(call) {
    const { operands, given, io, report } = call;
    if (operands.length === 0) return report([messages.create('CLI-NO-FILE', null, {})]);
    if (operands.includes('-')) {
      if (operands.length > 1) return report([messages.create('CLI-STDIN-ALONE', null, {})]);
      return formatStdin(call);
    }
    const host = diskHost(io.cwd);
    const { paths, problem } = schemaFiles(operands, host, io.cwd);
    if (problem !== null) return report([problem]);
    const changed = new Map<string, Uint8Array>();
    let good = true;
    for (const path of paths) {
      const content = host.read(path);
      if ('reason' in content) {
        good = report([messages.create('FILE-READ', null, { path, reason: content.reason })]);
        continue;
      }
      const { text, diagnostics } = format(decodeSource(content.bytes), { path });
      if (!report(diagnostics)) good = false;
      const laidOut = encodeSource(text);
      if (Buffer.compare(laidOut, content.bytes) !== 0) changed.set(path, laidOut);
    }
    if (given.has('check') || given.has('dry-run')) {
      for (const path of changed.keys()) io.stdout.write(`${path}\n`);
      return good && (changed.size === 0 || !given.has('check'));
    }
    // A file with errors does not keep the others from their layout: each stands for itself.
    const failure = writeFiles(changed, io.cwd);
    if (failure !== null) return report([failure]);
    if (changed.size > 0) call.note(`${changed.size} of ${paths.length} laid out anew`);
    return good;
  },
};

async function formatStdin({ given, io, report }: SubcommandCall): Promise<boolean> {
  const input = decodeSource(await readStdin(io));
  const { text, diagnostics } = format(input, { path: '<stdin>' });
  if (!report(diagnostics)) return false;
  if (given.has('check')) return text === input;
  io.stdout.write(text);
  return true;
}
