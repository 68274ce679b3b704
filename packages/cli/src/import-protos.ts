// --proto: .proto files to schemas. A run of its own, since nothing else is generated from such files.
import { importProto, type ImportProtoOptions } from '@fb/idl';
import type { InputFile } from './arguments.js';
import { deliver, deliverToStdout, toStdout } from './deliver.js';
import { diskHost } from './host.js';
import { stemOf } from './input.js';
import type { Io } from './io.js';
import { messages } from './messages.js';
import { OutputPlan } from './output-plan.js';
import type { Report } from './report.js';
import type { Settings } from './settings.js';

const REMINDER = 'Schemas that replace earlier ones have to read their data: check that with --conform.';

/** Turns `files` into schemas; whether all went well. What did not is reported. */
export function importProtos(
  files: readonly InputFile[],
  settings: Readonly<Settings>,
  io: Io,
  report: Report,
): boolean {
  const host = diskHost(io.cwd);
  const plan = new OutputPlan(settings.outputDirectory);
  if (settings.makeRules) return report([messages.create('CLI-NO-RULE', null, {})]);
  for (const { path } of files) {
    const file = host.read(path);
    if ('reason' in file) return report([messages.create('FILE-READ', null, { path, reason: file.reason })]);
    const { text, diagnostics } = importProto(path, host, optionsOf(settings));
    if (!report(diagnostics) || text === null) return false;
    const problem = plan.add({ path: `${stemOf(path)}.fbs`, content: text }, path, 'refuse');
    if (problem !== null && !report([problem])) return false;
  }
  if (toStdout(settings)) return deliverToStdout(plan.files, io, report);
  const inputs = files.map(({ path }) => path);
  if (!deliver(plan.files, inputs, settings, io, report)) return false;
  if (!settings.quiet && !settings.jsonDiagnostics && !settings.githubDiagnostics)
    io.stderr.write(`${REMINDER}\n`);
  return true;
}

function optionsOf(settings: Readonly<Settings>): ImportProtoOptions {
  const { protoIdGap } = settings;
  return {
    includePaths: settings.includePaths,
    oneofUnions: settings.oneofUnions,
    keepIds: settings.keepProtoIds,
    idGap: protoIdGap === 'nop' ? 'ignore' : protoIdGap === 'error' ? 'error' : 'warn',
    namespaceSuffix: settings.protoNamespaceSuffix ?? '',
    inlineImports: settings.generateAll || settings.noIncludes,
    keepPrefix: settings.keepPrefix,
  };
}
