// One case a kind of change: cases/<code>/base.fbs, next.fbs and, in expected.txt, what is found between them: the
// message, and below it who is hurt. To record the texts anew after a change of wording:
//   RECORD=1 npx vitest run --project conformance conformance/test/evolution/cases.test.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderDiagnostic } from '@fb/diagnostics';
import { parseSchema } from '@fb/idl';
import { compareSchemas, evolutionBreaks, evolutionMessages, type Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder);

describe('findings of the comparison of schemas', () => {
  it('have a case for every code, and no others', () => {
    expect(names.toSorted()).toEqual(Object.keys(evolutionMessages.messages).toSorted());
  });

  it.each(names)('%s', (name) => {
    const [base, next] = [load(name, 'base.fbs'), load(name, 'next.fbs')];
    const findings = compareSchemas(base, next);
    expect(findings.map(({ code }) => code)).toContain(name);
    const text = findings
      .map((finding) => `${renderDiagnostic(finding)}\n  breaks: ${finding.breaks.join(', ')}\n`)
      .join('');
    const file = new URL(`${name}/expected.txt`, folder);
    if (process.env['RECORD'] === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    for (const finding of findings) {
      expect(finding.breaks).toBe(evolutionBreaks[finding.code]);
      const isAboutData = finding.breaks.some((each) => each !== 'source');
      expect(isAboutData || finding.severity === 'warning').toBe(true);
    }
    expect(compareSchemas(base, next, { ignore: findings.map(({ code }) => code) })).toEqual([]);
    expect(compareSchemas(next, next)).toEqual([]);
  });
});

function load(name: string, file: string): Schema {
  const text = readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
  const { schema, diagnostics } = parseSchema(text, { path: file, strict: true });
  if (schema === null) throw new Error(diagnostics.map((each) => renderDiagnostic(each)).join('\n'));
  return schema;
}
