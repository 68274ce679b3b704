// Two versions of a schema, the second made from the first by random changes: what the comparison says against what the
// reference compiler itself says. ORACLE_RUNS sets how many pairs are tried, ORACLE_SEED which.
import { renderDiagnostic } from '@fb/diagnostics';
import { parseSchema } from '@fb/idl';
import { compareSchemas, conform, type EvolutionCode, type Finding, type Schema } from '@fb/schema';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSchema, schemaChange } from '../src/change-schema.js';
import { flatc, type Oracle } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';

const numRuns = Number(process.env['ORACLE_RUNS'] ?? 250);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);

/** A refusal leaves something behind in the instance: take a new one in time. */
const RUNS_OF_AN_INSTANCE = 150;

/** How the reference compiler begins what it refuses. */
const REFUSALS: readonly (readonly [RegExp, EvolutionCode])[] = [
  [/offsets differ for field: (\S+)/, 'EVO-FIELD-MOVED'],
  [/defaults differ for field: (\S+)/, 'EVO-DEFAULT'],
  [/offset types differ for field: (\S+)/, 'EVO-64BIT'],
  [/types differ for field: (\S+)/, 'EVO-FIELD-TYPE'],
  [/renamed to different type: .*\(renamed from (\S+)\)/, 'EVO-SLOT-REUSED'],
  [/field deleted: (\S+)/, 'EVO-FIELD-REMOVED'],
  [/values differ for enum: (\S+)/, 'EVO-VALUE-NUMBER'],
  [/underlying type differ for (?:enum|union): (\S+)/, 'EVO-ENUM-TYPE'],
];

const versions = fc
  .tuple(schemaText, fc.array(schemaChange, { minLength: 1, maxLength: 6 }))
  .map(([base, changes]) => {
    let next = base;
    for (const change of changes) {
      const changed = changeSchema(next, change);
      if (read('next.fbs', changed) !== null) next = changed;
    }
    return { base, next };
  });

interface Verdict {
  readonly code: EvolutionCode | null;
  readonly subject: string;
}

describe('two versions of a schema', () => {
  it('are judged as by the reference compiler, for the same reason', async () => {
    let oracle: Oracle = await flatc();
    let runs = 0;
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(versions, async ({ base: baseText, next: nextText }) => {
        const [base, next] = [read('base.fbs', baseText), read('next.fbs', nextText)];
        if (base === null || next === null) throw new Error('no schema');
        if (++runs % RUNS_OF_AN_INSTANCE === 0) oracle = await flatc();
        const run = oracle.run(['-b', '--schema', '--conform', 'base.fbs', 'next.fbs'], {
          'base.fbs': baseText,
          'next.fbs': nextText,
        });
        const refusal = refusalIn(run.status, run.stderr);
        // Whether a text is a schema at all is asked by other tests.
        fc.pre(refusal !== null);
        const finding = conform(base, next);
        const said = `${baseText}\n--- next ---\n${nextText}\n${run.stderr}\n${finding === null ? '' : renderDiagnostic(finding)}`;
        expect({ ...verdictOf(finding), said }).toEqual({ ...refusal, said });
        seen.set(finding?.code ?? 'accepted', (seen.get(finding?.code ?? 'accepted') ?? 0) + 1);

        const findings = compareSchemas(base, next);
        expect(compareSchemas(base, base)).toEqual([]);
        // What is refused is noticed, but for a float that is only written in another way.
        const isNoticed = finding === null || finding.code === 'EVO-DEFAULT' || findings.length > 0;
        expect({ isNoticed, said }).toEqual({ isNoticed: true, said });
        for (const { breaks, severity, code } of findings) {
          expect(breaks.length).toBeGreaterThan(0);
          expect(code.startsWith('W-')).toBe(severity === 'warning');
        }
      }),
      { numRuns, seed },
    );
    // The changes are good ones if most reasons come up, and acceptance as well.
    expect(numRuns < 250 || (seen.has('accepted') && seen.size > 5)).toBe(true);
  }, 600_000);
});

function read(path: string, text: string): Schema | null {
  return parseSchema(text, { path, strict: true }).schema;
}

function verdictOf(finding: Finding | null): Verdict {
  if (finding === null) return { code: null, subject: '' };
  // Of enums the reference names the value alone.
  const { code, subject } = finding;
  return { code, subject: code === 'EVO-VALUE-NUMBER' ? (subject.split('.').at(-1) ?? '') : subject };
}

/** What it refuses, in our words; `null` if that is one of the schemas rather than the change. */
function refusalIn(status: number, stderr: string): Verdict | null {
  if (status === 0) return { code: null, subject: '' };
  for (const [pattern, code] of REFUSALS) {
    const subject = pattern.exec(stderr)?.[1];
    if (subject !== undefined) return { code, subject };
  }
  if (stderr.includes('conform')) throw new Error(`an unknown refusal: ${stderr}`);
  return null;
}
