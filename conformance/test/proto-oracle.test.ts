// Random .proto files against the reference compiler: what it accepts gives the same text. ORACLE_RUNS sets how many are
// tried, ORACLE_SEED which.
import { renderDiagnostic } from '@fb/diagnostics';
import { importProto, memoryHost, type ImportProtoOptions } from '@fb/idl';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { flatc, printedOnce } from '../src/oracle.js';
import { protoFiles } from '../src/random-proto.js';

const numRuns = Number(process.env['ORACLE_RUNS'] ?? 300);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);
/** It crashes after some hundred files that it refuses, so it is replaced now and then. */
const OLD = 60;

const optionSets = fc.record({
  oneofUnions: fc.boolean(),
  keepIds: fc.boolean(),
  inlineImports: fc.boolean(),
  keepPrefix: fc.boolean(),
  idGap: fc.constantFrom('ignore', 'ignore', 'warn', 'error'),
  namespaceSuffix: fc.constantFrom('', '', 'gen'),
} as const);

it('random files give what flatc gives', async () => {
  let oracle = await flatc();
  let refused = 0;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(protoFiles, optionSets, async (files, options) => {
      if (refused % OLD === OLD - 1) oracle = await flatc();
      const run = oracle.run(['--proto', ...flagsOf(options), 'main.proto'], files);
      const bytes = run.files.get('main.fbs');
      const { text, diagnostics } = importProto('main.proto', memoryHost(files), options);
      const about = [
        ...Object.values(files),
        run.stderr,
        ...diagnostics.map((each) => renderDiagnostic(each)),
      ];
      if (bytes === undefined) {
        refused++;
        return;
      }
      accepted++;
      expect({ text, about }).toEqual({ text: printedOnce(Buffer.from(bytes).toString()), about });
    }),
    { numRuns, seed },
  );
  expect(accepted).toBeGreaterThan(numRuns / 3);
}, 600_000);

function flagsOf(options: ImportProtoOptions): readonly string[] {
  return [
    ...(options.oneofUnions === true ? ['--oneof-union'] : []),
    ...(options.keepIds === true ? ['--keep-proto-id'] : []),
    ...(options.inlineImports === true ? ['--gen-all'] : []),
    ...(options.keepPrefix === true ? ['--keep-prefix'] : []),
    ...(options.idGap === undefined ? [] : ['--proto-id-gap', options.idGap.replace('ignore', 'nop')]),
    ...(options.namespaceSuffix === '' ? [] : ['--proto-namespace-suffix', options.namespaceSuffix ?? '']),
  ];
}
