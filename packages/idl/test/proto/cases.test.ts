// One case a message: cases/<code>.proto and beside it, in a .txt, what is said about it. A first line
// `// import: {...}` holds options. To record the texts anew after a change of wording:
//   RECORD=1 npx vitest run --project idl
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderDiagnostic } from '@fb/diagnostics';
import { describe, expect, it } from 'vitest';
import { importProto, memoryHost, protoMessages, type ImportProtoOptions } from '../../src/index.js';

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.proto'))
  .map((name) => name.replace(/\.proto$/, ''));

describe('cases', () => {
  it('has a case for every message, and no others', () => {
    expect(names.toSorted()).toEqual(Object.keys(protoMessages.messages).toSorted());
  });

  it.each(names)('%s', (name) => {
    const path = `${name}.proto`;
    const content = readFileSync(new URL(path, folder), 'utf8');
    const line = /^\/\/ import: (.*)/.exec(content)?.[1];
    const options = line === undefined ? {} : (JSON.parse(line) as ImportProtoOptions);
    const { text, diagnostics } = importProto(path, memoryHost({ [path]: content }), options);
    expect(diagnostics.map(({ code }) => code)).toContain(name);
    expect(text === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    const said = `${diagnostics.map((each) => renderDiagnostic(each)).join('\n')}\n`;
    const file = new URL(`${name}.txt`, folder);
    if (process.env['RECORD'] === '1') writeFileSync(file, said);
    expect(said).toBe(readFileSync(file, 'utf8'));
  });
});
